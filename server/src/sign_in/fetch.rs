//! How the provider is asked: no redirects followed, little time, little memory.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

const CONNECT: Duration = Duration::from_secs(1);
const WHOLE: Duration = Duration::from_millis(2500);
const MOST_BYTES: usize = 512 * 1024;

/// The client. Redirects are not followed: they would let a provider, or somebody who speaks for
/// it, send us to any address inside our own network.
pub(super) struct ProviderClient {
    client: reqwest::Client,
}

/// Why the provider's answer was not had.
#[derive(Debug, thiserror::Error)]
pub(super) enum FetchError {
    /// No answer, or not in time.
    #[error("no answer from the provider")]
    Http(#[from] reqwest::Error),
    /// An answer, but far too long.
    #[error("an answer without end from the provider")]
    TooLarge,
}

impl ProviderClient {
    /// A client; with `plain` for a provider on this machine without TLS, which needs neither
    /// certificates nor a proxy.
    ///
    /// # Errors
    /// When the system's certificates cannot be read.
    pub(super) fn new(plain: bool) -> Result<Self, FetchError> {
        // Another part may have installed it already; all name the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .user_agent("yibaotong");
        if plain {
            builder = builder.no_proxy().tls_certs_only([]);
        }
        let client = builder.build()?;
        Ok(Self { client })
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        let mut response = self.client.execute(request.try_into()?).await?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(FetchError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let mut answer = HttpResponse::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = response.headers().clone();
        Ok(answer)
    }
}

impl<'c> AsyncHttpClient<'c> for ProviderClient {
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}
