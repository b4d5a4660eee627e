//! Looks over the installation and says plainly what is well and what is not. It changes nothing.

mod index;
mod jobs;
mod years;

use migrations::{Migrator, MigratorTrait};

use crate::context::RequestContext;
use crate::error::{InLog, ServiceError};
use crate::store::dialect;
use crate::{authorise, sealing};

/// So many events may wait for the sealer.
const WAITING: usize = 1_000;

/// How a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Good,
    /// It works, but somebody should look.
    Warning,
    /// It is broken.
    Bad,
}

/// What was found about one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which part: `database`, `migrations`, `parameters`, `accumulators`, `audit`, `index`, `jobs`.
    pub part: &'static str,
    /// How it is.
    pub state: State,
    /// A sentence for the operator.
    pub detail: String,
}

impl Finding {
    /// What was found about `part`.
    #[must_use]
    pub fn new(part: &'static str, state: State, detail: impl Into<String>) -> Self {
        Self {
            part,
            state,
            detail: detail.into(),
        }
    }
}

/// Checks every part of the store. A part that cannot be asked is a finding too.
///
/// # Errors
/// `Forbidden` for everybody but the operator.
pub async fn examine(context: &RequestContext) -> Result<Vec<Finding>, ServiceError> {
    authorise::operator(context)?;
    let mut findings = Vec::new();
    for (part, outcome) in [
        ("database", database(context).await),
        ("migrations", migrations(context).await),
        ("parameters", parameters(context).await),
        ("accumulators", years::look(context).await),
        ("audit", audit(context).await),
        ("index", index::look(context).await),
        ("jobs", jobs::look(context).await),
    ] {
        findings.push(match outcome {
            Ok((state, detail)) => Finding::new(part, state, detail),
            Err(error) => Finding::new(
                part,
                State::Bad,
                format!("cannot be asked: {}", error.in_log()),
            ),
        });
    }
    Ok(findings)
}

type Outcome = Result<(State, String), ServiceError>;

async fn database(context: &RequestContext) -> Outcome {
    let health = dialect::health(&context.platform.database.reader).await?;
    let state = if health.good { State::Good } else { State::Bad };
    Ok((state, health.said))
}

async fn migrations(context: &RequestContext) -> Outcome {
    let reader = &context.platform.database.reader;
    let pending = Migrator::get_pending_migrations_read_only(reader).await;
    Ok(match pending.map(|steps| steps.len()) {
        // Steps that only a later version knows, for one.
        Err(error) => (State::Bad, error.to_string()),
        Ok(0) => (State::Good, "every step has run".to_owned()),
        Ok(steps) => (
            State::Bad,
            format!("{steps} step(s) have not run: `migrate up`"),
        ),
    })
}

async fn parameters(context: &RequestContext) -> Outcome {
    let platform = &context.platform;
    platform.parameters.refresh(&platform.database).await?;
    let today = context.today();
    let sets = platform.parameters.all();
    let in_force = sets.iter().filter(|set| set.is_in_force(today)).count();
    Ok(match in_force {
        0 => (
            State::Bad,
            format!("{} set(s), none in force today", sets.len()),
        ),
        some => (
            State::Good,
            format!("{} set(s), {some} in force today", sets.len()),
        ),
    })
}

async fn audit(context: &RequestContext) -> Outcome {
    let report = sealing::verify(context, None).await?;
    let waiting = report.unsealed.len();
    Ok(if let Some(fault) = report.faults.first() {
        (
            State::Bad,
            format!("{} fault(s), the first: {fault:?}", report.faults.len()),
        )
    } else if waiting > WAITING {
        (
            State::Warning,
            format!("{waiting} events wait for the sealer"),
        )
    } else {
        (
            State::Good,
            format!("{} events sealed, {waiting} waiting", report.sealed),
        )
    })
}
