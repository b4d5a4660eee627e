//! When to stop: SIGINT, SIGTERM.

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// A token that is cancelled when the process is told to stop. Told a second time, the process
/// ends at once: what was answered is on the disk.
pub(super) fn requested() -> CancellationToken {
    let token = CancellationToken::new();
    let (Ok(interrupt), Ok(terminate)) = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    ) else {
        tracing::warn!("signals cannot be heard; stop the process by force");
        return token;
    };
    let mut signals = Signals {
        interrupt,
        terminate,
    };
    let told = async move || signals.next().await;
    tokio::spawn(obey(told, token.clone(), end_at_once));
    token
}

struct Signals {
    interrupt: Signal,
    terminate: Signal,
}

impl Signals {
    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Cancels `stop` when `told` answers for the first time, and does `end` the second time.
async fn obey(mut told: impl AsyncFnMut(), stop: CancellationToken, end: impl FnOnce()) {
    told().await;
    tracing::info!("stopping: requests under way may finish; told again, they do not");
    stop.cancel();
    told().await;
    tracing::warn!("told again: ending at once");
    end();
}

#[expect(
    clippy::disallowed_methods,
    reason = "whoever asks twice does not want to wait until everything is put away"
)]
fn end_at_once() {
    std::process::exit(1);
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::sync::{mpsc, oneshot};
    use tokio::time::timeout;
    use tokio_util::sync::CancellationToken;

    use super::obey;

    const SOON: Duration = Duration::from_secs(5);

    #[tokio::test]
    async fn the_first_time_it_stops_and_the_second_time_it_ends() {
        let (tell, mut heard) = mpsc::unbounded_channel::<()>();
        let (end, mut ended) = oneshot::channel();
        let stop = CancellationToken::new();
        let told = async move || {
            heard.recv().await;
        };
        let task = tokio::spawn(obey(told, stop.clone(), move || {
            let _ = end.send(());
        }));
        tell.send(()).unwrap();
        timeout(SOON, stop.cancelled()).await.unwrap();
        tokio::task::yield_now().await;
        assert!(ended.try_recv().is_err(), "requests under way may finish");
        tell.send(()).unwrap();
        timeout(SOON, ended).await.unwrap().unwrap();
        task.await.unwrap();
    }
}
