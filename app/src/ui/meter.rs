//! How much of a yearly amount is used.

use domain::money::Money;
use leptos::prelude::*;

use super::Look;
use super::example::Example;

/// A bar with its words. The words say all of it; the bar only shows it.
#[component]
pub fn Meter(
    /// What is measured.
    #[prop(into)]
    label: String,
    /// What is left, as a sentence.
    #[prop(into)]
    left: String,
    /// How much is used.
    used: Money,
    /// Of how much.
    total: Money,
    /// What follows from it.
    #[prop(optional_no_strip, into)]
    note: Option<String>,
    /// A point on the way that changes something.
    #[prop(optional)]
    mark: Option<Money>,
) -> impl IntoView {
    let mark = mark.map(|mark| {
        view! { <rect class="mark" x=percent(mark, total) y="0" width="4" height="100%"></rect> }
    });
    let look = Look::current();
    view! {
        <div class="meter">
            <p class="line"><strong>{label}</strong><span>{look.say(left)}</span></p>
            <svg width="100%" height="12" aria-hidden="true" focusable="false">
                <rect class="track" x="0" y="0" width="100%" height="100%"></rect>
                <rect class="fill" x="0" y="0" width=percent(used, total) height="100%"></rect>
                {mark}
            </svg>
            {note.map(|note| view! { <p class="small muted">{look.say(note)}</p> })}
        </div>
    }
}

/// `part` of `total` as a length, to a thousandth of a percent; between nothing and all of it.
pub(super) fn percent(part: Money, total: Money) -> String {
    let total = i128::from(total.fen()).max(1);
    let thousandths = (i128::from(part.fen()).max(0) * 100_000 / total).min(100_000);
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "门诊起付线",
        "Outpatient deductible",
        || {
            let look = Look::current();
            view! {
            <Meter
                label=look.pick("门诊起付线", "Outpatient deductible")
                left=look.pick("还差 ¥340.00 就开始报", "¥340.00 until cover starts")
                used=Money::from_yuan(1460)
                total=Money::from_yuan(1800)
                note=look.pick("超过 1,800 元的部分按比例报。", "What exceeds ¥1,800 is covered in part.").to_owned()
            />
        }
        .into_any()
        },
    )]
}

#[cfg(test)]
mod tests {
    use super::{Money, percent};

    #[test]
    fn lengths_stay_between_nothing_and_all() {
        let yuan = Money::from_yuan;
        assert_eq!(percent(yuan(1), yuan(3)), "33.333%");
        assert_eq!(percent(yuan(9), yuan(3)), "100.000%");
        assert_eq!(percent(yuan(-1), yuan(3)), "0.000%");
        assert_eq!(percent(yuan(1), yuan(0)), "100.000%");
        assert_eq!(
            percent(Money::from_fen(i64::MAX), Money::from_fen(i64::MAX)),
            "100.000%"
        );
    }
}
