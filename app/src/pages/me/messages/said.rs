//! What a message says in the language of whoever reads it: what happened, what it means, what
//! to do, and where it leads.

mod cover;
mod deadlines;
mod family;
mod year;

use chrono::NaiveDate;
use domain::ids::{QueryId, SettlementId};
use services::messages::Template;

use crate::language::Language;
use crate::ui::{Look, date_text};

/// A message in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::pages::me) struct Said {
    /// The title, without illness, hospital or amount.
    pub title: String,
    /// What happened, what it means, what to do.
    pub lines: Vec<String>,
    /// Address and label of what it leads to.
    pub leads: Option<(String, String)>,
}

impl Said {
    /// The words of `template`.
    pub(in crate::pages::me) fn of(template: &Template, look: Look) -> Self {
        match template {
            Template::CoverBegan {
                scheme,
                region,
                since,
                waiting_until,
            } => cover::began(look, (*scheme, region), *since, *waiting_until),
            Template::CoverRests { scheme, region } => cover::rests(look, (*scheme, region)),
            Template::CoverEnds {
                scheme,
                region,
                last,
            } => cover::ends(look, (*scheme, region), *last),
            Template::CoverEnded {
                scheme,
                region,
                last,
            } => cover::ended(look, (*scheme, region), *last),
            Template::BenefitsBegin {
                scheme,
                region,
                from,
            } => cover::benefits_begin(look, (*scheme, region), *from),
            Template::WindowOpens {
                region,
                year,
                through,
            } => deadlines::window_opens(look, region, *year, *through),
            Template::WindowCloses {
                region,
                year,
                through,
            } => deadlines::window_closes(look, region, *year, *through),
            Template::HoldingEnds {
                product,
                last,
                offered_until,
            } => deadlines::holding_ends(look, product, *last, *offered_until),
            Template::StatusEnds { last } => deadlines::status_ends(look, *last),
            Template::CertificateEnds { certificate, last } => {
                deadlines::certificate_ends(look, *certificate, *last)
            }
            Template::OutpatientDeductibleMet { year } => year::deductible_met(look, *year),
            Template::CatastrophicNear {
                year,
                threshold,
                left,
            } => year::catastrophic_near(look, *year, *threshold, *left),
            Template::CatastrophicReached {
                year,
                threshold,
                may_ask,
            } => year::catastrophic_reached(look, *year, *threshold, *may_ask),
            Template::CapNear { year, cap, left } => year::cap_near(look, *year, *cap, *left),
            Template::CapReached { year, cap } => year::cap_reached(look, *year, *cap),
            Template::RulesChanged {
                region,
                since,
                more,
            } => year::rules_changed(look, region, *since, *more),
            Template::RulesTakenBack {
                region,
                since,
                counts,
            } => year::rules_taken_back(look, region, *since, counts.as_ref()),
            Template::SettlementArrived {
                settlement,
                settled_on,
                refund,
            } if *refund => refunded(look, *settlement, *settled_on),
            Template::SettlementArrived {
                settlement,
                settled_on,
                ..
            } => settled(look, *settlement, *settled_on),
            Template::QueryAnswered { query, number } => answered(look, *query, number),
            Template::AccessRecord {} => family::access_record(look),
            Template::FamilyInvitation { name, replaces } => {
                family::invitation(look, name, *replaces)
            }
            Template::FamilyConfirmed { name } => family::confirmed(look, name),
            Template::FamilyEnded { name } => family::ended(look, name),
        }
    }

    fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            lines: Vec::new(),
            leads: None,
        }
    }

    /// Adds a line.
    fn line(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// Says where it leads.
    fn leads(mut self, href: impl Into<String>, label: &'static str) -> Self {
        self.leads = Some((href.into(), label.to_owned()));
        self
    }
}

fn answered(look: Look, query: QueryId, number: &str) -> Said {
    let happened = match look.language {
        Language::Chinese => format!("您的问询 {number} 有答复了。"),
        Language::English => format!("Your query {number} has been answered."),
    };
    let more = look.pick(
        "答复和当时的计算过程在一起，随时可以看。还有不清楚的，可以再问。",
        "The answer stands with the calculation as it was when you asked. If anything is still unclear, you may ask again.",
    );
    Said::new(look.pick("您问的事有答复了", "What you asked is answered"))
        .line(happened)
        .line(more)
        .leads(
            format!("/me/queries/{query}"),
            look.pick("看答复", "Read the answer"),
        )
}

fn settled(look: Look, settlement: SettlementId, on: NaiveDate) -> Said {
    let day = date_text(on, look.language);
    let happened = match look.language {
        Language::Chinese => {
            format!("您{day}的一次就医已经结算好，可以看每一笔钱是谁付的、为什么这样算。")
        }
        Language::English => {
            format!("A visit of yours was settled on {day}. You can see who paid what, and why.")
        }
    };
    Said::new(look.pick("有一笔新的报销记录", "A new settlement is on record"))
        .line(happened)
        .line(look.pick(
            "要是您那天没有去看病，或者觉得算得不对，请在那一页点“看着不对”，或者打医保热线。",
            "If you were not treated that day, or something looks wrong, use “This looks wrong” on that page or call the hotline.",
        ))
        .leads(
            format!("/me/settlements/{settlement}"),
            look.pick("看这笔报销", "See this settlement"),
        )
}

