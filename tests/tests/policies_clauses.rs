//! Each step of a calculation leads to the very article that it rests on.

use std::collections::BTreeSet;

use domain::explain::Clause;
use domain::settlement::parameters::{Gives, shipped_parameter_sets};
use scraper::{Html, Selector};
use sea_orm::{EntityTrait, IntoActiveModel};
use services::RequestContext;
use services::parameters::{Outcome, import_shipped};
use services::policies::clauses::linked;
use services::store::entity::parameter_set;
use tests::database::{on_each, sqlite_only};
use tests::library;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, resident};

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}

/// Follows every link of the steps on `address`; returns where they lead.
async fn followed(context: &RequestContext, address: &str, wish: Wish) -> BTreeSet<String> {
    let (status, html) = get(context, address, wish).await;
    assert_eq!(status, 200, "{address}");
    let links: BTreeSet<(String, String)> = {
        let page = Html::parse_document(&html);
        page.select(&selector(".steps .source a"))
            .map(|link| {
                let href = link.attr("href").expect("a link").to_owned();
                (href, link.text().collect())
            })
            .collect()
    };
    for (href, name) in &links {
        let path = href.split('#').next().expect("a path");
        let (status, document) = get(context, path, wish).await;
        assert_eq!(status, 200, "{path}");
        let Some((_, anchor)) = href.split_once('#') else {
            continue;
        };
        let document = Html::parse_document(&document);
        let article = document
            .select(&selector(&format!("[id='{anchor}']")))
            .next()
            .unwrap_or_else(|| panic!("{href} is not there"));
        let text: String = article.text().collect();
        // `医保发〔2021〕5号 第3点`, `医保发〔2021〕5号, point 3`.
        let (_, place) = name.split_once(' ').unwrap_or_default();
        let number: String = place
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        let heads = [format!("第{number}点"), format!("{number}. ")];
        assert!(
            heads.iter().any(|head| text.contains(head)),
            "{name}: {text}"
        );
    }
    links.into_iter().map(|(href, _)| href).collect()
}

#[tokio::test]
async fn every_step_leads_to_its_very_article() {
    let made = sqlite_only().await;
    let platform = library::platform(&made);
    let visitor = library::visitor(&platform);
    library::shipped(&visitor).await;
    let operator = library::operator(&platform);
    import_shipped(&operator).await.expect("the parameters");
    let somebody = resident(&platform, History::short(1)).await;
    let own = request(&platform, signed_in(somebody.person));
    let settlement = format!("/me/settlements/{}", somebody.settlements[0].0);
    for wish in [Wish::default(), ENGLISH] {
        for (context, address) in [(&visitor, "/calculator"), (&own, settlement.as_str())] {
            let links = followed(context, address, wish).await;
            let articles = links.iter().filter(|href| href.contains('#')).count();
            assert!(articles >= 2, "{address}: {links:?}");
        }
    }
    // Where nothing is published the page says so.
    let (_, html) = get(&own, &settlement, Wish::default()).await;
    let page = Html::parse_document(&html);
    let steps = page.select(&selector(".steps > li")).count();
    let sources = page.select(&selector(".steps .source")).count();
    assert!(
        steps > sources && sources >= 3,
        "a sum rests on nothing: {steps} {sources}"
    );
    assert!(page.select(&selector(".steps .layer")).count() == steps);
    for words in ["标准：", "参数 BJ-2025，2025年1月1日起有效", "把握"] {
        assert!(html.contains(words), "{words}");
    }
}

#[tokio::test]
async fn every_shipped_clause_is_found_in_both_languages() {
    on_each(|made| async move {
        let platform = library::platform(&made);
        let visitor = library::visitor(&platform);
        services::policies::ship(&library::operator(&platform))
            .await
            .expect("the library");
        let mut wanted: Vec<Clause> = Vec::new();
        for set in shipped_parameter_sets() {
            let mut set = set.clone();
            for source in set.sources_mut() {
                if let (Some(document), Some(place)) = (&source.document, &source.clause) {
                    wanted.push(Clause {
                        document: document.clone(),
                        place: Some(place.clone()),
                        gives: source.gives,
                    });
                }
            }
        }
        let found = linked(&visitor, &wanted, visitor.today()).await.expect("");
        let mut distinct: Vec<&Clause> = Vec::new();
        for clause in &wanted {
            if !distinct.contains(&clause) {
                distinct.push(clause);
            }
        }
        assert_eq!(found.len(), distinct.len(), "{}", made.kind);
        for one in &found {
            let at = &one.at;
            assert!(at.anchor.is_some() && at.anchor_en.is_some(), "{one:?}");
            assert_eq!(at.as_of, None, "{one:?}");
        }
        // What the library does not have leads nowhere; a point that it has not, to the document.
        let nowhere = |document: &str, place: &str| Clause {
            document: document.to_owned(),
            place: Some(place.to_owned()),
            gives: Gives::Frame,
        };
        let wanted = [nowhere("d99", "第1点"), nowhere("d04", "第99点")];
        let found = linked(&visitor, &wanted, visitor.today()).await.expect("");
        assert_eq!(found.len(), 1);
        assert_eq!(
            (&*found[0].at.document, &found[0].at.anchor),
            ("d04", &None)
        );
    })
    .await;
}

/// A store of before has the sets without clauses: they get them, and no figure changes.
#[tokio::test]
async fn a_stored_set_takes_the_clauses_that_ship() {
    on_each(|made| async move {
        let platform = library::platform(&made);
        let operator = library::operator(&platform);
        import_shipped(&operator).await.expect("the parameters");
        let reader = &platform.database.reader;
        let rows = parameter_set::Entity::find()
            .all(reader)
            .await
            .expect("rows");
        for row in rows {
            let mut set: domain::settlement::parameters::ParameterSet =
                serde_json::from_str(&row.body).expect("a set");
            for source in set.sources_mut() {
                source.clause = None;
                source.gives = Gives::Frame;
            }
            let mut change = row.into_active_model();
            change.body = sea_orm::ActiveValue::Set(serde_json::to_string(&set).expect("text"));
            parameter_set::Entity::update(change)
                .exec(&platform.database.writer)
                .await
                .expect("a change");
        }
        let done = import_shipped(&operator).await.expect("again");
        assert!(
            done.iter().all(|one| one.outcome == Outcome::Completed),
            "{}: {done:?}",
            made.kind
        );
        for set in shipped_parameter_sets() {
            let stored = platform.parameters.by_id(&set.id).expect("a set");
            assert_eq!(&*stored, set);
        }
        let done = import_shipped(&operator).await.expect("a third time");
        assert!(done.iter().all(|one| one.outcome == Outcome::Unchanged));
    })
    .await;
}
