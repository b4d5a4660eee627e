//! Who reads a person's data through the use cases, and what the access log says of it.

use domain::ids::PersonId;
use sea_orm::EntityTrait;
use services::resident::{benefits, enrolment, holdings, overview, settlement, settlements};
use services::store::entity::audit_event;
use services::{Actor, RequestContext, ServiceError};
use tests::database::on_each;
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, Resident, link, platform_with_rules, resident};

/// Whether each use case lets the actor see the data of `person`; anything but a clear yes or a
/// `NotFound` fails.
async fn seen(context: &RequestContext, whose: &Resident) -> Vec<bool> {
    let person: PersonId = whose.person;
    let id = whose.settlements[0].0;
    let filter = settlements::Filter::default();
    let answers = [
        overview::of(context, person).await.map(drop),
        enrolment::of(context, person).await.map(drop),
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
        let history = |number| History {
            number,
            settlements: 1,
            items: 1,
        };
        let mother = resident(&platform, history(1)).await;
        let daughter = resident(&platform, history(2)).await;
        let stranger = resident(&platform, history(3)).await;
        let former = resident(&platform, history(4)).await;
        link(&platform, daughter.person, mother.person, None).await;
        let ended = "2026-06-14".parse().unwrap();
        link(&platform, former.person, mother.person, Some(ended)).await;
        let as_person = |who: &Resident| request(&platform, signed_in(who.person));

        let before = events(&as_person(&mother)).await.len();
        assert_eq!(
            seen(&as_person(&mother), &mother).await,
            [true; 6],
            "{}",
            made.kind
        );
        assert_eq!(
            seen(&as_person(&stranger), &mother).await,
            [false; 6],
            "{}",
            made.kind
        );
        assert_eq!(
            seen(&as_person(&former), &mother).await,
            [false; 6],
            "{}",
            made.kind
        );
        assert_eq!(
            seen(&as_person(&mother), &daughter).await,
            [false; 6],
            "a link has a direction"
        );
        let visitor = request(&platform, Actor::visitor());
        assert_eq!(seen(&visitor, &mother).await, [false; 6], "{}", made.kind);
        assert_eq!(
            events(&visitor).await.len(),
            before,
            "nothing was seen, nothing is logged"
        );

        assert_eq!(
            seen(&as_person(&daughter), &mother).await,
            [true; 6],
            "{}",
            made.kind
        );
        let logged = events(&visitor).await;
        let views: Vec<_> = logged
            .iter()
            .filter(|event| event.relation == "family")
            .collect();
        assert_eq!(views.len(), 6, "{}: each view is in the log", made.kind);
        assert!(
            views
                .iter()
                .all(|event| event.subject_id == uuid::Uuid::from(mother.person))
        );
        let detail = mother.settlements[0].0.to_string();
        assert!(views.iter().any(|event| event.object_id == detail));
    })
    .await;
}
