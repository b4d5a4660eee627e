//! The master key: given in production, made on first start in a demonstration.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretSlice};
use services::RandomSource;
use services::keys::Keys;

use super::read::Reader;
use super::{CertificateKeys, Config, Mode};

const BYTES: usize = 32;

/// The secret that all keys derive from.
pub type MasterKey = SecretSlice<u8>;

pub(super) fn read(reader: &mut Reader<'_>, mode: Mode) -> Option<MasterKey> {
    let Some(text) = reader.secret("master_key") else {
        if mode == Mode::Production {
            reader.fail(
                "master_key",
                "is missing: 32 unpredictable bytes in base64 (`openssl rand -base64 32`)",
            );
        }
        return None;
    };
    match decode(text.expose_secret()) {
        Ok(bytes) => Some(bytes.into()),
        Err(problem) => {
            reader.fail("master_key", problem);
            None
        }
    }
}

fn decode(text: &str) -> Result<Vec<u8>, &'static str> {
    let bytes = STANDARD.decode(text.trim()).map_err(|_| "must be base64")?;
    if bytes.len() < BYTES {
        return Err("must be at least 32 bytes long");
    }
    let mut different = bytes.clone();
    different.sort_unstable();
    different.dedup();
    if different.len() < 12 {
        return Err("is no random key but a pattern");
    }
    Ok(bytes)
}

/// The keys of this deployment. A demonstration makes its master key in `VAR/keys/master`,
/// readable by its owner only, when it has none.
///
/// # Errors
/// When the file cannot be read or made, or holds no key.
pub fn load_keys(config: &Config, random: &dyn RandomSource) -> io::Result<Keys> {
    let CertificateKeys { number, older } = config.certificate_keys.clone();
    let keys = from_master(config, random)?;
    Ok(keys.with_certificate_keys(number, older))
}

fn from_master(config: &Config, random: &dyn RandomSource) -> io::Result<Keys> {
    if let Some(key) = &config.master_key {
        return Ok(Keys::from_master(key.expose_secret()));
    }
    let path = config.in_var("keys/master");
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound && config.demo() => {
            create(&path, random)?
        }
        Err(error) => return Err(error),
    };
    let bytes = decode(&text)
        .map_err(|problem| io::Error::other(format!("{} {problem}", path.display())))?;
    Ok(Keys::from_master(&bytes))
}

/// Writes a new key beside its place and links it there, so that of two first starts one wins.
fn create(path: &Path, random: &dyn RandomSource) -> io::Result<String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let mut bytes = [0_u8; BYTES];
    random.fill(&mut bytes);
    let draft = folder.join(format!("master.{}", std::process::id()));
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)?;
    file.write_all(STANDARD.encode(bytes).as_bytes())?;
    file.sync_all()?;
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::read_to_string(path),
    }
}
