//! What `/me` says.

use chrono::{Datelike, NaiveDate};
use services::resident::attention::Attention;
use services::resident::cover::CoverState;

use crate::language::Language;
use crate::ui::{Look, Moment, date_text};

/// The words of `/me`.
pub(super) struct MeText {
    language: Language,
    pub covered: &'static str,
    pub waiting_until: fn(&str) -> String,
    pub frozen: &'static str,
    pub not_insured: &'static str,
    pub died: &'static str,
    pub addressed: fn(&str, &str) -> String,
    pub cover: &'static str,
    pub state_covered: &'static str,
    pub state_waiting: &'static str,
    pub state_frozen: &'static str,
    pub state_not_insured: &'static str,
    pub state_died: &'static str,
    pub waiting_means: &'static str,
    pub frozen_means: &'static str,
    pub not_insured_means: &'static str,
    pub never_insured: &'static str,
    pub died_means: fn(&str) -> String,
    pub scheme: &'static str,
    pub person_type: &'static str,
    pub place: &'static str,
    pub employer: &'static str,
    pub continuous: &'static str,
    pub since: fn(&str, &str) -> String,
    pub family: &'static str,
    pub all_periods: &'static str,
    pub balance: &'static str,
    pub balance_use: &'static str,
    pub account_entries: &'static str,
    pub attention: &'static str,
    pub newest: &'static str,
    pub all_settlements: &'static str,
    pub visits_closed: &'static str,
    pub no_settlements: &'static str,
    pub no_settlements_more: &'static str,
    pub doors: ElderDoors,
}

/// The entries of elder mode, at most six.
pub(super) struct ElderDoors {
    pub last_visit: &'static str,
    pub benefits: &'static str,
    pub settlements: &'static str,
    pub enrolment: &'static str,
    pub person: fn(&str) -> String,
}

static ZH: MeText = MeText {
    language: Language::Chinese,
    covered: "今天有医保",
    waiting_until: |day| format!("已经参保，{day}起能报销"),
    frozen: "今天暂时不能报销",
    not_insured: "今天没有医保",
    died: "登记为已去世，医保已经终止",
    addressed: |name, answer| format!("{name}，您{answer}"),
    cover: "参保",
    state_covered: "待遇正常",
    state_waiting: "待遇等待期",
    state_frozen: "待遇暂停",
    state_not_insured: "未参保",
    state_died: "已终止",
    waiting_means: "断过一段时间再参保，要等一段时间才能报销。等待期里看病的费用，医保不报。",
    frozen_means: "有保费还没缴上，所以待遇暂停。补缴以后恢复；请尽快问单位或者参保地的医保经办机构。",
    not_insured_means: "现在看病不能用医保报销。越早续上，要等的时间越短。",
    never_insured: "没有查到您参加过基本医保。",
    died_means: |day| {
        format!(
            "记录上的去世日期是{day}，参保到这一天为止。以前的记录都在。没有用完的个人账户余额，可以由继承人申请领取。登记错了的，请打医保热线更正。"
        )
    },
    scheme: "险种",
    person_type: "参保身份",
    place: "参保地",
    employer: "单位",
    continuous: "连续参保",
    since: |length, month| format!("{length}，从{month}起"),
    family: "我帮着办事的家人",
    all_periods: "看全部参保情况",
    balance: "个人账户余额",
    balance_use: "看病、买药自己付的部分，可以从这里出。",
    account_entries: "看每一笔进出",
    attention: "要留意的",
    newest: "最近的报销",
    all_settlements: "看全部报销记录",
    visits_closed: "对方没有向您开放看病和报销的记录。",
    no_settlements: "还没有报销记录",
    no_settlements_more: "在定点医院或药店用医保结算后，记录会出现在这里。",
    doors: ElderDoors {
        last_visit: "上次看病花了多少、报了多少",
        benefits: "看病能报多少",
        settlements: "以前的报销",
        enrolment: "我在哪里参保、断过没有",
        person: |number| format!("找人帮忙，打 {number}"),
    },
};

static EN: MeText = MeText {
    language: Language::English,
    covered: "You are covered today",
    waiting_until: |day| format!("You are insured; cover starts on {day}"),
    frozen: "Your cover is on hold today",
    not_insured: "You are not insured today",
    died: "Recorded as deceased; insurance has ended",
    addressed: |name, answer| format!("{name}: {answer}"),
    cover: "Cover",
    state_covered: "Covered",
    state_waiting: "Waiting period",
    state_frozen: "On hold",
    state_not_insured: "Not insured",
    state_died: "Ended",
    waiting_means: "After a break in insurance, cover begins only after some time. Bills from the waiting period are not paid.",
    frozen_means: "A contribution is missing, so cover is on hold. It comes back once it is paid; please ask your employer or the insurance office of your place soon.",
    not_insured_means: "Insurance does not pay for treatment now. The sooner you join again, the shorter the wait.",
    never_insured: "We found no basic medical insurance in your name.",
    died_means: |day| {
        format!(
            "The day of death on record is {day}; insurance ended then. Everything from before is kept. Heirs may ask for what is left on the personal account. If the record is wrong, call the hotline to have it put right."
        )
    },
    scheme: "Insurance",
    person_type: "Insured as",
    place: "Insured in",
    employer: "Employer",
    continuous: "Without a break",
    since: |length, month| format!("{length}, since {month}"),
    family: "Family I act for",
    all_periods: "See all periods of insurance",
    balance: "Personal account balance",
    balance_use: "It pays your own share at hospitals and pharmacies.",
    account_entries: "See every movement",
    attention: "Needs your attention",
    newest: "Latest settlements",
    all_settlements: "See all settlements",
    visits_closed: "They have not opened their visits and settlements to you.",
    no_settlements: "No settlements yet",
    no_settlements_more: "Once a visit to a designated hospital or pharmacy is settled, it appears here.",
    doors: ElderDoors {
        last_visit: "What my last visit cost and what was paid",
        benefits: "What insurance pays for me",
        settlements: "Earlier settlements",
        enrolment: "Where I am insured, and any breaks",
        person: |number| format!("Talk to a person: {number}"),
    },
};

