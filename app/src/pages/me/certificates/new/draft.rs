//! What was chosen for a certificate so far.

use domain::ids::CertificateId;
use services::certificates::Part;
use services::certificates::issue::{DAYS, Periods};

/// The hidden field with the id that the form was shown with.
pub(super) const FORM: &str = "id";

/// The answers to the questions; what makes no sense counts as no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::pages::me::certificates) struct Draft {
    /// Which periods it names.
    pub periods: Option<Periods>,
    /// For how many days it holds.
    pub days: Option<u16>,
    /// What a check shows.
    pub shown: Vec<Part>,
    /// The id that the form was shown with; the certificate gets it.
    pub form: Option<CertificateId>,
}

impl Draft {
    /// Reads the fields of a form or a query.
    pub(in crate::pages::me::certificates) fn read(fields: &[(String, String)]) -> Self {
        let mut draft = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                FORM => draft.form = value.parse().ok(),
                "periods" => draft.periods = Periods::from_code(value),
                "days" => draft.days = value.parse().ok().filter(|days| DAYS.contains(days)),
                "show" => draft
                    .shown
                    .extend(Part::from_code(value).filter(|part| !draft.shown.contains(part))),
                _ => {}
            }
        }
        draft
    }

    /// The questions answered one after the other, for the page of the next one.
    pub(super) fn answers(&self) -> Vec<(&'static str, String)> {
        let periods = self
            .periods
            .map(|periods| ("periods", periods.code().to_owned()));
        let days = self.days.map(|days| ("days", days.to_string()));
        let days = days.filter(|_| periods.is_some());
        periods.into_iter().chain(days).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &[(&str, &str)]) -> Draft {
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Draft::read(&fields)
    }

    #[test]
    fn nonsense_is_no_answer() {
        assert_eq!(
            read(&[("periods", "x"), ("days", "31"), ("show", "y")]),
            Draft::default()
        );
        let draft = read(&[
            ("periods", "all"),
            ("days", "30"),
            ("show", "region"),
            ("show", "region"),
        ]);
        assert_eq!(draft.shown, [Part::Region]);
        assert_eq!(
            draft.answers(),
            [("periods", "all".to_owned()), ("days", "30".to_owned())]
        );
        assert!(
            read(&[("days", "30")]).answers().is_empty(),
            "in order only"
        );
    }
}
