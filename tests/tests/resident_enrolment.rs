//! The page of enrolment in depth: breaks and their cost, the ways back, the reward.

use std::io::Write;

use domain::continuity::{How, NoWait, Wait, cheapest};
use domain::money::Money;
use flate2::Compression;
use flate2::write::GzEncoder;
use scraper::{Html, Selector};
use services::RequestContext;
use services::resident::enrolment::{self, BreakCost, Enrolment, Outlook, RewardState};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::lives::Life;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::platform_with_rules;

async fn as_person(made: &TestDatabase, life: Life) -> RequestContext {
    let platform = platform_with_rules(made.database.clone()).await;
    let person = life.write(&platform).await;
    request(&platform, signed_in(person))
}

async fn found(context: &RequestContext) -> Enrolment {
    let person = context.actor.person.expect("a resident");
    enrolment::of(context, person)
        .await
        .expect("the page's facts")
}

fn compressed(html: &str) -> usize {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(html.as_bytes()).expect("memory takes it");
    writer.finish().expect("memory takes it").len()
}

fn main_text(html: &str) -> String {
    let page = Html::parse_document(html);
    let main = Selector::parse("main").expect("a selector");
    page.select(&main).flat_map(|main| main.text()).collect()
}

/// Requests are of 15 June 2026.
#[tokio::test]
async fn each_break_has_its_cost() {
    on_each(|made| async move {
        let life = Life::of(1, "male", "1985-02-14")
            .insured("1501", "330100", "2016-01-01", "2018-12-31")
            .insured("1501", "330100", "2021-01-01", "2023-12-31")
            .insured("1501", "330100", "2025-03-01", "2025-06-30")
            .insured("1101", "330100", "2025-07-01", "2025-12-31")
            .insured("1101", "330100", "2026-02-01", "2026-03-31")
            .insured("1101", "330100", "2026-05-01", "")
            .pays_fee(2024, "paid")
            .pays(202_507, 202_512, 9_000, "paid")
            .pays(202_601, 202_603, 9_000, "paid");
        let context = as_person(&made, life).await;
        let page = found(&context).await;
        let told: Vec<(i32, BreakCost, (u16, u16))> = page
            .breaks
            .iter()
            .map(|one| (one.gap.months(), one.cost, one.missed))
            .collect();
        assert_eq!(
            told,
            [
                (1, BreakCost::Repairable, (0, 0)),
                (1, BreakCost::PaidBack, (0, 0)),
                (14, BreakCost::Waits(Wait::Months(3)), (1, 1)),
                (24, BreakCost::Unknown, (2, 0)),
            ],
            "{}",
            made.kind
        );
        let lost = page.breaks[2].lost.expect("years that ended");
        assert_eq!((lost.years, lost.added), (3, Money::ZERO));
        assert_eq!(page.outlook, Outlook::Employed);
        assert_eq!(page.reward, RewardState::NotResident);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_not_insured_is_shown_the_ways_back() {
    on_each(|made| async move {
        let life = Life::of(1, "male", "1985-02-14")
            .insured("1101", "330100", "2020-01-01", "2026-03-31")
            .pays(202_601, 202_603, 9_000, "paid");
        let context = as_person(&made, life).await;
        let Outlook::Uninsured(ways) = found(&context).await.outlook else {
            panic!("not insured");
        };
        let best = ways.cures[0];
        assert!(matches!(best.how, How::PayBack(Some(_))));
        assert_eq!(best.wait, Wait::None(NoWait::PaidBack));
        assert_eq!(
            best.until.map(|day| day.to_string()).as_deref(),
            Some("2026-07-31")
        );
        assert_eq!(
            best.price.map(|price| price.least),
            Some(Money::from_yuan(360))
        );
        let (_, html) = get(&context, "/me/enrolment", Wish::default()).await;
        let text = main_text(&html);
        for wanted in [
            "已经中断 2个月。",
            "补缴2026年4月至5月，接着参加职工医保，最晚2026年7月31日。不用等，大约 ¥360.00 至 ¥2,070.00。",
            "过了2026年7月31日，就不能补成连续了",
            "医保办发〔2021〕43号",
            "现行政策值",
        ] {
            assert!(text.contains(wanted), "{}: {wanted} in {text}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn a_resident_who_missed_years_sees_what_buying_back_brings() {
    on_each(|made| async move {
        let life = Life::of(1, "female", "1985-02-14").insured(
            "1501",
            "330100",
            "2010-01-01",
            "2020-12-31",
        );
        let context = as_person(&made, life).await;
        let page = found(&context).await;
        let Outlook::Uninsured(ways) = page.outlook else {
            panic!("not insured");
        };
        let steps: Vec<_> = ways
            .buy_backs
            .iter()
            .map(|step| (step.years, step.months))
            .collect();
        assert_eq!(steps, [(0, 7), (1, 6)], "{}", made.kind);
        assert_eq!(ways.cures[0].how, How::JoinNow(1));
        assert_eq!(page.breaks[0].missed, (5, 0));
        let (_, html) = get(&context, "/me/enrolment", Wish::default()).await;
        let text = main_text(&html);
        for wanted in [
            "现在参加居民医保，同时补缴断掉的 1 年",
            "补缴断掉的年份，能少等几个月",
            "到2028年再参加居民医保，要等 9 个月",
            "断开以前连续参保 11 年",
        ] {
            assert!(text.contains(wanted), "{}: {wanted} in {text}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn the_reward_grows_where_there_is_a_cap() {
    on_each(|made| async move {
        let life = Life::of(1, "female", "1985-02-14")
            .insured("1501", "330100", "2020-01-01", "")
            .claims(2025);
        let context = as_person(&made, life).await;
        let page = found(&context).await;
        let RewardState::Counts {
            reward,
            cap,
            quiet_so_far,
            ..
        } = page.reward
        else {
            panic!("{:?}", page.reward);
        };
        assert_eq!(
            (
                reward.continuous_years,
                reward.rewarded_years,
                reward.quiet_years
            ),
            (7, 2, 0)
        );
        assert_eq!(reward.added, Money::from_yuan(4_000), "{}", made.kind);
        assert_eq!(reward.next.map(|(year, _)| year), Some(2027));
        assert_eq!(cap, Money::from_yuan(600_000));
        assert!(quiet_so_far);
        let Outlook::Yearly(yearly) = page.outlook else {
            panic!("insured as a resident");
        };
        assert_eq!(
            (yearly.collection.year, yearly.open, yearly.paid),
            (2027, false, false)
        );
    })
    .await;
    let made = sqlite_only().await;
    let beijing = Life::of(1, "female", "1985-02-14").insured("1501", "110105", "2020-01-01", "");
    let context = as_person(&made, beijing).await;
    assert!(matches!(
        found(&context).await.reward,
        RewardState::NoCap(_)
    ));
    let (_, html) = get(&context, "/me/enrolment", Wish::default()).await;
    assert!(html.contains("您参保地没有这项奖励") && html.contains("没有封顶线"));
}

#[tokio::test]
async fn edge_states_have_their_words() {
    let cases = [
        // Born two weeks ago, without any record.
        (
            Life::of(1, "male", "2026-06-01"),
            "2026年8月29日以前（出生后 90 天内）参保，从出生那天起就能报。",
        ),
        // Born a year ago: late, and never insured.
        (Life::of(1, "male", "2025-06-01"), "怎么接上医保"),
        (
            Life::of(1, "male", "1960-01-01")
                .insured("1101", "330100", "2010-01-01", "")
                .died("2026-03-02"),
            "本人已于2026年3月2日去世，参保到此为止",
        ),
        (
            Life::of(1, "male", "1960-01-01").insured("1501", "650100", "2010-01-01", "2025-12-31"),
            "这里还没有收录，算不出要等几个月",
        ),
        (
            Life::of(1, "male", "1960-01-01")
                .insured("1501", "330100", "2010-01-01", "2021-12-31")
                .poor(),
            "不用等（困难人员）",
        ),
        // In hardship and insured: a fee that is missed costs no wait.
        (
            Life::of(1, "male", "1975-01-01")
                .insured("1501", "330100", "2020-01-01", "")
                .poor(),
            "以后再参加，不用等（困难人员）就能报销，但连续参保的年数从头算。",
        ),
        (
            Life::of(1, "female", "1950-01-01").insured("1201", "330100", "2010-01-01", ""),
            "按退休参保的，不用缴费",
        ),
        (
            Life::of(1, "female", "1985-01-01")
                .insured("1501", "330100", "2020-01-01", "")
                .pays_fee(2027, "paid"),
            "2027年的费已经缴了",
        ),
        // A foreigner: the same rules.
        (
            Life::of(1, "female", "1985-01-01").carded("05").insured(
                "1101",
                "330100",
                "2024-03-01",
                "",
            ),
            "您已经连续参保 2年3个月",
        ),
        // Both insurances in one year: employee insurance decides, and there is no break.
        (
            Life::of(1, "female", "1985-01-01")
                .insured("1501", "330100", "2025-01-01", "2026-12-31")
                .insured("1101", "330100", "2026-02-01", ""),
            "没有中断过。",
        ),
        // Out of resident insurance since New Year: four years are at stake, and say until when.
        (
            Life::of(1, "female", "1985-01-01").insured(
                "1501",
                "330100",
                "2020-01-01",
                "2025-12-31",
            ),
            "2026年12月31日以前再参加居民医保，年数还接得上，过了就从头算",
        ),
        // The dead lose nothing any more.
        (
            Life::of(1, "male", "1960-01-01")
                .insured("1501", "330100", "2010-01-01", "2025-12-31")
                .died("2026-03-02"),
            "本人已于2026年3月2日去世",
        ),
    ];
    for (life, wanted) in cases {
        let made = sqlite_only().await;
        let context = as_person(&made, life).await;
        for (english, elder) in [(false, false), (true, false), (false, true), (true, true)] {
            let (status, html) = get(&context, "/me/enrolment", Wish { english, elder }).await;
            assert_eq!(status, 200, "{wanted}");
            assert!(
                english || main_text(&html).contains(wanted),
                "{wanted}: {}",
                main_text(&html)
            );
            let chinese = ["参保", "个月", "缴"]
                .iter()
                .any(|word| main_text(&html).contains(word));
            assert!(
                !(english && chinese),
                "Chinese in English: {}",
                main_text(&html)
            );
        }
    }
}

#[tokio::test]
async fn what_is_at_stake_has_its_last_day() {
    on_each(|made| async move {
        let life = Life::of(1, "female", "1985-02-14").insured(
            "1501",
            "330100",
            "2020-01-01",
            "2025-12-31",
        );
        let context = as_person(&made, life).await;
        let page = found(&context).await;
        let lost = page.breaks[0].lost.expect("six years");
        assert_eq!(
            (
                lost.years,
                lost.added,
                lost.until.map(|day| day.to_string())
            ),
            (6, Money::from_yuan(2_000), Some("2026-12-31".to_owned())),
            "{}",
            made.kind
        );
        // The first way is the cheapest too; the other waits for the collection.
        let Outlook::Uninsured(ways) = page.outlook else {
            panic!("not insured");
        };
        assert_eq!(ways.cures[0].how, How::JoinNow(0));
        assert_eq!(cheapest(&ways.cures), ways.cures.first());
    })
    .await;
}

#[tokio::test]
async fn forty_years_with_many_breaks_fit_on_the_page() {
    let made = sqlite_only().await;
    let mut life = Life::of(1, "male", "1966-01-01");
    for year in 1986..=2025 {
        life = life.insured(
            "1101",
            "330100",
            &format!("{year}-01-01"),
            &format!("{year}-10-31"),
        );
    }
    let life = life.insured("1101", "330100", "2026-01-01", "");
    let context = as_person(&made, life).await;
    let page = found(&context).await;
    assert_eq!((page.periods.len(), page.breaks.len()), (41, 40));
    for (english, elder) in [(false, false), (true, false), (false, true), (true, true)] {
        let (status, html) = get(&context, "/me/enrolment", Wish { english, elder }).await;
        assert_eq!(status, 200);
        let small = compressed(&html);
        assert!(small < 30_000, "{small} of {} bytes", html.len());
    }
}

#[tokio::test]
async fn the_pages_lead_to_each_other() {
    let made = sqlite_only().await;
    let life = Life::of(1, "female", "1985-01-01").insured("1501", "330100", "2020-01-01", "");
    let context = as_person(&made, life).await;
    for (address, other) in [
        ("/me/enrolment", "/me/contributions"),
        ("/me/contributions", "/me/enrolment"),
    ] {
        let (_, html) = get(&context, address, Wish::default()).await;
        assert!(html.contains(&format!("href=\"{other}\"")), "{address}");
    }
}
