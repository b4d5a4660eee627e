//! The whole product behind its real router, with a clock that the test moves.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::assets::Assets;
use app::routes::{self, Route};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use chrono::{DateTime, Duration, Utc};
use server::config::{Config, Sources};
use server::http::client::Peer;
use server::state::AppState;
use services::parameters::import_shipped;
use services::search::Search;
use services::{Clock, Platform, RequestContext};
use tokio::net::TcpListener;

use crate::browser::Browser;
use crate::database::TestDatabase;
use crate::platform::{SeededRandom, keys, noon};

/// A clock that the test moves.
pub struct MovableClock(AtomicI64);

impl MovableClock {
    /// A clock that shows [`noon`].
    #[must_use]
    pub fn at_noon() -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(noon().timestamp_micros())))
    }

    /// Puts the clock forward, or back.
    pub fn advance(&self, by: Duration) {
        let micros = by.num_microseconds().unwrap_or_default();
        self.0.fetch_add(micros, Ordering::SeqCst);
    }
}

/// The same clock in the hands of the product.
pub struct Shared(pub Arc<MovableClock>);

impl Clock for Shared {
    fn now(&self) -> DateTime<Utc> {
        let micros = self.0.0.load(Ordering::SeqCst);
        DateTime::from_timestamp_micros(micros).unwrap_or_default()
    }
}

/// The product, listening on this machine for its own provider and ready for browsers.
pub struct Site {
    /// The address under which browsers reach it, without a slash at the end.
    pub url: String,
    /// What it runs on.
    pub platform: Arc<Platform>,
    /// Its time.
    pub clock: Arc<MovableClock>,
    router: Router,
}

impl Site {
    /// The demonstration with its own provider, at [`noon`].
    ///
    /// # Panics
    /// When it cannot listen.
    pub async fn demo(made: &TestDatabase) -> Self {
        Self::with(made, &[]).await
    }

    /// The same on a store that an earlier site has served: what it makes anew must not come out
    /// of the same luck, which begins with `seed`.
    ///
    /// # Panics
    /// When it cannot listen.
    pub async fn lucky(made: &TestDatabase, seed: u64) -> Self {
        Self::built(made, &[], Vec::new(), seed, true).await
    }

    /// As [`Site::lucky`], and its views go into the trail at once, also on SQLite.
    ///
    /// # Panics
    /// When it cannot listen.
    pub async fn without_journal(made: &TestDatabase, seed: u64) -> Self {
        Self::built(made, &[], Vec::new(), seed, false).await
    }

    /// The product with these settings beside the test's own.
    ///
    /// # Panics
    /// When it cannot listen, or the settings are refused.
    pub async fn with(made: &TestDatabase, settings: &[(&str, &str)]) -> Self {
        Self::with_pages(made, settings, Vec::new()).await
    }

    /// The product with these settings and with further pages of the test's own.
    ///
    /// # Panics
    /// When it cannot listen, or the settings are refused.
    pub async fn with_pages(
        made: &TestDatabase,
        settings: &[(&str, &str)],
        pages: Vec<Route>,
    ) -> Self {
        Self::built(made, settings, pages, 7, true).await
    }

    async fn built(
        made: &TestDatabase,
        settings: &[(&str, &str)],
        pages: Vec<Route>,
        seed: u64,
        journal: bool,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let var = made.folder.path().display().to_string();
        let mut all = vec![("public_url", url.as_str()), ("var", var.as_str())];
        all.extend_from_slice(settings);
        let (config, _) = Config::resolve(&Sources::of(&all)).expect("good settings");
        let clock = MovableClock::at_noon();
        let platform = Platform::new(
            made.database.clone(),
            keys(),
            Box::new(Shared(Arc::clone(&clock))),
            Box::new(SeededRandom::new(seed)),
        );
        let search = Search::new(made.folder.path().join("index"), 2);
        let mut platform = platform.with_search(search);
        if journal && made.kind == "sqlite" {
            platform = platform.with_journal(made.folder.path().join("views"));
        }
        let platform = Arc::new(platform);
        let index = platform.search.catch_up(&platform.database).await;
        index.expect("an index of whatever the library holds");
        let operator = RequestContext::operator(Arc::clone(&platform), "test");
        import_shipped(&operator).await.expect("the parameters");
        let url = config.site.public_url.clone();
        let state = AppState::new(Arc::clone(&platform), config, Assets::default());
        let pages = routes::all().into_iter().chain(pages).collect();
        let router = server::http::router_of(&state, pages).layer(from_fn(from_this_machine));
        let served = router.clone();
        tokio::spawn(async move { axum::serve(listener, served).await });
        Self {
            url,
            platform,
            clock,
            router,
        }
    }

    /// The whole router, for requests that no browser sends.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// A browser of today, with no cookies yet.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone(), &self.url)
    }

    /// How many rows `table` has.
    ///
    /// # Panics
    /// When the store cannot be asked.
    pub async fn count(&self, table: &str) -> i64 {
        use sea_orm::{ConnectionTrait, Statement};
        self.platform.whole_trail().await.expect("the views");
        let reader = &self.platform.database.reader;
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let statement = Statement::from_string(reader.get_database_backend(), sql);
        let row = reader.query_one_raw(statement).await;
        let row = row.expect("the store answers").expect("a row");
        row.try_get_by_index(0).expect("a number")
    }

    /// Runs `sql` on the store.
    ///
    /// # Panics
    /// When the store refuses it.
    pub async fn run(&self, sql: &str) {
        use sea_orm::ConnectionTrait;
        let writer = &self.platform.database.writer;
        writer
            .execute_unprepared(sql)
            .await
            .expect("the store does it");
    }
}

async fn from_this_machine(mut request: Request, next: Next) -> Response {
    let peer = SocketAddr::from(([127, 0, 0, 1], 50_000));
    if request.extensions().get::<Peer>().is_none() {
        request.extensions_mut().insert(Peer(peer));
    }
    next.run(request).await
}
