//! Asks page functions directly, without HTTP: what they show to whom, in both languages.

use std::sync::Arc;

use app::assets::Assets;
use app::language::Language;
use app::page::PageRequest;
use app::preferences::Preferences;
use app::respond::respond;
use app::routes;
use app::site::SiteSettings;
use axum::body::to_bytes;
use services::RequestContext;

/// How the page is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// In English.
    pub english: bool,
    /// In elder mode.
    pub elder: bool,
}

/// The status and the HTML of the page at `address` (a path with an optional query).
///
/// # Panics
/// When no route has this path or the answer is no text.
pub async fn get(context: &RequestContext, address: &str, wish: Wish) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let (route, params) = routes::all()
        .into_iter()
        .filter(|route| route.method == routes::Method::Get)
        .find_map(|route| matching(route.path, path).map(|params| (route, params)))
        .unwrap_or_else(|| panic!("no route for {path}"));
    let request = PageRequest {
        context: context.clone(),
        identified: true,
        roles: vec![context.actor.role],
        ended: None,
        session: None,
        preferences: Preferences {
            language: if wish.english {
                Language::English
            } else {
                Language::Chinese
            },
            elder: wish.elder,
            ..Preferences::default()
        },
        path: path.to_owned(),
        query: serde_urlencoded::from_str(query).unwrap_or_default(),
        params,
        form: Vec::new(),
        nonce: "nonce".to_owned(),
        form_token: "token".to_owned(),
        unseen: false,
        session_end: None,
        flash: None,
        unread: 0,
        assets: Arc::new(Assets::default()),
        site: Arc::new(site()),
    };
    let result = (route.page)(request.clone()).await;
    let response = respond(&request, result);
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), usize::MAX)
        .await
        .expect("a body");
    (status, String::from_utf8(bytes.to_vec()).expect("text"))
}

fn matching(pattern: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (wanted, given): (Vec<_>, Vec<_>) =
        (pattern.split('/').collect(), path.split('/').collect());
    let mut params = Vec::new();
    for (want, have) in wanted.iter().zip(&given) {
        match want
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'))
        {
            Some(name) => params.push((name.to_owned(), (*have).to_owned())),
            None if want == have => {}
            None => return None,
        }
    }
    (wanted.len() == given.len()).then_some(params)
}

fn site() -> SiteSettings {
    SiteSettings {
        public_url: "http://127.0.0.1:3000".to_owned(),
        hotline: "12393".to_owned(),
        hotline_hours_zh: "工作日 9:00–17:00".to_owned(),
        hotline_hours_en: "working days 9:00–17:00".to_owned(),
        sponsor: String::new(),
        icp_number: String::new(),
        public_security_number: String::new(),
        site_code: String::new(),
        updated_on: None,
        demo: true,
    }
}
