//! The peer of a page: a bare axum handler that runs the same statements through the same pool
//! and answers the same bytes. What the product adds on top is the difference.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use bytes::Bytes;
use chrono::{DateTime, Datelike, Utc};
use sea_orm::{ConnectionTrait, Statement, Value};
use services::accounts::identify;
use services::context::day_in_china;
use services::family;
use services::resident::queries;
use services::store::Database;
use tokio::net::TcpListener;
use uuid::Uuid;

/// What the statements are about.
pub(crate) struct Peer {
    pub database: Database,
    pub session_hash: Vec<u8>,
    pub person: Uuid,
    pub now: DateTime<Utc>,
    pub body: Bytes,
}

/// Serves the peer; its address.
pub(crate) async fn serve(peer: Peer) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let router = Router::new()
        .route("/", get(answer))
        .with_state(Arc::new(peer));
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

async fn answer(State(peer): State<Arc<Peer>>) -> Html<Bytes> {
    let today = day_in_china(peer.now);
    let person: Value = peer.person.into();
    let session: [Value; 3] = [
        peer.session_hash.clone().into(),
        peer.now.timestamp().into(),
        today.into(),
    ];
    read(&peer.database, identify::STATEMENT, session).await;
    let values = [person.clone(), today.into(), today.year().into()];
    read(&peer.database, queries::PERSON.sql, values).await;
    read(&peer.database, queries::PERIODS.sql, [person.clone()]).await;
    read(
        &peer.database,
        queries::NEWEST_SETTLEMENTS.sql,
        [person.clone(), 5_i64.into()],
    )
    .await;
    read(
        &peer.database,
        family::queries::SEEN.sql,
        [person, today.into()],
    )
    .await;
    Html(peer.body.clone())
}

async fn read(database: &Database, sql: &str, values: impl IntoIterator<Item = Value>) {
    let statement = Statement::from_sql_and_values(database.backend(), sql, values);
    let rows = database
        .reader
        .query_all_raw(statement)
        .await
        .expect("the store answers");
    std::hint::black_box(rows);
}
