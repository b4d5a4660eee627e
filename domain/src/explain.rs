//! A trace told as sentences, in either language, each with its amount, its rule and where
//! the rule's figures come from.

mod api;
mod clause;
mod difference;
mod en;
mod parameter;
mod value;
mod zh;

pub use api::{TraceEntry, trace_entries};
pub use clause::Clause;
pub use difference::{Reason, differences};
pub use parameter::{ParameterNote, document_number, parameter_behind};

use crate::language::Language;
use crate::money::{BasisPoints, Money};
use crate::settlement::parameters::ParameterSet;
use crate::settlement::{Facts, Layer, Step, Trace, VisitKind};

/// One step of the calculation, told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The layer it belongs to.
    pub layer: Layer,
    /// Stable code of the rule, such as `pool.bracket`.
    pub rule: String,
    /// What happens, in a few words.
    pub title: String,
    /// Why, in plain words, with the figures that went in.
    pub why: String,
    /// What the step starts from, in fen.
    pub input: Money,
    /// What it adds to its layer, in fen; negative where a cap cuts.
    pub amount: Money,
    /// The amount as shown beside the sentence; empty where the step moves no money.
    pub figure: String,
    /// The parameter behind it; `None` where the bill alone decides.
    pub parameter: Option<ParameterNote>,
    /// The value of that parameter as people write it; `None` where it is a rule in words.
    pub value: Option<String>,
    /// The published clause that the step rests on; `None` for mere sums and where none is known.
    pub clause: Option<Clause>,
}

/// The words for one step.
struct Words {
    title: String,
    why: String,
    figure: String,
}

impl Words {
    fn new(title: impl Into<String>, why: impl Into<String>, figure: String) -> Self {
        Self {
            title: title.into(),
            why: why.into(),
            figure,
        }
    }
}

/// `(whole − less) × ratio = result`, without what is zero.
fn product(whole: Money, less: Money, ratio: BasisPoints, result: Money) -> String {
    let base = if less.is_zero() {
        whole.plain()
    } else {
        format!("({} − {})", whole.plain(), less.plain())
    };
    format!("{base} × {} = {}", ratio.percent(), result.plain())
}

/// What a step's words may need beside the step.
struct Scene<'a> {
    facts: &'a Facts,
    set: &'a ParameterSet,
    /// The step that follows, which tells whether a fund was used up.
    next: Option<&'a Step>,
}

impl Scene<'_> {
    /// Whether the pool was used up within the step before [`Self::next`].
    fn used_up_next(&self) -> bool {
        matches!(self.next, Some(Step::PoolUsedUp(..)))
    }

    /// The pool's yearly cap when this is the last bracket and nothing was cut.
    fn cap_not_reached(&self) -> Option<Money> {
        let last = !matches!(
            self.next,
            Some(Step::PoolBracket(..) | Step::PoolUsedUp(..))
        );
        let shared =
            self.facts.kind != VisitKind::Chronic || self.set.other.chronic.values.shared_cap;
        self.set
            .rules(self.facts.scheme)
            .inpatient
            .pool_cap
            .values
            .filter(|_| last && shared)
    }
}

/// The steps as sentences, in the order of the calculation. `set` is the parameter set that
/// the settlement used.
#[must_use]
pub fn explain(trace: &Trace, set: &ParameterSet, language: Language) -> Vec<Sentence> {
    let next = trace.steps.iter().skip(1).map(Some).chain([None]);
    trace
        .steps
        .iter()
        .zip(next)
        .map(|(step, next)| {
            let scene = Scene {
                facts: &trace.facts,
                set,
                next,
            };
            let words = match language {
                Language::Zh => zh::words(step, &scene),
                Language::En => en::words(step, &scene),
            };
            let parameter = parameter_behind(step, &trace.facts, set);
            Sentence {
                layer: step.layer(),
                rule: format!("{}.{}", step.layer(), step.name()),
                title: words.title,
                why: words.why,
                input: step.input(),
                amount: step.output(),
                figure: words.figure,
                value: parameter
                    .as_ref()
                    .and_then(|_| value::behind(step, language)),
                clause: clause::behind(step, parameter.as_ref()),
                parameter,
            }
        })
        .collect()
}
