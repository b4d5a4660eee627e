//! `POST /preferences`: language, theme, elder mode and text size, kept in cookies; elder mode
//! with the account too, for the person's other devices.

use services::accounts::elder_mode;

use crate::language::Language;
use crate::page::{Answer, LocalPath, PageRequest, PageResult};
use crate::preferences::{DISPLAY_COOKIE, LANGUAGE_COOKIE, Theme};

const ONE_YEAR: &str = "Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";

/// Takes the choices that were sent, leaves the others, and goes back to `back`.
///
/// # Errors
/// What the store says when the account's wish cannot be kept; what is unknown is left as it was.
pub async fn post(request: PageRequest) -> PageResult {
    let mut chosen = request.preferences;
    if let Some(language) = request.field("language").and_then(Language::from_code) {
        chosen.language = language;
    }
    if let Some(theme) = request.field("theme") {
        chosen.theme = Theme::from_code(theme);
    }
    if let Some(mode) = request.field("mode") {
        chosen.elder = mode == "elder";
        if request.signed_in() {
            elder_mode::keep(&request.context, chosen.elder).await?;
        }
    }
    if let Some(step) = request
        .field("step")
        .and_then(|step| step.parse::<u8>().ok())
    {
        chosen.text_step = step.min(2);
    }
    let back = request
        .field("back")
        .and_then(LocalPath::parse)
        .or_else(|| LocalPath::parse("/"))
        .ok_or(services::ServiceError::NotFound)?;
    let secure = if request.site.public_url.starts_with("https://") {
        "; Secure"
    } else {
        ""
    };
    let cookies = vec![
        format!(
            "{LANGUAGE_COOKIE}={}; {ONE_YEAR}{secure}",
            chosen.language.code()
        ),
        format!(
            "{DISPLAY_COOKIE}={}; {ONE_YEAR}{secure}",
            chosen.display_cookie()
        ),
    ];
    Ok(Answer::SeeOther(back, cookies))
}