impl MeText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// The heading: the answer to "am I covered?".
    pub(super) fn answer(&self, state: &CoverState, today: NaiveDate) -> String {
        match state {
            CoverState::Covered => self.covered.to_owned(),
            CoverState::Waiting(until) => (self.waiting_until)(&self.day(*until, today)),
            CoverState::Frozen => self.frozen.to_owned(),
            CoverState::NotInsured(_) => self.not_insured.to_owned(),
            CoverState::Died(_) => self.died.to_owned(),
        }
    }

    /// The same about a relative, to follow their name.
    pub(super) fn answer_about(&self, state: &CoverState, today: NaiveDate) -> String {
        match (self.language, state) {
            (Language::Chinese, CoverState::Died(day)) => {
                format!("已于{}去世，医保已经终止", date_text(*day, self.language))
            }
            (Language::Chinese, _) => self.answer(state, today),
            (Language::English, CoverState::Covered) => "covered today".to_owned(),
            (Language::English, CoverState::Waiting(until)) => {
                format!("insured; cover starts on {}", self.day(*until, today))
            }
            (Language::English, CoverState::Frozen) => "cover is on hold today".to_owned(),
            (Language::English, CoverState::NotInsured(_)) => "not insured today".to_owned(),
            (Language::English, CoverState::Died(day)) => {
                let day = date_text(*day, self.language);
                format!("died on {day}; insurance has ended")
            }
        }
    }

    /// A day; without its year when that is this year's, in Chinese.
    fn day(&self, day: NaiveDate, today: NaiveDate) -> String {
        match self.language {
            Language::Chinese if day.year() == today.year() => {
                format!("{}月{}日", day.month(), day.day())
            }
            _ => date_text(day, self.language),
        }
    }

    /// What needs a look, as dated entries.
    pub(super) fn moments(&self, attention: &[Attention], today: NaiveDate) -> Vec<Moment> {
        attention
            .iter()
            .map(|one| self.moment(*one, today))
            .collect()
    }

    fn moment(&self, attention: Attention, today: NaiveDate) -> Moment {
        let pick = |zh: &'static str, en: &'static str| self.language.pick(zh, en);
        let before = |day: NaiveDate| match self.language {
            Language::Chinese => format!("{}前", self.day(day, today)),
            Language::English => format!("by {}", date_text(day, self.language)),
        };
        match attention {
            Attention::BenefitsBegin(day) => Moment::new(
                self.day(day, today),
                pick(
                    "这一天起看病能报销。在这之前，尽量先别安排能等的检查和住院。",
                    "From this day treatment is covered. Until then, put off what can wait.",
                ),
            )
            .at(day.to_string()),
            Attention::ContributionsMissing => Moment::new(
                pick("现在", "Now"),
                pick(
                    "保费没有缴上，报销暂停。请问单位，或者打医保热线问怎么补缴。",
                    "A contribution is missing and cover is on hold. Ask your employer, or call the hotline about paying it.",
                ),
            ),
            Attention::EnrolBefore(day) => Moment::new(
                before(day),
                pick(
                    "参加下一年的居民医保，年初起就能报销；过了集中缴费期再参保，一般要等 3 个月。",
                    "Join resident insurance for next year and be covered from January; after the collection period you usually wait 3 months.",
                ),
            )
            .at(day.to_string()),
            Attention::CoverEnds(day) => Moment::new(
                self.day(day, today),
                pick(
                    "这段参保到这一天结束。请在这之前续上，断开超过 3 个月要重新等待。",
                    "This period of insurance ends on this day. Carry it on before then: after a break of more than 3 months you wait again.",
                ),
            )
            .at(day.to_string()),
            Attention::NextYearBefore(day) => Moment::new(
                before(day),
                pick(
                    "缴清下一年的居民医保费；过了集中缴费期要等 3 个月才能报销。",
                    "Pay next year's resident insurance fee; after the collection period cover starts only 3 months later.",
                ),
            )
            .at(day.to_string()),
            Attention::MayAskForAssistance(burden) => Moment::new(
                pick("今年", "This year"),
                Look::current().say(match self.language {
                    Language::Chinese => format!(
                        "范围内自己付的已经有 {}。家里有困难的话，可以向街道或乡镇申请医疗救助。",
                        burden.yuan()
                    ),
                    Language::English => format!(
                        "You have borne {} of covered costs. If this is hard for your family, ask the neighbourhood or township office for medical assistance.",
                        burden.yuan()
                    ),
                }),
            ),
        }
    }
}
