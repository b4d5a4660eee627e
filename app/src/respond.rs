//! From a page's answer to an HTTP response: the one place where the two meet.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, RETRY_AFTER, SET_COOKIE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use services::ServiceError;
use services::error::InLog;

use crate::page::{Answer, Area, Download, Page, PageError, PageRequest, PageResult};
use crate::pages::error::{self, Failure};
use crate::shell;

/// After how many seconds it is worth trying again where a part is away.
pub const AWAY_SECONDS: u16 = 5;

/// Turns what a page function said into a response.
#[must_use]
pub fn respond(request: &PageRequest, result: PageResult) -> Response {
    match result {
        Ok(Answer::Page(page)) => show(request, *page),
        Ok(Answer::SeeOther(path, cookies)) => see_other(path.as_str(), cookies),
        // What is to be said travels in a cookie, which the server sets.
        Ok(Answer::Told(path, _)) => see_other(path.as_str(), Vec::new()),
        Ok(Answer::Download(file)) => keep(*file),
        Err(PageError::SignIn) => see_other(&sign_in_address(request), Vec::new()),
        Err(PageError::Service(failure)) => fail(request, &failure),
    }
}

/// The page for `failure`, with its status.
#[must_use]
pub fn show_failure(request: &PageRequest, failure: Failure) -> Response {
    show(request, error::page(request, failure))
}

fn fail(request: &PageRequest, failure: &ServiceError) -> Response {
    let kind = match failure {
        ServiceError::NotFound | ServiceError::Forbidden => Failure::NotFound,
        ServiceError::Conflict(_) => Failure::Conflict,
        ServiceError::Invalid(_) => Failure::Invalid,
        ServiceError::Unavailable(_) => Failure::Unavailable,
        ServiceError::Internal(_) => Failure::Internal,
    };
    if matches!(
        failure,
        ServiceError::Internal(_) | ServiceError::Unavailable(_)
    ) {
        tracing::error!(request_id = %request.context.request_id, error = failure.in_log(), "a page failed");
    }
    show_failure(request, kind)
}

fn show(request: &PageRequest, page: Page) -> Response {
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::OK);
    let personal = page.area != Area::Public || page.typed || request.signed_in();
    let mut response = (status, Html(shell::render(request, page))).into_response();
    let caching = if personal {
        "no-store"
    } else {
        "private, no-cache"
    };
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        let seconds = HeaderValue::from(AWAY_SECONDS);
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    response
}

fn keep(file: Download) -> Response {
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let disposition = format!("attachment; filename=\"{}\"", file.name);
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}

fn see_other(address: &str, cookies: Vec<String>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(value) = HeaderValue::from_str(address) {
        response.headers_mut().insert(LOCATION, value);
    }
    for cookie in cookies {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    response
}

fn sign_in_address(request: &PageRequest) -> String {
    let query = serde_urlencoded::to_string(&request.query).unwrap_or_default();
    let here = if query.is_empty() {
        request.path.clone()
    } else {
        format!("{}?{query}", request.path)
    };
    let next = serde_urlencoded::to_string([("next", here)]).unwrap_or_default();
    format!("/sign-in?{next}")
}

#[cfg(test)]
mod tests {
    use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};

    use super::keep;
    use crate::page::Download;

    #[test]
    fn a_file_is_kept_by_the_browser_only() {
        let response = keep(Download {
            name: "yibaotong.csv",
            media_type: "text/csv; charset=utf-8",
            bytes: b"a,b\n".to_vec(),
        });
        let header = |name| response.headers().get(name).map(|value| value.as_bytes());
        assert_eq!(header(CONTENT_TYPE), Some(&b"text/csv; charset=utf-8"[..]));
        assert_eq!(header(CACHE_CONTROL), Some(&b"no-store"[..]));
        assert_eq!(
            header(CONTENT_DISPOSITION),
            Some(&b"attachment; filename=\"yibaotong.csv\""[..])
        );
    }
}
