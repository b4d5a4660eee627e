//! The personal account: the balance, and the ledger page by page.

use chrono::NaiveDate;
use domain::money::Money;
use scraper::{Html, Selector};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use services::resident::account::{self, EntryKind, PAGE_SIZE};
use services::store::entity::account_entry;
use services::{Platform, ServiceError};
use tests::database::on_each;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{Resident, mother_and_daughter, platform_with_rules};
use uuid::Uuid;

const ENTRIES: u128 = 30;

/// Thirty monthly inflows of 10 yuan, the last of them spent for a relative and for oneself.
async fn fill(platform: &Platform, whose: &Resident) {
    let mut balance = 0;
    let rows = (0..ENTRIES).map(|place| {
        let (kind, amount, settlement) = match place {
            28 => ("out_family", -500, Some(Uuid::from_u128(77))),
            29 => ("out_own", -700, Some(Uuid::from(whose.settlements[0].0))),
            _ => ("in_monthly", 1_000, None),
        };
        balance += amount;
        account_entry::ActiveModel {
            person_id: Set(whose.person.into()),
            entry_id: Set(Uuid::from_u128(
                0x0197_2222_0000_7000_8000_0000_0000_0000 + place,
            )),
            booked_on: Set(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()),
            kind: Set(kind.to_owned()),
            amount: Set(amount),
            balance_after: Set(balance),
            settlement_id: Set(settlement),
            period: Set((settlement.is_none()).then_some(202_601)),
        }
    });
    account_entry::Entity::insert_many(rows.collect::<Vec<_>>())
        .exec_without_returning(&platform.database.writer)
        .await
        .unwrap();
}

#[tokio::test]
async fn the_ledger_is_read_page_by_page_by_those_who_may() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let (mother, daughter) = mother_and_daughter(&platform).await;
        fill(&platform, &mother).await;
        let own = request(&platform, signed_in(mother.person));

        let first = account::of(&own, mother.person, None).await.unwrap();
        assert_eq!(first.balance, Some(Money::from_fen(28 * 1_000 - 1_200)));
        assert_eq!(first.entries.len() as u64, PAGE_SIZE);
        assert_eq!(first.entries[0].kind, EntryKind::Own);
        assert_eq!(first.entries[0].settlement, Some(mother.settlements[0].0));
        assert_eq!(first.entries[1].kind, EntryKind::Family);
        assert_eq!(first.entries[1].settlement, None, "a relative's visit");
        let second = account::of(&own, mother.person, first.next).await.unwrap();
        assert_eq!(second.entries.len() as u64, ENTRIES as u64 - PAGE_SIZE);
        assert_eq!((second.next, second.balance), (None, first.balance));
        let sum: Money = first
            .entries
            .iter()
            .chain(&second.entries)
            .fold(Money::ZERO, |sum, entry| sum + entry.amount);
        assert_eq!(
            Some(sum),
            first.balance,
            "the entries add up to the balance"
        );

        let family = request(&platform, signed_in(daughter.person));
        assert!(account::of(&family, mother.person, None).await.is_ok());
        let other_way = account::of(&own, daughter.person, None).await;
        assert!(matches!(other_way, Err(ServiceError::NotFound)));

        let (status, page) = get(&own, "/me/account", Wish::default()).await;
        assert_eq!(status, 200);
        assert!(page.contains("¥268.00"), "the balance");
        assert!(page.contains(&format!("/me/settlements/{}", mother.settlements[0].0)));
        assert!(page.contains("/me/account?before="), "older entries");
        let nonsense = get(&own, "/me/account?before=1%27", Wish::default()).await;
        assert_eq!(nonsense.0, 200, "nonsense begins at the newest");
        let (_, without) = get(&family, "/me/account", Wish::default()).await;
        assert!(without.contains("没有个人账户"));
    })
    .await;
}

#[tokio::test]
async fn elder_mode_shows_five_movements_and_a_way_to_all() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let (mother, _) = mother_and_daughter(&platform).await;
        fill(&platform, &mother).await;
        let own = request(&platform, signed_in(mother.person));
        let elder = Wish {
            english: false,
            elder: true,
        };
        let rows = |html: &str| {
            let rows = Selector::parse("#movements tbody tr").unwrap();
            Html::parse_document(html).select(&rows).count()
        };
        let onward = |html: &str| {
            let links = Selector::parse("#movements nav.pages a").unwrap();
            let page = Html::parse_document(html);
            let found: Vec<String> = page
                .select(&links)
                .filter_map(|link| link.attr("href").map(str::to_owned))
                .collect();
            found
        };
        // Five at a time, to the end.
        let (mut address, mut seen) = ("/me/account".to_owned(), 0);
        for _ in 0..ENTRIES {
            let (_, html) = get(&own, &address, elder).await;
            assert!((1..=5).contains(&rows(&html)), "{address}");
            seen += rows(&html);
            let older = onward(&html);
            let older = older.iter().find(|href| href.contains("before="));
            let Some(older) = older else { break };
            address = older.clone();
        }
        assert_eq!(seen, 30, "{}", made.kind);
        // And as many at once as other modes show, for paper.
        let (_, first) = get(&own, "/me/account", elder).await;
        assert!(onward(&first).contains(&"/me/account?list=long".to_owned()));
        let (_, long) = get(&own, "/me/account?list=long", elder).await;
        assert_eq!(rows(&long) as u64, PAGE_SIZE, "{}", made.kind);
        let older = onward(&long);
        let [older] = older.as_slice() else {
            panic!("one way on: {older:?}")
        };
        let (_, rest) = get(&own, older, elder).await;
        assert_eq!(rows(&rest), 30 - 24, "{older}");
    })
    .await;
}
