//! What a personal account keeps for relatives: who may say how much, what is left after the
//! relative's use, and that it ends with the link.

use chrono::NaiveDate;
use domain::ids::SettlementId;
use domain::money::Money;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use services::family::end::{self, Side};
use services::family::share;
use services::resident::{account, household};
use services::store::entity::{account_entry, person};
use services::{Platform, RequestContext, ServiceError};
use std::sync::Arc;
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::demonstration::{id_of, load};
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, Resident, mother_and_daughter, platform_with_rules, resident};
use tests::site::Site;
use uuid::Uuid;

fn yuan(yuan: i64) -> Money {
    Money::from_yuan(yuan)
}

async fn book(
    platform: &Platform,
    whose: &Resident,
    place: u128,
    (kind, amount, after): (&str, i64, i64),
    settlement: Option<SettlementId>,
) {
    let row = account_entry::Model {
        person_id: whose.person.into(),
        entry_id: Uuid::from_u128(0x0197_2222_0000_7000_8000_0000_0000_0000 + place),
        booked_on: NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(),
        kind: kind.to_owned(),
        amount: yuan(amount).fen(),
        balance_after: yuan(after).fen(),
        settlement_id: settlement.map(Uuid::from),
        period: None,
    };
    account_entry::Entity::insert(row.into_active_model())
        .exec_without_returning(&platform.database.writer)
        .await
        .unwrap();
}

fn of(platform: &Arc<Platform>, who: &Resident) -> RequestContext {
    request(platform, signed_in(who.person))
}

/// Balance, what is kept and what is free, as the account's page says.
async fn parts(platform: &Arc<Platform>, who: &Resident) -> [Money; 3] {
    let account = account::of(&of(platform, who), who.person, None)
        .await
        .unwrap();
    [
        account.balance.unwrap(),
        account.reserved,
        account.free().unwrap(),
    ]
}

/// The code of what is wrong.
fn code(answer: Result<bool, ServiceError>) -> &'static str {
    match answer {
        Err(ServiceError::Invalid(errors)) => {
            assert_eq!(errors[0].pointer, "amount");
            errors[0].code
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_kept_is_used_by_the_relative_alone_and_ends_with_the_link() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let (mother, daughter) = mother_and_daughter(&platform).await;
        let third = resident(&platform, History::short(3)).await;
        let hers = mother.settlements[0].0;
        // Before anything was kept she paid for her mother already.
        book(&platform, &daughter, 1, ("in_monthly", 1_050, 1_050), None).await;
        book(
            &platform,
            &daughter,
            2,
            ("out_family", -50, 1_000),
            Some(hers),
        )
        .await;
        let own = || of(&platform, &daughter);
        let kept = share::of(&own()).await.unwrap().unwrap();
        assert_eq!(kept.shares.len(), 1, "{}", made.kind);
        assert_eq!(kept.shares[0].relative, mother.person);
        assert_eq!(kept.shares[0].left, Money::ZERO);

        let set = async |typed: &str| share::set(&own(), mother.person, typed).await;
        assert_eq!(code(set("1000.01").await), "too_much");
        assert_eq!(code(set(" ").await), "required");
        assert_eq!(code(set("much").await), "no_number");
        assert_eq!(code(set("-5").await), "below_zero");
        assert!(set("300").await.unwrap());
        assert!(!set("300.00").await.unwrap(), "once");
        let now = parts(&platform, &daughter).await;
        assert_eq!(now, [yuan(1_000), yuan(300), yuan(700)], "{}", made.kind);

        // Only what the mother uses is taken off.
        book(
            &platform,
            &daughter,
            3,
            ("out_family", -120, 880),
            Some(hers),
        )
        .await;
        let others = third.settlements[0].0;
        book(
            &platform,
            &daughter,
            4,
            ("out_family", -80, 800),
            Some(others),
        )
        .await;
        let now = parts(&platform, &daughter).await;
        assert_eq!(now, [yuan(800), yuan(180), yuan(620)], "{}", made.kind);
        let ledger = household::of(&own()).await.unwrap();
        assert_eq!(ledger[0].reserved, yuan(180));
        let (status, page) = get(&own(), "/me/account", Wish::default()).await;
        assert_eq!(status, 200);
        for word in ["其中给家人留的", "¥180.00", "自己能用的", "¥620.00"] {
            assert!(page.contains(word), "{word}");
        }
        let (_, page) = get(&own(), "/me/family/ledger", Wish::default()).await;
        assert!(page.contains("其中给家人留"));
        // More than the account holds is never said to be kept.
        book(&platform, &daughter, 5, ("out_own", -700, 100), None).await;
        let now = parts(&platform, &daughter).await;
        assert_eq!(now, [yuan(100), yuan(100), Money::ZERO]);
        assert!(set("150").await.unwrap(), "less at any time");

        let stranger = share::set(&own(), third.person, "1").await;
        assert!(matches!(stranger, Err(ServiceError::NotFound)));
        let without = share::set(&of(&platform, &mother), daughter.person, "1").await;
        assert_eq!(code(without), "no_account");
        assert!(share::of(&of(&platform, &mother)).await.unwrap().is_none());

        // Nothing is kept for the dead.
        let status = async |status: &str| {
            person::Entity::update_many()
                .col_expr(person::Column::Status, Expr::value(status))
                .filter(person::Column::PersonId.eq(Uuid::from(mother.person)))
                .exec(&platform.database.writer)
                .await
                .unwrap();
        };
        status("dead").await;
        let now = parts(&platform, &daughter).await;
        assert_eq!(now, [yuan(100), Money::ZERO, yuan(100)], "{}", made.kind);
        assert!(matches!(set("10").await, Err(ServiceError::NotFound)));
        status("alive").await;
        assert_eq!(parts(&platform, &daughter).await[1], yuan(100));

        end::end(&own(), mother.person, Side::Seen).await.unwrap();
        let now = parts(&platform, &daughter).await;
        assert_eq!(now, [yuan(100), Money::ZERO, yuan(100)], "{}", made.kind);
    })
    .await;
}

