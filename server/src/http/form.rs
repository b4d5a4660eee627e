//! A posted form, read.

use app::pages::error::Failure;
use app::routes;
use axum::body::Body;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use bytes::Bytes;

use super::body;

/// Most fields of a form or a query that a page sees.
pub(super) const MOST_FIELDS: usize = 2000;

/// The fields of a form posted to `path`, in order. Where files may be sent, a file is a field like
/// every other, with its content as text: what is no UTF-8 in it stands as U+FFFD. So whatever keeps
/// a form, because somebody has to sign in first, keeps the file as well.
///
/// # Errors
/// `TooLarge` or `Invalid`.
pub(crate) async fn read(
    path: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<Vec<(String, String)>, Failure> {
    let kind = headers.get(CONTENT_TYPE);
    let begins = |with: &[u8]| kind.is_some_and(|kind| kind.as_bytes().starts_with(with));
    let bytes = body::read(body).await?;
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    let mut fields: Vec<(String, String)> = if begins(b"application/x-www-form-urlencoded") {
        serde_urlencoded::from_bytes(&bytes).map_err(|_| Failure::Invalid)?
    } else if routes::takes_files(path) {
        parts(kind, bytes).await?
    } else {
        return Err(Failure::Invalid);
    };
    fields.truncate(MOST_FIELDS);
    Ok(fields)
}

/// The parts of a `multipart/form-data` body. The length of the body was limited before.
async fn parts(kind: Option<&HeaderValue>, bytes: Bytes) -> Result<Vec<(String, String)>, Failure> {
    let mut request = Request::new(Body::from(bytes));
    if let Some(kind) = kind {
        request.headers_mut().insert(CONTENT_TYPE, kind.clone());
    }
    let read = Multipart::from_request(request, &()).await;
    let mut parts = read.map_err(|_| Failure::Invalid)?;
    let mut fields = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(refused)? {
        let name = part.name().unwrap_or_default().to_owned();
        let content = part.bytes().await.map_err(refused)?;
        fields.push((name, String::from_utf8_lossy(&content).into_owned()));
    }
    Ok(fields)
}

fn refused(error: MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Failure::TooLarge
    } else {
        Failure::Invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UPLOAD: &str = "/admin/parameters/new";

    async fn sent(path: &str, body: &'static [u8]) -> Result<Vec<(String, String)>, Failure> {
        let mut headers = HeaderMap::new();
        let kind = HeaderValue::from_static("multipart/form-data; boundary=x");
        headers.insert(CONTENT_TYPE, kind);
        read(path, &headers, Body::from(body)).await
    }

    #[tokio::test]
    async fn a_file_is_a_field_where_files_may_be_sent() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"seen\"\r\n\r\nabc\r\n\
            --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\
            Content-Type: application/json\r\n\r\n{\r\n\"a\": \"\xe4\xb8\xad\xff\"}\r\n--x--\r\n";
        let fields = sent(UPLOAD, body).await.expect("fields");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let file = "{\r\n\"a\": \"中\u{fffd}\"}";
        assert_eq!(fields, [pair("seen", "abc"), pair("file", file)]);
        let refused = sent("/preferences", body).await;
        assert!(matches!(refused, Err(Failure::Invalid)));
    }

    #[tokio::test]
    async fn a_file_that_breaks_off_is_refused() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n{";
        assert!(matches!(sent(UPLOAD, body).await, Err(Failure::Invalid)));
        let body = b"no parts at all";
        assert!(matches!(sent(UPLOAD, body).await, Err(Failure::Invalid)));
    }
}
