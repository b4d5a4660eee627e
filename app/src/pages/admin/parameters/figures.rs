//! The figures of a set in words: what each is called, and what it says.

mod names;

use domain::money::{BasisPoints, Money};
use leptos::prelude::*;
use services::parameters::compare::{Difference, Figure};

use super::text::ParametersText;
use crate::language::Language;
use crate::ui::{Column, Fold, IntoWritten, Look, Table, Written};
use names::{Kind, known};

/// What the figure at `path` is called: `职工医保 › 住院 › 起付线 › 三级医院`. A key that is not
/// known here is shown as it stands.
pub(super) fn name(path: &[String], language: Language) -> String {
    let steps = path.iter().filter(|step| step.as_str() != "values");
    let names = steps.map(|step| match step.parse::<usize>() {
        Ok(place) => match language {
            Language::Chinese => format!("第 {} 项", place + 1),
            Language::English => format!("no. {}", place + 1),
        },
        Err(_) => known(step).map_or_else(
            || step.clone(),
            |(chinese, english, _)| language.pick(chinese, english).to_owned(),
        ),
    });
    names.collect::<Vec<_>>().join(" › ")
}

/// What a figure says: money in yuan, shares in percent, codes in words.
pub(super) fn value(path: &[String], figure: Option<&Figure>, language: Language) -> String {
    match figure {
        None => language.pick("没有这一项", "not there").to_owned(),
        Some(Figure::None) => language.pick("不设", "none").to_owned(),
        Some(Figure::Empty) => language.pick("空", "empty").to_owned(),
        Some(Figure::Is(true)) => language.pick("是", "yes").to_owned(),
        Some(Figure::Is(false)) => language.pick("否", "no").to_owned(),
        Some(Figure::Text(code)) => known(code).map_or_else(
            || code.clone(),
            |(chinese, english, _)| language.pick(chinese, english).to_owned(),
        ),
        Some(Figure::Number(number)) => match (kind(path), i32::try_from(*number)) {
            (Kind::Amount, _) => Money::from_fen(*number).yuan(),
            (Kind::Share, Ok(points)) => BasisPoints::new(points).percent(),
            _ => number.to_string(),
        },
    }
}

/// Whether a number is money or a share: what the nearest key says that has a meaning of its own.
fn kind(path: &[String]) -> Kind {
    let kinds = path.iter().rev().filter_map(|step| known(step));
    kinds
        .map(|(.., kind)| kind)
        .find(|kind| *kind != Kind::Word)
        .unwrap_or(Kind::Word)
}

/// Whether what stands at `path` says where a figure comes from, and is none itself.
fn is_of_source(path: &[String]) -> bool {
    path.iter()
        .any(|step| matches!(step.as_str(), "source" | "note"))
}

/// The figures that differ; where they come from and what is noted beside them is folded.
#[component]
pub(super) fn Differences(
    text: &'static ParametersText,
    differences: Vec<Difference>,
) -> impl IntoView {
    let look = Look::current();
    if differences.is_empty() {
        return view! { <p>{text.no_difference}</p> }.written();
    }
    let columns = vec![
        Column::title(text.figure),
        Column::number(text.was),
        Column::number(text.is),
    ];
    let row = |one: Difference| {
        let say = |figure: Option<&Figure>| value(&one.path, figure, look.language).written();
        vec![
            name(&one.path, look.language).written(),
            say(one.was.as_ref()),
            say(one.is.as_ref()),
        ]
    };
    let (sources, figures): (Vec<Difference>, Vec<Difference>) = differences
        .into_iter()
        .partition(|one| is_of_source(&one.path));
    let figures = if figures.is_empty() {
        view! { <p>{text.no_difference}</p> }.written()
    } else {
        let rows: Vec<Vec<Written>> = figures.into_iter().map(row).collect();
        let columns = columns.clone();
        view! { <Table caption=text.figure hide_caption=true columns rows/> }.written()
    };
    let sources = (!sources.is_empty()).then(|| {
        let more = (text.sources)(sources.len());
        let caption = more.clone();
        let rows: Vec<Vec<Written>> = sources.into_iter().map(row).collect();
        view! {
            <Fold more>
                <Table caption hide_caption=true columns rows/>
            </Fold>
        }
    });
    view! {
        {figures}
        {sources}
    }
    .written()
}

/// Every figure, folded until asked for.
#[component]
pub(super) fn AllFigures(
    text: &'static ParametersText,
    figures: Vec<(Vec<String>, Figure)>,
) -> impl IntoView {
    let language = Look::current().language;
    let columns = vec![Column::title(text.figure), Column::number(text.value)];
    let row = |(path, figure): (Vec<String>, Figure)| {
        vec![
            name(&path, language).written(),
            value(&path, Some(&figure), language).written(),
        ]
    };
    let rows: Vec<Vec<Written>> = figures.into_iter().map(row).collect();
    view! {
        <details class="basis">
            <summary>{text.all_figures}</summary>
            <Table caption=text.all_figures hide_caption=true columns rows/>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use domain::settlement::parameters::shipped_parameter_sets;
    use services::parameters::compare::figures;

    use super::*;

    fn path(text: &str) -> Vec<String> {
        text.split('/').map(str::to_owned).collect()
    }

    #[test]
    fn every_figure_of_the_shipped_sets_has_words_in_both_languages() {
        for set in shipped_parameter_sets() {
            for (path, _) in figures(set).unwrap() {
                let steps = path.iter().filter(|step| step.as_str() != "values");
                for step in steps.filter(|step| step.parse::<usize>().is_err()) {
                    assert!(known(step).is_some(), "{step} in {path:?}");
                }
            }
        }
    }

    #[test]
    fn where_a_figure_comes_from_is_no_figure() {
        for at in ["remote/source/note/zh", "remote/source/clause", "note/en"] {
            assert!(is_of_source(&path(at)), "{at}");
        }
        for at in [
            "remote/values/unfiled",
            "schemes/employee/inpatient/deductible/values/l3",
            "other/minimum_years/values/male",
        ] {
            assert!(!is_of_source(&path(at)), "{at}");
        }
        // Of each shipped set both kinds are there.
        for set in shipped_parameter_sets() {
            let all = figures(set).unwrap();
            let sources = all.iter().filter(|(path, _)| is_of_source(path)).count();
            assert!(0 < sources && sources < all.len(), "{}", set.id);
        }
    }

    #[test]
    fn figures_are_told_in_the_unit_that_people_know() {
        let told = |at: &str, number: i64| {
            value(&path(at), Some(&Figure::Number(number)), Language::Chinese)
        };
        let deductible = "schemes/employee/inpatient/deductible/values/l3";
        assert_eq!(told(deductible, 130_000), "¥1,300.00");
        assert_eq!(
            told("schemes/employee/inpatient/ratio/values/l3/00/ratio", 8500),
            "85%"
        );
        assert_eq!(
            told(
                "schemes/employee/inpatient/ratio/values/l3/00/until",
                3_000_000
            ),
            "¥30,000.00"
        );
        assert_eq!(told("remote/values/unfiled", 2000), "20%");
        assert_eq!(told("other/minimum_years/values/male", 25), "25");
        assert_eq!(told("other/contribution_rates/values/person", 200), "2%");
        assert_eq!(
            name(&path(deductible), Language::Chinese),
            "两种医保的规则 › 职工医保 › 住院 › 起付线 › 三级医院"
        );
    }
}
