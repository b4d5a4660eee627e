//! The clauses that figures rest on: each stands in the library, and a stored set can be given them.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/bills.rs"]
mod support;

use std::collections::BTreeSet;
use std::path::Path;

use domain::explain::{document_number, explain};
use domain::language::Language;
use domain::money::BasisPoints;
use domain::settlement::parameters::{
    Gives, ParameterSet, Provenance, Source, shipped_parameter_sets,
};
use domain::settlement::{Layer, Trace, settle};
use proptest::prelude::*;
use support::any_case;

/// The text of a document of the shipped library.
fn document(id: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../services/data/policies");
    std::fs::read_to_string(folder.join(format!("{id}.md"))).unwrap()
}

fn sources(set: &ParameterSet) -> Vec<Source> {
    let mut set = set.clone();
    set.sources_mut()
        .into_iter()
        .map(|one| one.clone())
        .collect()
}

fn without_clauses(set: &ParameterSet) -> ParameterSet {
    let mut set = set.clone();
    for source in set.sources_mut() {
        source.clause = None;
        source.gives = Gives::Frame;
    }
    set
}

#[test]
fn every_shipped_clause_stands_in_the_shipped_library() {
    let mut seen = BTreeSet::new();
    for set in shipped_parameter_sets() {
        for source in sources(set) {
            let Some(clause) = source.clause else {
                assert_eq!(source.gives, Gives::Frame, "{}", set.id);
                continue;
            };
            let id = source.document.unwrap();
            assert!(document_number(&id).is_some(), "{id} has no number");
            let text = document(&id);
            for point in clause.split('、') {
                assert!(text.contains(&format!("\n### {point} ")), "{id} {point}");
                let number = point.trim_start_matches('第').trim_end_matches('点');
                assert!(
                    text.contains(&format!("\n### {number}. ")),
                    "{id} {number}."
                );
                seen.insert(format!("{id} {point}"));
            }
        }
    }
    assert!(seen.len() >= 15, "{seen:?}");
}

#[test]
fn the_list_of_sources_is_whole() {
    for set in shipped_parameter_sets() {
        let body = serde_json::to_value(set).unwrap().to_string();
        let written = body.matches("\"provenance\":").count();
        assert_eq!(sources(set).len(), written, "{}", set.id);
    }
}

#[test]
fn a_set_of_before_reads_and_takes_the_clauses() {
    for shipped in shipped_parameter_sets() {
        let stored = without_clauses(shipped);
        let body = serde_json::to_value(&stored).unwrap();
        assert!(
            !body.to_string().contains("\"clause\"") && !body.to_string().contains("\"gives\"")
        );
        let read: ParameterSet = serde_json::from_value(body).unwrap();
        assert_eq!(read, stored);
        assert!(read.is_completed_by(shipped) && !shipped.is_completed_by(&read));

        // Clauses do not carry a figure, or a word about where it comes from, past the door.
        let mut changed = shipped.clone();
        changed.remote.values.unfiled = BasisPoints::new(1);
        assert!(!stored.is_completed_by(&changed));
        let mut surer = shipped.clone();
        surer.other.dual_channel.as_mut().unwrap().source.provenance = Provenance::Real;
        assert!(!stored.is_completed_by(&surer));
        // A clause that is there is not replaced.
        let mut another = shipped.clone();
        another.remote.source.clause = Some("第1点".to_owned());
        assert!(!another.is_completed_by(shipped));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn every_step_of_law_or_parameter_names_what_it_rests_on(case in any_case()) {
        let sets = shipped_parameter_sets();
        let set = sets.iter().find(|set| set.id == case.set).unwrap();
        let mut trace = Trace::new();
        settle(set, &case.bill(), &mut trace).unwrap();
        let zh = explain(&trace, set, Language::Zh);
        let en = explain(&trace, set, Language::En);
        for (zh, en) in zh.iter().zip(&en) {
            prop_assert_eq!(&zh.clause, &en.clause);
            prop_assert_eq!(zh.value.is_some(), en.value.is_some());
            // A sum has no clause; what is the law of the land or a figure of the place has one, or
            // its document, or the set says that nothing is published.
            let decided = zh.layer != Layer::Cash;
            let told = zh.clause.is_some()
                || zh.parameter.as_ref().is_some_and(|note| note.document.is_none());
            prop_assert_eq!(decided, told, "{}", zh.rule);
            // The value stands among the figures of the sentence.
            if let Some(value) = &zh.value {
                prop_assert!(zh.parameter.is_some() && !value.is_empty());
            }
            let chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
            prop_assert!(!en.value.as_deref().unwrap_or_default().contains(chinese));
        }
    }
}

/// What the explanation says for one well-known step.
#[test]
fn the_threshold_of_people_in_hardship_is_given_by_the_clause_itself() {
    let set = shipped_parameter_sets().first().unwrap();
    let tilt = &set.schemes.resident.catastrophic.tilt.source;
    assert_eq!(tilt.gives, Gives::Figure);
    assert_eq!(tilt.clause.as_deref(), Some("第3点"));
    let text = document(tilt.document.as_deref().unwrap());
    let Some((_, point)) = text.split_once("### 第3点") else {
        panic!("no such point");
    };
    let point = point.split("###").next().unwrap();
    assert!(point.contains("起付线降低一半") && point.contains("5个百分点"));
}