fn refunded(look: Look, refund: SettlementId, on: NaiveDate) -> Said {
    let day = date_text(on, look.language);
    let happened = match look.language {
        Language::Chinese => {
            format!("您的一次报销已经在{day}退回：各方付的钱原路退回，全年的累计也一起扣掉了。")
        }
        Language::English => format!(
            "A settlement of yours was cancelled on {day}: everybody gets back what they paid, and it no longer counts in the totals of the year."
        ),
    };
    Said::new(look.pick("有一笔报销退回了", "A settlement was cancelled"))
        .line(happened)
        .line(look.pick(
            "要是您不知道为什么退，请问当时看病的医院，或者打医保热线。",
            "If you do not know why, ask the hospital where you were treated or call the hotline.",
        ))
        .leads(
            format!("/me/settlements/{refund}"),
            look.pick("看这笔退费", "See the refund"),
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::language::Bilingual;
    use domain::money::Money;
    use domain::settlement::Scheme;
    use services::messages::Cap;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 15).unwrap_or_default()
    }

    fn every() -> Vec<Template> {
        let region = || "510100".to_owned();
        let (scheme, year, through, last) = (Scheme::Resident, 2026, day(), day());
        let money = Money::from_fen(3_000_000);
        let (threshold, left, name) = (money, money, "刘敏".to_owned());
        let mut all = vec![
            Template::CoverBegan {
                scheme,
                region: region(),
                since: day(),
                waiting_until: Some(day()),
            },
            Template::CoverRests {
                scheme: Scheme::Employee,
                region: region(),
            },
            Template::CoverEnds {
                scheme,
                region: region(),
                last,
            },
            Template::CoverEnded {
                scheme,
                region: region(),
                last,
            },
            Template::BenefitsBegin {
                scheme,
                region: region(),
                from: day(),
            },
            Template::WindowOpens {
                region: region(),
                year,
                through,
            },
            Template::WindowCloses {
                region: region(),
                year,
                through,
            },
            Template::OutpatientDeductibleMet { year },
            Template::CatastrophicNear {
                year,
                threshold,
                left,
            },
            Template::CatastrophicReached {
                year,
                threshold,
                may_ask: true,
            },
            Template::RulesChanged {
                region: region(),
                since: day(),
                more: money,
            },
            Template::RulesChanged {
                region: region(),
                since: day(),
                more: -money,
            },
            Template::RulesTakenBack {
                region: region(),
                since: day(),
                counts: None,
            },
            Template::RulesTakenBack {
                region: region(),
                since: day(),
                counts: Some(Bilingual {
                    zh: "示例参数".to_owned(),
                    en: "Sample rules".to_owned(),
                }),
            },
            Template::SettlementArrived {
                settlement: uuid(),
                settled_on: day(),
                refund: false,
            },
            Template::SettlementArrived {
                settlement: uuid(),
                settled_on: day(),
                refund: true,
            },
            Template::HoldingEnds {
                product: Bilingual {
                    zh: "示例保".to_owned(),
                    en: "Sample plan".to_owned(),
                },
                last,
                offered_until: Some(day()),
            },
            Template::StatusEnds { last },
            Template::CertificateEnds {
                certificate: "01970000-0000-7000-8000-000000000001"
                    .parse()
                    .unwrap_or_else(|_| unreachable!()),
                last,
            },
            Template::AccessRecord {},
            Template::FamilyInvitation {
                name: name.clone(),
                replaces: false,
            },
            Template::FamilyInvitation {
                name: name.clone(),
                replaces: true,
            },
            Template::FamilyConfirmed { name: name.clone() },
            Template::FamilyEnded { name },
        ];
        for cap in [
            Cap::Outpatient,
            Cap::Pool,
            Cap::LargeAmount,
            Cap::Catastrophic,
        ] {
            all.push(Template::CapNear { year, cap, left });
            all.push(Template::CapReached { year, cap });
        }
        all
    }

    fn uuid() -> SettlementId {
        "01970000-0000-7000-8000-000000000001"
            .parse()
            .unwrap_or_else(|_| unreachable!())
    }

    #[test]
    fn titles_tell_nothing_to_whoever_looks_over_a_shoulder() {
        for template in every() {
            for (language, elder) in [(Language::Chinese, false), (Language::English, true)] {
                let said = Said::of(&template, Look::new(language, elder));
                let title = &said.title;
                assert!(!title.is_empty() && title.chars().count() <= 60, "{title}");
                for told in ["病", "院", "¥", "元", "刘敏", "illness", "hospital", "yuan"] {
                    assert!(!title.contains(told), "{title}");
                }
                assert!(!said.lines.is_empty());
                for line in &said.lines {
                    assert!(line.ends_with(['。', '.', '”']), "{line}");
                }
            }
        }
    }
}
