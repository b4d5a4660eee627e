//! Asks the public interface. An answer that comes after a later question is dropped.

use std::cell::Cell;

use js_sys::{Array, JSON, Reflect, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, Headers, RequestInit, Response};

/// A document that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Suggestion {
    /// By which its page is found.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) issuer: String,
}

thread_local! {
    static RUNNING: Cell<Option<AbortController>> = const { Cell::new(None) };
}

pub(super) fn ask(question: &str, language: &str, then: impl Fn(Vec<Suggestion>) + 'static) {
    if let Some(earlier) = RUNNING.take() {
        earlier.abort();
    }
    if question.is_empty() {
        then(Vec::new());
        return;
    }
    let Ok(controller) = AbortController::new() else {
        return;
    };
    let init = RequestInit::new();
    init.set_signal(Some(&controller.signal()));
    if let Ok(headers) = Headers::new() {
        let _ = headers.set("accept-language", language);
        init.set_headers(&headers);
    }
    RUNNING.set(Some(controller));
    let address = format!(
        "/api/v1/policies?per_page=5&q={}",
        encode_uri_component(question)
    );
    spawn_local(async move {
        // No answer, no list: the form still searches.
        if let Ok(found) = fetch(&address, &init).await {
            then(found);
        }
    });
}

async fn fetch(address: &str, init: &RequestInit) -> Result<Vec<Suggestion>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, init))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Ok(Vec::new());
    }
    let body = JsFuture::from(response.text()?).await?;
    let body = JSON::parse(&body.as_string().unwrap_or_default())?;
    let hits = Array::from(&Reflect::get(&body, &"hits".into())?);
    Ok(hits
        .iter()
        .map(|hit| Suggestion {
            id: text(&hit, "id"),
            title: text(&hit, "title"),
            issuer: text(&hit, "issuer"),
        })
        .collect())
}

fn text(object: &JsValue, name: &str) -> String {
    let value = Reflect::get(object, &name.into()).ok();
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}
