//! `/help`: how to reach a person, then the questions people really ask, each with its answer
//! before its details.

mod offices;
mod person;
mod question;
mod text;

use chrono::Duration;
use leptos::prelude::*;
use services::accounts::sessions::{ABSOLUTE, IDLE, WARNING};

use crate::address::with_query;
use crate::language::Language;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::site::SiteSettings;
use crate::ui::{
    ButtonKind, ButtonLink, Chip, Chips, Door, Doors, IntoWritten, Look, Notice, PrintButton, Tone,
};

use offices::Offices;
use person::Person;
use question::Question;
use text::{HelpText, Topic};

/// The page. `topic` keeps to one topic; elder mode shows the topics first and one at a time.
///
/// # Errors
/// None.
pub async fn page(request: PageRequest) -> PageResult {
    let text = HelpText::of(request.language());
    let wanted = request.query_value("topic");
    let chosen = text.topics.iter().find(|topic| Some(topic.code) == wanted);
    let title = chosen.map_or(text.title, |topic| topic.title);
    let request_site = request.site.clone();
    let page = Page::new(title, Area::Public, move || {
        let site = &*request_site;
        let elder = Look::current().elder;
        let shown: Vec<&'static Topic> = match (chosen, elder) {
            (Some(topic), _) => vec![topic],
            (None, true) => Vec::new(),
            (None, false) => text.topics.iter().collect(),
        };
        let choice = match (chosen, elder) {
            (None, true) => view! { <Doors doors=doors(text)/> }.written(),
            (Some(_), true) => {
                let back = text.all_topics;
                view! { <p class="actions"><ButtonLink href="/help" label=back kind=ButtonKind::Quiet/></p> }.written()
            }
            (_, false) => view! { <Chips label=text.contents chips=chips(text, chosen)/> }.written(),
        };
        let topics = shown.into_iter().map(|topic| section(topic, site));
        let topics = topics.collect_view();
        let demo = site.demo.then(|| {
            view! { <Notice tone=Tone::Info><p>{text.demo}</p></Notice> }
        });
        view! {
            <div class="wrap page stack">
                <h1>{title}</h1>
                <div class="split" data-rail>
                    <div class="rail stack">
                        <Person text site=site.clone()/>
                        {choice}
                        <p class="actions"><PrintButton/></p>
                    </div>
                    <div class="stack">{demo}{topics}</div>
                </div>
            </div>
        }
    })
    .describe(text.description);
    Ok(page.into())
}

fn chips(text: &HelpText, chosen: Option<&Topic>) -> Vec<Chip> {
    let all = Chip::new(text.all_topics, "/help", chosen.is_none());
    let each = text.topics.iter().map(|topic| {
        let href = with_query("/help", &[("topic", topic.code)]);
        Chip::new(topic.title, href, chosen == Some(topic))
    });
    std::iter::once(all).chain(each).collect()
}

fn doors(text: &HelpText) -> Vec<Door> {
    let door = |topic: &Topic| Door {
        href: with_query("/help", &[("topic", topic.code)]),
        sign: topic.sign,
        title: topic.title.to_owned(),
        text: String::new(),
    };
    text.topics.iter().map(door).collect()
}

fn section(topic: &'static Topic, site: &SiteSettings) -> impl IntoView + use<> {
    let id = format!("topic-{}", topic.code);
    let labelled_by = id.clone();
    let facts = Facts::of(site);
    let questions = topic.questions.iter().map(move |question| {
        view! { <Question question facts=facts.clone()/> }
    });
    let questions = questions.collect_view();
    let offices =
        (topic.code == "offices").then(|| view! { <Offices hotline=site.hotline.clone()/> });
    view! {
        <section class="stack" data-flow="close" aria-labelledby=labelled_by>
            <h2 id=id>{topic.title}</h2>
            {questions}
            {offices}
        </section>
    }
}

/// What answers take from the deployment and from the program itself.
#[derive(Clone)]
struct Facts(Vec<(&'static str, String)>);

impl Facts {
    fn of(site: &SiteSettings) -> Self {
        let hours = match Look::current().language {
            Language::Chinese => &site.hotline_hours_zh,
            Language::English => &site.hotline_hours_en,
        };
        Self(vec![
            ("{hotline}", site.hotline.clone()),
            ("{hours}", hours.clone()),
            ("{idle}", minutes(IDLE)),
            ("{warning}", minutes(WARNING)),
            ("{longest}", ABSOLUTE.num_hours().to_string()),
        ])
    }

    /// `sentence` with the facts in it.
    fn fill(&self, sentence: &str) -> String {
        self.0
            .iter()
            .fold(sentence.to_owned(), |text, (name, value)| {
                text.replace(name, value)
            })
    }
}

fn minutes(length: Duration) -> String {
    length.num_minutes().to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn both_languages_answer_the_same_questions() {
        let ids = |language| -> Vec<(&str, &str)> {
            let topics = HelpText::of(language).topics;
            topics
                .iter()
                .flat_map(|topic| topic.questions.iter().map(|one| (topic.code, one.id)))
                .collect()
        };
        let chinese = ids(Language::Chinese);
        assert_eq!(chinese, ids(Language::English));
        let distinct: BTreeSet<_> = chinese.iter().map(|(_, id)| id).collect();
        assert_eq!(distinct.len(), chinese.len(), "anchors are unique");
    }

    #[test]
    fn a_topic_has_at_most_six_questions_and_there_are_six_topics() {
        for language in [Language::Chinese, Language::English] {
            let topics = HelpText::of(language).topics;
            assert_eq!(topics.len(), 6);
            assert!(topics.iter().all(|topic| topic.questions.len() <= 6));
        }
    }

    #[test]
    fn links_and_facts_of_the_answers_exist() {
        let known = ["{hotline}", "{hours}", "{idle}", "{warning}", "{longest}"];
        for language in [Language::Chinese, Language::English] {
            for topic in HelpText::of(language).topics {
                for question in topic.questions {
                    let mut texts = vec![question.answer];
                    texts.extend_from_slice(question.more);
                    for text in texts {
                        let rest = known
                            .iter()
                            .fold(text.to_owned(), |text, name| text.replace(name, ""));
                        assert!(!rest.contains('{'), "{text}");
                    }
                }
            }
        }
    }
}
