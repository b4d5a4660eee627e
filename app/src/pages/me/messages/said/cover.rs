//! Insurance begins, rests, ends; benefits begin.

use chrono::NaiveDate;
use domain::settlement::Scheme;

use super::Said;
use crate::language::Language;
use crate::pages::me::words;
use crate::ui::{Look, date_text, place_name};

/// The insurance and the code of its place.
type Where<'a> = (Scheme, &'a String);

/// `成都的城乡居民基本医疗保险`, `Resident basic medical insurance in Chengdu`.
fn insurance((scheme, region): Where<'_>, language: Language) -> String {
    let scheme = words::scheme(scheme, language);
    let place = region
        .parse()
        .map_or_else(|_| region.clone(), |code| place_name(code, language));
    match language {
        Language::Chinese => format!("{place}的{scheme}"),
        Language::English => format!("{scheme} in {place}"),
    }
}

fn to_enrolment(said: Said, look: Look) -> Said {
    said.leads(
        "/me/enrolment",
        look.pick("看我的参保情况", "See my enrolment"),
    )
}

pub(super) fn began(
    look: Look,
    place: Where<'_>,
    since: NaiveDate,
    waiting_until: Option<NaiveDate>,
) -> Said {
    let language = look.language;
    let (what, day) = (insurance(place, language), date_text(since, language));
    let begins = waiting_until.and_then(|last| last.succ_opt());
    let begins = begins.map(|day| date_text(day, language));
    let (happened, means) = match (language, begins) {
        (Language::Chinese, None) => (
            format!("从{day}起，您参加了{what}。"),
            "现在看病、买药就能按规定报销。".to_owned(),
        ),
        (Language::Chinese, Some(begins)) => (
            format!("从{day}起，您参加了{what}。"),
            format!("有一段等待期，从{begins}起才能报销。在这之前，能等的检查和住院先别安排。"),
        ),
        (Language::English, None) => (
            format!("From {day} you are insured: {what}."),
            "Treatment and medicine are paid for by the rules from now on.".to_owned(),
        ),
        (Language::English, Some(begins)) => (
            format!("From {day} you are insured: {what}."),
            format!(
                "There is a waiting period: bills are paid from {begins} on. Put off until then what can wait."
            ),
        ),
    };
    let said = Said::new(look.pick("您的参保开始了", "Your insurance has begun"));
    to_enrolment(said.line(happened).line(means), look)
}

pub(super) fn rests(look: Look, place: Where<'_>) -> Said {
    let what = insurance(place, look.language);
    let happened = match look.language {
        Language::Chinese => format!("{what}有保费没有缴上，所以待遇暂停了。"),
        Language::English => format!("A contribution is missing ({what}), so cover is on hold."),
    };
    let said = Said::new(look.pick("您的医保待遇暂停了", "Your cover is on hold"))
        .line(happened)
        .line(look.pick(
            "暂停期间看病先要自己付。补缴以后待遇恢复。",
            "Until it is paid you bear your bills yourself. Cover comes back once it is paid.",
        ))
        .line(match place.0 {
            Scheme::Employee => look.pick(
                "请问单位的人事，或者打医保热线问怎么补缴。断开不超过 3 个月补上的，不用重新等待。",
                "Ask your employer, or call the hotline about paying it. If it is made up for within 3 months, you need not wait again.",
            ),
            Scheme::Resident => look.pick(
                "请打医保热线，或者去街道、乡镇的便民服务中心问怎么补缴。",
                "Call the hotline, or ask the service centre of your neighbourhood or township how to pay it.",
            ),
        });
    to_enrolment(said, look)
}

pub(super) fn ends(look: Look, place: Where<'_>, last: NaiveDate) -> Said {
    let language = look.language;
    let (what, day) = (insurance(place, language), date_text(last, language));
    let happened = match language {
        Language::Chinese => format!("{what}到{day}为止，后面还没有接上。"),
        Language::English => format!("Your cover ends on {day} and nothing follows yet: {what}."),
    };
    let said = Said::new(look.pick("您的参保快到期了", "Your insurance ends soon"))
        .line(happened)
        .line(carry_on(look));
    to_enrolment(said, look)
}

pub(super) fn ended(look: Look, place: Where<'_>, last: NaiveDate) -> Said {
    let language = look.language;
    let (what, day) = (insurance(place, language), date_text(last, language));
    let happened = match language {
        Language::Chinese => {
            format!("{what}到{day}已经结束，没有接上新的参保。现在看病不能用医保报销。")
        }
        Language::English => format!(
            "Your cover ended on {day} and nothing followed: {what}. Insurance does not pay for treatment now."
        ),
    };
    let said = Said::new(look.pick("您的参保结束了", "Your insurance has ended"))
        .line(happened)
        .line(carry_on(look));
    to_enrolment(said, look)
}

/// What to do about an end.
fn carry_on(look: Look) -> &'static str {
    look.pick(
        "请尽早续上：换了单位的，问新单位；没有单位的，可以参加居民医保或者灵活就业参保。断开超过 3 个月，再参保要重新等待。",
        "Carry it on soon: through a new employer, or as a resident or flexible worker. After a break of more than 3 months you wait again.",
    )
}

pub(super) fn benefits_begin(look: Look, place: Where<'_>, from: NaiveDate) -> Said {
    let language = look.language;
    let (what, day) = (insurance(place, language), date_text(from, language));
    let happened = match language {
        Language::Chinese => format!("{what}的等待期满了，从{day}起看病、买药能按规定报销。"),
        Language::English => format!(
            "The waiting period is over ({what}): treatment and medicine are paid for from {day} on."
        ),
    };
    let said = Said::new(look.pick("等待期满，可以报销了", "Your waiting period is over"))
        .line(happened)
        .line(look.pick(
            "等待期里看病的费用仍然要自己承担。",
            "Bills from the waiting period remain yours to pay.",
        ));
    to_enrolment(said, look)
}
