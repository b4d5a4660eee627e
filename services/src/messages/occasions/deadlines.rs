//! Days by which something is to be done: residents enrol for the next year; add-ons, statuses of
//! hardship and proofs of cover end.

use chrono::{Datelike, NaiveDate};
use domain::identifiers::RegionCode;
use domain::ids::CertificateId;
use domain::settlement::Scheme;
use domain::settlement::parameters::Window;

use super::{Due, Ending, Life, NOTICE, NOTICE_OF_CERTIFICATES, Stretch};
use crate::messages::Template;
use crate::parameters::ParameterBook;
use crate::resident::cover::{self, Period};

pub(super) fn due(life: &Life, stretch: Stretch, book: &ParameterBook) -> Vec<Due> {
    let ending = life.ending.iter();
    let ending = ending.filter_map(|one| holding_ends(one, stretch));
    let statuses = life.statuses_end.iter();
    let statuses = statuses.filter_map(|last| status_ends(*last, stretch));
    let certificates = life.certificates_end.iter();
    let certificates = certificates.filter_map(|one| certificate_ends(*one, stretch));
    window(life, stretch, book)
        .into_iter()
        .chain(ending)
        .chain(statuses)
        .chain(certificates)
        .collect()
}

/// The collection of residents' fees at one's place, for those who have not paid.
fn window(life: &Life, stretch: Stretch, book: &ParameterBook) -> Option<Due> {
    let (region, since) = resident_in(life, stretch.today)?;
    let place: RegionCode = region.parse().ok()?;
    let set = book.at(place, stretch.today).ok()?;
    let (opens, through) = open_on(set.other.collection_window.values, stretch.today)?;
    let year = opens.year() + 1;
    if is_enrolled_for(life, year) {
        return None;
    }
    let closing = through.checked_sub_days(NOTICE)?;
    let (what, template, on) = if stretch.today < closing {
        let template = Template::WindowOpens {
            region,
            year,
            through,
        };
        ("window_opens", template, opens)
    } else {
        let template = Template::WindowCloses {
            region,
            year,
            through,
        };
        ("window_closes", template, closing)
    };
    Some(Due {
        template,
        occasion: format!("{what}:{year}"),
        // Whoever is born or moves there while fees are collected is told from then on.
        on: stretch.within(on.max(since).max(life.birth_date)),
    })
}

/// Where the person is insured as a resident, or was last, and since when.
fn resident_in(life: &Life, today: NaiveDate) -> Option<(String, NaiveDate)> {
    let periods: Vec<Period> = life.periods.iter().map(|(_, one)| one.clone()).collect();
    let current = cover::on(&periods, today).current;
    let last = current.or_else(|| {
        let over = periods.into_iter().filter(|one| one.since <= today);
        over.max_by_key(|one| one.until)
    })?;
    (last.scheme == Scheme::Resident).then_some((last.region_code, last.since))
}

/// First and last day of the window that `today` lies in; one may reach into the next year.
fn open_on(window: Window, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    [today.year() - 1, today.year()]
        .into_iter()
        .find_map(|year| {
            let opens = window.from.in_year(year)?;
            let same_year = window.through.in_year(year)?;
            let through = if same_year < opens {
                window.through.in_year(year + 1)?
            } else {
                same_year
            };
            (opens <= today && today <= through).then_some((opens, through))
        })
}

/// Whether the fee of `year` is paid, or a period speaks of that year already.
fn is_enrolled_for(life: &Life, year: i32) -> bool {
    let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else {
        return true;
    };
    // A resident's period without an end goes on with the fee only.
    let speaks = |period: &Period| {
        period.contains(first) && (period.scheme == Scheme::Employee || period.until.is_some())
    };
    life.fees.contains(&year) || life.periods.iter().any(|(_, period)| speaks(period))
}

fn holding_ends(one: &Ending, stretch: Stretch) -> Option<Due> {
    Some(Due {
        on: stretch.notice_of(one.last, NOTICE)?,
        occasion: format!("holding_ends:{}", one.id),
        template: Template::HoldingEnds {
            product: one.name.clone(),
            last: one.last,
            offered_until: one.offered_until,
        },
    })
}

