//! What a simulation says: how far it is, then who gains and who loses.

mod text;

use domain::language::Language as Spoken;
use domain::money::Money;
use domain::settlement::Layer;
use leptos::prelude::*;
use services::parameters::simulate::{Group, Report, Row, Run, RunState, Source};

use crate::language::Language;
use crate::pages::moment::moment;
use crate::ui::{
    Card, Column, Fact, Facts, IntoWritten, Look, Notice, Table, Tone, Written, capitalised,
};
use text::ReportText;

/// The newest simulation of a set.
#[component]
pub(super) fn Simulation(
    /// The simulation.
    run: Option<Run>,
    /// Whether the set is an open draft.
    draft: bool,
    /// The content of the set as it stands.
    current: String,
) -> impl IntoView {
    let look = Look::current();
    let text = ReportText::of(look.language);
    let Some(run) = run else {
        return draft
            .then(|| view! { <Card title=text.title><p>{text.none}</p></Card> })
            .written();
    };
    let asked = (text.asked)(&moment(run.asked_at, look.language), run.wanted);
    let other = (draft && run.content_hash != current)
        .then(|| view! { <Notice><p>{text.other_content}</p></Notice> });
    let body = match run.state {
        RunState::Running => {
            let progress = (text.running)(run.replayed, run.wanted);
            view! { <Notice tone=Tone::Info><p>{progress}</p></Notice> }.written()
        }
        RunState::Stale => view! { <p>{text.stale}</p> }.written(),
        RunState::Done(report) => {
            let replayed = run.replayed;
            view! { <Result text report=*report replayed/> }.written()
        }
    };
    view! {
        <Card title=text.title>
            <p class="small muted">{asked}</p>
            {other}
            {body}
        </Card>
    }
    .written()
}

#[component]
fn Result(text: &'static ReportText, report: Report, replayed: u64) -> impl IntoView {
    let language = Look::current().language;
    let spoken: Spoken = language.into();
    let Some((first, last)) = report.years else {
        return view! { <p>{text.no_bills}</p> }.written();
    };
    let columns = columns(text);
    let everybody = cells(text.everybody.to_owned(), &report.everybody, text);
    let mut rows = Vec::new();
    for scheme in &report.schemes {
        let name = capitalised(scheme.of.label(spoken));
        rows.push(cells(name, scheme, text));
        let members = report
            .groups
            .iter()
            .filter(|group| group.of.scheme() == scheme.of);
        rows.extend(members.map(|group| cells(group_name(group.of, language), group, text)));
    }
    let sources: Vec<Vec<Written>> = report
        .sources
        .iter()
        .map(|source| cells(source_name(source.of, text, spoken), source, text))
        .collect();
    let by_source = (!sources.is_empty()).then(|| {
        let columns = self::columns(text);
        view! { <Table caption=text.by_source columns rows=sources/> }.written()
    });
    let change = match report.change {
        Some((funds, burden)) => {
            view! { <Facts facts=change(text, funds, burden, spoken)/> }.written()
        }
        None => view! { <p>{text.too_few}</p> }.written(),
    };
    let odd = odd(text, &report);
    let lead = (text.looked_at)(replayed, first, last);
    let hidden = (text.hidden)(report.least);
    view! {
        <p class="measure">{lead}</p>
        {change}
        <Table caption=text.by_group columns rows foot=everybody/>
        {by_source}
        <p class="small muted measure">{hidden}</p>
        {odd}
    }
    .written()
}

fn columns(text: &ReportText) -> Vec<Column> {
    let bands = text.bands.iter().map(|band| Column::number(*band));
    [Column::title(text.who)]
        .into_iter()
        .chain(bands)
        .chain([Column::number(text.all)])
        .collect()
}

fn cells<T>(name: String, row: &Row<T>, text: &ReportText) -> Vec<Written> {
    let count = |count: &Option<u64>| match count {
        Some(count) => count.to_string().written(),
        None => view! { <span class="muted">{text.kept_back}</span> }.written(),
    };
    [name.written()]
        .into_iter()
        .chain(row.bands.iter().map(count))
        .chain([count(&row.all)])
        .collect()
}

fn change(text: &ReportText, funds: [Money; 4], burden: Money, spoken: Spoken) -> Vec<Fact> {
    let layers = [
        Layer::Pool,
        Layer::LargeAmount,
        Layer::Catastrophic,
        Layer::Assistance,
    ];
    let all: Money = funds.iter().copied().sum();
    let mut facts = vec![
        Fact::text(text.people_pay, (text.more_or_less)(burden)),
        Fact::text(text.funds_pay, (text.more_or_less)(all)),
    ];
    let each = layers.iter().zip(funds).filter(|(_, fund)| !fund.is_zero());
    facts.extend(each.map(|(layer, fund)| {
        let name = capitalised(layer.label(spoken));
        Fact::text((text.of_which)(&name), (text.more_or_less)(fund))
    }));
    facts
}

fn odd(text: &'static ReportText, report: &Report) -> Option<Written> {
    let refused = (report.refused > 0).then(|| (text.refused)(report.refused));
    let unlike = (report.unlike > 0).then(|| (text.unlike)(report.unlike));
    let lines: Vec<String> = [refused, unlike].into_iter().flatten().collect();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <p>{line}</p> });
        view! { <Notice>{lines.collect_view()}</Notice> }.written()
    })
}

fn source_name(source: Source, text: &ReportText, spoken: Spoken) -> String {
    match source {
        Source::Only(kind) => (text.only)(kind.label(spoken)),
        Source::Several => text.several.to_owned(),
        Source::Nothing => text.nothing.to_owned(),
    }
}

fn group_name(group: Group, language: Language) -> String {
    let words = match group {
        Group::AtWork => ("其中：在职", "of them: at work"),
        Group::Retired => ("其中：退休", "of them: retired"),
        Group::Child => ("其中：未满 18 岁", "of them: under 18"),
        Group::Adult => ("其中：18 到 59 岁", "of them: 18 to 59"),
        Group::Elder => ("其中：60 岁以上", "of them: 60 and older"),
        Group::EmployeeHardship | Group::ResidentHardship => {
            ("其中：困难群众", "of them: in recognised hardship")
        }
    };
    language.pick(words.0, words.1).to_owned()
}
