//! What the site says of itself, and where its static files are.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use app::site::SiteSettings;
use chrono::NaiveDate;

use super::Mode;
use super::read::Reader;

pub(super) fn read(reader: &mut Reader<'_>, mode: Mode, address: SocketAddr) -> SiteSettings {
    SiteSettings {
        public_url: public_url(reader, mode, address),
        hotline: reader.text_or("site.hotline", "12393"),
        hotline_hours_zh: reader.text_or("site.hotline_hours_zh", "工作日 9:00—17:00"),
        hotline_hours_en: reader.text_or("site.hotline_hours_en", "9:00–17:00 on working days"),
        sponsor: reader.text_or("site.sponsor", "医保通"),
        icp_number: reader.text_or("site.icp_number", ""),
        public_security_number: reader.text_or("site.public_security_number", ""),
        site_code: reader.text_or("site.site_code", ""),
        updated_on: updated_on(reader),
        demo: mode == Mode::Demo,
    }
}

fn updated_on(reader: &mut Reader<'_>) -> Option<NaiveDate> {
    let text = reader.text("site.updated_on")?;
    let day = text.parse::<NaiveDate>().ok();
    if day.is_none() {
        reader.fail("site.updated_on", "must be a day, YYYY-MM-DD");
    }
    day
}

fn public_url(reader: &mut Reader<'_>, mode: Mode, address: SocketAddr) -> String {
    let given = reader.text("public_url");
    let production = mode == Mode::Production;
    let Some(url) = given else {
        if production {
            reader.fail(
                "public_url",
                "is missing: the https:// address that browsers use",
            );
        }
        return format!("http://{address}");
    };
    let url = url.trim_end_matches('/').to_owned();
    let host = url.strip_prefix("https://").or_else(|| {
        let plain = url.strip_prefix("http://");
        plain.filter(|_| !production)
    });
    let well_formed = host.is_some_and(|host| {
        !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_graphic()) && !host.contains('/')
    });
    if !well_formed {
        let expected = if production {
            "https://"
        } else {
            "http:// or https://"
        };
        reader.fail(
            "public_url",
            format!("must be {expected} with a host and nothing after it"),
        );
    }
    url
}

/// The folder given, else `site` beside the folder of the executable, else `target/site`.
pub(super) fn root(reader: &mut Reader<'_>, executable: Option<&Path>) -> PathBuf {
    if let Some(given) = reader.text("site_root") {
        return PathBuf::from(given);
    }
    executable
        .and_then(|path| path.parent()?.parent())
        .map(|folder| folder.join("site"))
        .filter(|folder| folder.is_dir())
        .unwrap_or_else(|| PathBuf::from("target/site"))
}
