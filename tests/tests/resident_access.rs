//! Who reads a person's data through the use cases, and what the access log says of it.

use domain::family::Kinship;
use domain::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use services::resident::{
    benefits, contributions, enrolment, holdings, overview, settlement, settlements,
};
use services::store::entity::{audit_event, person};
use services::{Actor, RequestContext, ServiceError};
use tests::database::on_each;
use tests::platform::{request, resident as signed_in};
use tests::residents::{
    History, Resident, link, mother_and_daughter, platform_with_rules, resident,
};

/// Whether each use case lets the actor see the data of `person`; anything but a clear yes or a
/// `NotFound` fails.
async fn seen(context: &RequestContext, whose: &Resident) -> Vec<bool> {
    let person: PersonId = whose.person;
    let id = whose.settlements[0].0;
    let filter = settlements::Filter::default();
    let answers = [
        overview::of(context, person).await.map(drop),
        enrolment::of(context, person).await.map(drop),
        contributions::of(context, person).await.map(drop),
        benefits::of(context, person).await.map(drop),
        settlements::of(context, person, filter).await.map(drop),
        settlement::of(context, person, id, 1).await.map(drop),
        holdings::of(context, person).await.map(drop),
    ];
    answers
        .into_iter()
        .map(|answer| match answer {
            Ok(()) => true,
            Err(ServiceError::NotFound) => false,
            Err(other) => panic!("{other}"),
        })
        .collect()
}

async fn events(context: &RequestContext) -> Vec<audit_event::Model> {
    let reader = &context.platform.database.reader;
    audit_event::Entity::find().all(reader).await.unwrap()
}

#[tokio::test]
async fn oneself_and_family_read_strangers_do_not() {
    on_each(|made| async move {
        // The whole of it, so that its folder stays.
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let (mother, daughter) = mother_and_daughter(&platform).await;
        let stranger = resident(&platform, History::short(3)).await;
        let former = resident(&platform, History::short(4)).await;
        let ended = "2026-06-14".parse().unwrap();
        link(&platform, former.person, mother.person, Some(ended)).await;
        let as_person = |who: &Resident| request(&platform, signed_in(who.person));

        let before = events(&as_person(&mother)).await.len();
        assert_eq!(
            seen(&as_person(&mother), &mother).await,
            [true; 7],
            "{}",
            made.kind
        );
        assert_eq!(
            seen(&as_person(&stranger), &mother).await,
            [false; 7],
            "{}",
            made.kind
        );
        assert_eq!(
            seen(&as_person(&former), &mother).await,
            [false; 7],
            "{}",
            made.kind
        );
        assert_eq!(
            seen(&as_person(&mother), &daughter).await,
            [false; 7],
            "a link has a direction"
        );
        let visitor = request(&platform, Actor::visitor());
        assert_eq!(seen(&visitor, &mother).await, [false; 7], "{}", made.kind);
        assert_eq!(
            events(&visitor).await.len(),
            before,
            "nothing was seen, nothing is logged"
        );

        assert_eq!(
            seen(&as_person(&daughter), &mother).await,
            [true; 7],
            "{}",
            made.kind
        );
        let logged = events(&visitor).await;
        let views: Vec<_> = logged
            .iter()
            .filter(|event| event.relation == "family")
            .collect();
        assert_eq!(views.len(), 7, "{}: each view is in the log", made.kind);
        assert!(
            views
                .iter()
                .all(|event| event.subject_id == uuid::Uuid::from(mother.person))
        );
        let detail = mother.settlements[0].0.to_string();
        for event in views {
            let wanted = match event.action.as_str() {
                "read_settlement_detail" => ("settlement", detail.as_str()),
                "read_overview" => ("person", "cover visits account"),
                _ => ("person", ""),
            };
            let named = (event.object_kind.as_str(), event.object_id.as_str());
            assert_eq!(named, wanted, "{}: {}", made.kind, event.action);
        }
    })
    .await;
}

/// Whoever lists those they act for reads their own links. To read anything of the relative is
/// another use case, which is logged (`docs/decisions/0016-names-on-links.md`).
#[tokio::test]
async fn ones_own_links_are_listed_without_a_look_at_the_relative() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let history = |number| History {
            number,
            settlements: 0,
            items: 0,
        };
        let mother = resident(&platform, history(1)).await;
        let daughter = resident(&platform, history(2)).await;
        link(&platform, daughter.person, mother.person, None).await;
        // What happens to the mother's record is not seen through the link.
        person::Entity::update_many()
            .col_expr(person::Column::Name, Expr::value("新名字"))
            .filter(person::Column::PersonId.eq(uuid::Uuid::from(mother.person)))
            .exec(&made.database.writer)
            .await
            .unwrap();
        let context = request(&platform, signed_in(daughter.person));
        let before = events(&context).await.len();
        let seen = overview::of(&context, daughter.person).await.unwrap();
        let links: Vec<_> = seen
            .family
            .iter()
            .map(|one| (one.person, one.name.as_str(), one.kinship))
            .collect();
        assert_eq!(
            links,
            [(mother.person, "测试家人", Some(Kinship::Parent))],
            "{}",
            made.kind
        );
        assert_eq!(events(&context).await.len(), before, "{}", made.kind);
    })
    .await;
}
