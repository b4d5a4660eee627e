//! `/readyz`: what it says, and how often it asks the database.

use axum::http::StatusCode;
use chrono::Duration;
use serde_json::Value;
use tests::browser::Browser;
use tests::database::on_each;
use tests::site::Site;

async fn ready(browser: &mut Browser) -> (StatusCode, Value) {
    let answer = browser.get("/readyz").await;
    let report = serde_json::from_str(&answer.body).expect("JSON");
    (answer.status, report)
}

#[tokio::test]
async fn the_database_is_asked_once_a_second() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        let (status, report) = ready(&mut browser).await;
        assert_eq!(status, StatusCode::OK, "{report}");
        assert_eq!(report["database"], true);
        assert_eq!(report["pending_migrations"], 0);

        site.run("DELETE FROM seaql_migrations WHERE version LIKE 'm0006%'")
            .await;
        site.clock.advance(Duration::milliseconds(999));
        for _ in 0..3 {
            assert_eq!(ready(&mut browser).await.0, StatusCode::OK, "remembered");
        }
        site.clock.advance(Duration::milliseconds(1));
        let (status, report) = ready(&mut browser).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{report}");
        assert_eq!(report["database"], true, "it answers");
        assert_eq!(report["pending_migrations"], 1);
        // A clock that was put back does not make an old answer good for longer.
        site.clock.advance(Duration::seconds(-60));
        site.run("DELETE FROM seaql_migrations WHERE version LIKE 'm0007%'")
            .await;
        assert_eq!(ready(&mut browser).await.1["pending_migrations"], 2);
    })
    .await;
}

#[tokio::test]
async fn a_database_that_is_away_is_said_to_be() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let reader = site.platform.database.reader.clone();
        reader.close().await.expect("it closes");
        let (status, report) = ready(&mut site.browser()).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(report["database"], false);
        assert_eq!(report["pending_migrations"], Value::Null);
    })
    .await;
}