/// Two that end on the same day are renewed together and told once.
fn status_ends(last: NaiveDate, stretch: Stretch) -> Option<Due> {
    Some(Due {
        on: stretch.notice_of(last, NOTICE)?,
        occasion: format!("status_ends:{last}"),
        template: Template::StatusEnds { last },
    })
}

fn certificate_ends((id, last): (CertificateId, NaiveDate), stretch: Stretch) -> Option<Due> {
    Some(Due {
        on: stretch.notice_of(last, NOTICE_OF_CERTIFICATES)?,
        occasion: format!("certificate_ends:{id}"),
        template: Template::CertificateEnds {
            certificate: id,
            last,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, nobody, occasions, period, stretch};
    use super::*;
    use domain::language::Bilingual;
    use uuid::Uuid;

    fn window(from: &str, through: &str) -> Window {
        Window {
            from: from.parse().unwrap(),
            through: through.parse().unwrap(),
        }
    }

    #[test]
    fn a_window_may_reach_into_the_next_year() {
        let autumn = window("09-01", "12-31");
        assert_eq!(open_on(autumn, day("2026-08-31")), None);
        let open = (day("2026-09-01"), day("2026-12-31"));
        assert_eq!(open_on(autumn, day("2026-12-31")), Some(open));
        let winter = window("11-01", "02-28");
        let open = (day("2026-11-01"), day("2027-02-28"));
        assert_eq!(open_on(winter, day("2026-11-01")), Some(open));
        assert_eq!(open_on(winter, day("2027-02-28")), Some(open));
        assert_eq!(open_on(winter, day("2027-03-01")), None);
    }

    #[test]
    fn whoever_has_paid_or_has_work_is_enrolled() {
        let mut life = Life {
            periods: vec![(
                Uuid::from_u128(1).into(),
                period(Scheme::Resident, "2020-01-01", ""),
            )],
            ..nobody()
        };
        assert_eq!(
            resident_in(&life, day("2026-10-01")),
            Some(("110000".to_owned(), day("2020-01-01")))
        );
        assert!(!is_enrolled_for(&life, 2027));
        life.fees = vec![2027];
        assert!(is_enrolled_for(&life, 2027));
        let works = period(Scheme::Employee, "2026-05-01", "");
        life.periods.push((Uuid::from_u128(2).into(), works));
        assert_eq!(resident_in(&life, day("2026-10-01")), None);
    }

    #[test]
    fn an_add_on_is_spoken_of_a_month_before_its_end() {
        let ending = Ending {
            id: Uuid::from_u128(5).into(),
            name: Bilingual {
                zh: "示例".into(),
                en: "Sample".into(),
            },
            last: day("2026-06-30"),
            offered_until: None,
        };
        let life = Life {
            ending: vec![ending],
            ..nobody()
        };
        let book = ParameterBook::default();
        let on = |today: &str| due(&life, stretch(today), &book);
        assert_eq!(on("2026-05-30"), []);
        let occasion = format!("holding_ends:{}", Uuid::from_u128(5));
        assert_eq!(occasions(&on("2026-05-31")), [occasion.as_str()]);
        assert_eq!(on("2026-07-01"), []);
    }

    #[test]
    fn a_status_is_spoken_of_a_month_and_a_proof_two_weeks_before_its_end() {
        let proof = Uuid::from_u128(6);
        let life = Life {
            statuses_end: vec![day("2026-06-30")],
            certificates_end: vec![(proof.into(), day("2026-06-30"))],
            ..nobody()
        };
        let book = ParameterBook::default();
        let on = |today: &str| due(&life, stretch(today), &book);
        assert_eq!(on("2026-05-30"), []);
        assert_eq!(
            occasions(&on("2026-05-31")),
            ["status_ends:2026-06-30"],
            "the proof later"
        );
        let both = on("2026-06-16");
        let wanted = format!("certificate_ends:{proof}");
        assert_eq!(
            occasions(&both),
            ["status_ends:2026-06-30", wanted.as_str()]
        );
        assert!(both.iter().all(|one| one.on <= day("2026-06-16")));
        assert_eq!(on("2026-07-01"), []);
    }
}
