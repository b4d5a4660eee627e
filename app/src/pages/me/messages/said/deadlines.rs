//! Days by which something is to be done.

use chrono::NaiveDate;
use domain::ids::CertificateId;
use domain::language::Bilingual;

use super::Said;
use crate::language::Language;
use crate::ui::{Look, date_text, place_name};

fn place(region: &str, language: Language) -> String {
    region
        .parse()
        .map_or_else(|_| region.to_owned(), |code| place_name(code, language))
}

pub(super) fn window_opens(look: Look, region: &str, year: i32, through: NaiveDate) -> Said {
    let language = look.language;
    let (place, day) = (place(region, language), date_text(through, language));
    let happened = match language {
        Language::Chinese => format!("{place}开始收 {year} 年的居民医保费，到{day}截止。"),
        Language::English => {
            format!("{place} collects the resident insurance fee for {year} until {day}.")
        }
    };
    window(look, happened).titled(look.pick(
        "可以缴下一年的居民医保费了",
        "You can enrol for next year now",
    ))
}

pub(super) fn window_closes(look: Look, region: &str, year: i32, through: NaiveDate) -> Said {
    let language = look.language;
    let (place, day) = (place(region, language), date_text(through, language));
    let happened = match language {
        Language::Chinese => {
            format!("{place}收 {year} 年居民医保费的时间到{day}截止，还没有看到您缴费。")
        }
        Language::English => format!(
            "{place} collects the resident insurance fee for {year} until {day}; yours is not on record yet."
        ),
    };
    window(look, happened).titled(look.pick(
        "缴下一年居民医保费快截止了",
        "Enrolment for next year closes soon",
    ))
}

fn window(look: Look, happened: String) -> Said {
    Said::new("")
        .line(happened)
        .line(look.pick(
            "按时缴了，年初起就能报销；过了这段时间再参保，一般要等 3 个月才能报销。",
            "Pay in time and be covered from January; afterwards cover usually starts only 3 months later.",
        ))
        .line(look.pick(
            "可以在参保地的税务缴费渠道、银行或者街道、乡镇的便民服务中心缴。已经有单位给您参加职工医保的，不用缴。",
            "Pay through the tax office's channels, a bank, or the service centre of your neighbourhood or township. If an employer insures you, you need not pay.",
        ))
        .leads(
            "/me/enrolment",
            look.pick("看我的参保情况", "See my enrolment"),
        )
}

impl Said {
    fn titled(self, title: &'static str) -> Self {
        Self {
            title: title.to_owned(),
            ..self
        }
    }
}

pub(super) fn holding_ends(
    look: Look,
    product: &Bilingual,
    last: NaiveDate,
    offered_until: Option<NaiveDate>,
) -> Said {
    let language = look.language;
    let (name, day) = (product.get(language.into()), date_text(last, language));
    let happened = match language {
        Language::Chinese => format!("您买的“{name}”保障到{day}为止。"),
        Language::English => format!("The cover of your “{name}” ends on {day}."),
    };
    let until = offered_until.map(|day| date_text(day, language));
    let again = match (language, until) {
        (_, None) => look
            .pick(
                "要不要续，由您自己决定。续之前可以看一看它赔什么、不赔什么。",
                "Whether to renew is up to you. Before you do, look at what it pays and what it does not.",
            )
            .to_owned(),
        (Language::Chinese, Some(day)) => {
            format!("想续的话，要在{day}以前买。要不要续，由您自己决定。")
        }
        (Language::English, Some(day)) => {
            format!("It is offered until {day}. Whether to renew is up to you.")
        }
    };
    Said::new(look.pick("您的一份商业保险快到期了", "One of your add-ons ends soon"))
        .line(happened)
        .line(again)
        .line(look.pick(
            "它和基本医保是两回事，到期不影响基本医保的报销。",
            "It is separate from basic insurance, which goes on paying as before.",
        ))
        .leads("/me/add-ons", look.pick("看我的商业保险", "See my add-ons"))
}

pub(super) fn status_ends(look: Look, last: NaiveDate) -> Said {
    let day = date_text(last, look.language);
    let happened = match look.language {
        Language::Chinese => format!("您登记的困难身份到{day}为止。"),
        Language::English => format!("Your status of hardship on record ends on {day}."),
    };
    Said::new(look.pick("您登记的一项身份快到期了", "One of your records ends soon"))
        .line(happened)
        .line(look.pick(
            "还符合条件的，请在到期以前，带上身份证和户口簿，到户籍地或者居住地的乡镇、街道问怎么重新认定。",
            "If it still applies, ask the office of your township or neighbourhood before that day how to have it confirmed again; bring your identity card and household register.",
        ))
        .line(look.pick(
            "到期没有重新认定的，第二天起按普通参保人报销，下一年缴费也没有补助。",
            "If it is not confirmed again, you are reimbursed like everybody else from the next day, and next year's fee is not helped with.",
        ))
        .leads("/me/benefits", look.pick("看我的待遇", "See my benefits"))
}

pub(super) fn certificate_ends(look: Look, id: CertificateId, last: NaiveDate) -> Said {
    let day = date_text(last, look.language);
    let happened = match look.language {
        Language::Chinese => {
            format!("您开的一张参保凭证到{day}为止；过了这一天，别人就核验不了了。")
        }
        Language::English => format!(
            "A proof of cover that you issued can be checked until {day}; after that nobody can check it."
        ),
    };
    Said::new(look.pick(
        "您的一张参保凭证快到期了",
        "One of your proofs of cover ends soon",
    ))
    .line(happened)
    .line(look.pick(
        "还要给别人看的话，重新开一张就行，不花钱，也不用去窗口。不用了就不必管它。",
        "If somebody still has to see it, issue a new one here, free of charge. If not, there is nothing to do.",
    ))
    .leads(
        format!("/me/certificates/{id}"),
        look.pick("看这张凭证", "See this proof"),
    )
}