async fn send(browser: &mut Browser, whose: &str, amount: &str) -> Answer {
    let body = serde_urlencoded::to_string([("for", whose), ("amount", amount)]).unwrap();
    browser.post("/me/family/share", &body).await
}

#[tokio::test]
async fn the_demonstration_keeps_money_and_the_page_changes_it() {
    on_each(|made| async move {
        let made = made;
        let site = Site::demo(&made).await;
        load(&site.platform, 0, 5).await;
        let mother = id_of(&site.platform, "王秀英").await.to_string();
        let stranger = id_of(&site.platform, "李明").await.to_string();
        let mut daughter = site.browser();
        daughter.sign_in("resident-daughter", "/me").await;
        let page = daughter.get("/me/family/share").await;
        assert_eq!(page.status.as_u16(), 200);
        assert!(page.body.contains(&format!("?for={mother}")));
        let question = format!("/me/family/share?for={mother}");
        assert!(daughter.get(&question).await.body.contains("王秀英"));
        let foreign = format!("/me/family/share?for={stranger}");
        assert_eq!(daughter.get(&foreign).await.status.as_u16(), 404);
        assert_eq!(
            send(&mut daughter, &stranger, "5").await.status.as_u16(),
            404
        );

        let wrong = send(&mut daughter, &mother, "9,999,999").await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.body.contains("value=\"9,999,999\""), "what was typed");
        assert!(wrong.body.contains("最多写 ¥"));
        let good = send(&mut daughter, &mother, "123.45").await;
        assert_eq!(
            (good.status.as_u16(), good.location()),
            (303, "/me/account")
        );
        let page = daughter.get("/me/account").await;
        assert!(page.body.contains("已经记下给家人留的钱"));
        assert!(page.body.contains("¥123.45"));
    })
    .await;
}

#[tokio::test]
async fn a_named_resident_keeps_something_that_is_not_used_up() {
    on_each(|made| async move {
        let made = made;
        let platform = tests::demonstration::with_demo(&made, 0, 5).await;
        let son = id_of(&platform, "李明").await;
        let own = request(&platform, signed_in(son));
        let account = account::of(&own, son, None).await.unwrap();
        assert!(account.reserved >= yuan(200), "{:?}", account.reserved);
        assert!(account.reserved < yuan(500), "his mother used some");
        assert_eq!(
            account.free().unwrap() + account.reserved,
            account.balance.unwrap()
        );
    })
    .await;
}
