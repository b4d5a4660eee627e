//! An institution as it stands in a file (`docs/catalogue.schema.json`), and what can be wrong
//! with it.

use chrono::NaiveDate;
use domain::catalogue::InstitutionType;
use domain::chronic;
use domain::identifiers::{InstitutionCode, InstitutionKind, RegionCode};
use domain::language::Bilingual;
use domain::settlement::Level;
use serde::Deserialize;

use super::model::Institution;
use crate::catalogue::{Problems, error};
use crate::error::FieldError;

/// One line of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    code: String,
    name: String,
    #[serde(default)]
    name_en: String,
    region: String,
    level: Option<Level>,
    kind: Option<InstitutionType>,
    #[serde(default)]
    off_site_inpatient: bool,
    #[serde(default)]
    off_site_outpatient: bool,
    #[serde(default)]
    chronic: Vec<String>,
    #[serde(default)]
    dual_channel: bool,
    #[serde(default)]
    address: String,
    #[serde(default)]
    address_en: String,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    hours_en: String,
    #[serde(default)]
    telephone: String,
    ended_on: Option<NaiveDate>,
    #[serde(default)]
    source: String,
    #[serde(default)]
    sample: bool,
}

impl Record {
    /// The institution, or every problem of line `line`.
    pub(super) fn checked(self, line: usize) -> Result<Institution, Vec<FieldError>> {
        let mut problems = Problems::of(line);
        let code: Option<InstitutionCode> =
            problems.parsed("/code", "wrong_institution", &self.code);
        let region: Option<RegionCode> = problems.parsed("/region", "unknown_region", &self.region);
        if region.is_some_and(|region| !region.is_known()) {
            problems.add(
                "/region",
                "unknown_region",
                "this region code does not exist",
            );
        }
        let designated_by = code.as_ref().and_then(InstitutionCode::region);
        if let (Some(own), Some(by)) = (region, designated_by)
            && own.province() != by.province()
        {
            let detail = "the code is of another province than the region";
            problems.add("/region", "differs_from_code", detail);
        }
        let pharmacy = code
            .as_ref()
            .is_some_and(|code| code.kind() == InstitutionKind::Pharmacy);
        let kind = kind(self.kind, self.level, pharmacy);
        if code.is_some() && pharmacy != (kind == InstitutionType::Pharmacy) {
            let detail = "codes of pharmacies begin with P, all others with H";
            problems.add("/kind", "differs_from_code", detail);
        }
        let level = self.level.or(pharmacy.then_some(Level::L1));
        if level.is_none() {
            problems.add("/level", "missing_field", "only pharmacies have no level");
        }
        if !self.chronic.iter().all(|code| chronic::is_code(code)) {
            let detail = "codes of outpatient chronic diseases are M and five digits";
            problems.add("/chronic", "wrong_code", detail);
        }
        let name = Bilingual {
            zh: problems.text("/name", &self.name, 100),
            en: problems.text("/name_en", &self.name_en, 200),
        };
        if name.zh.is_empty() {
            problems.add(
                "/name",
                "missing_field",
                "an institution has a Chinese name",
            );
        }
        let address = Bilingual {
            zh: problems.text("/address", &self.address, 200),
            en: problems.text("/address_en", &self.address_en, 300),
        };
        let hours = Bilingual {
            zh: problems.text("/hours", &self.hours, 200),
            en: problems.text("/hours_en", &self.hours_en, 300),
        };
        let telephone = problems.text("/telephone", &self.telephone, 40);
        if !is_telephone(&telephone) {
            let detail = "a telephone is 3 to 20 digits, with blanks, hyphens, brackets or 转";
            problems.add("/telephone", "wrong_telephone", detail);
        }
        let source = problems.text("/source", &self.source, 300);
        let mut chronic = self.chronic;
        chronic.sort_unstable();
        chronic.dedup();
        let missing = || vec![error(line, "", "missing_field", "a field is missing")];
        let errors = problems.into_errors();
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Institution {
            code: code.ok_or_else(missing)?,
            name,
            region: region.ok_or_else(missing)?,
            level: level.ok_or_else(missing)?,
            kind,
            off_site_inpatient: self.off_site_inpatient,
            off_site_outpatient: self.off_site_outpatient,
            chronic,
            dual_channel: self.dual_channel,
            address,
            hours,
            telephone,
            ended_on: self.ended_on,
            source,
            sample: self.sample,
        })
    }
}

/// Whether it is empty or a number that can be called: `010-12345678 转 801`.
fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let part = |letter: char| letter.is_ascii_digit() || " -()（）+转".contains(letter);
    text.is_empty() || ((3..=20).contains(&digits) && text.chars().all(part))
}

/// What it is, where the file does not say so.
fn kind(said: Option<InstitutionType>, level: Option<Level>, pharmacy: bool) -> InstitutionType {
    match (said, pharmacy, level) {
        (Some(said), ..) => said,
        (None, true, _) => InstitutionType::Pharmacy,
        (None, false, Some(Level::Community)) => InstitutionType::Community,
        (None, false, _) => InstitutionType::Hospital,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Institution, Vec<(String, &'static str)>> {
        let record: Record = serde_json::from_str(text).unwrap();
        record
            .checked(7)
            .map_err(|errors| errors.into_iter().map(|e| (e.pointer, e.code)).collect())
    }

    #[test]
    fn the_least_that_is_needed() {
        let hospital = read(
            r#"{"code": "H11010100001", "name": "某医院", "region": "110101", "level": "l2"}"#,
        );
        let hospital = hospital.unwrap();
        assert_eq!(hospital.kind, InstitutionType::Hospital);
        let pharmacy = read(r#"{"code": "P11010100001", "name": "某药店", "region": "110101"}"#);
        assert_eq!(pharmacy.unwrap().kind, InstitutionType::Pharmacy);
    }

    #[test]
    fn a_telephone_can_be_called() {
        for number in [
            "",
            "010-12345678 转 801",
            "（0571）8765 4321",
            "120",
            "+86 10 12345678",
        ] {
            assert!(is_telephone(number), "{number}");
        }
        for wrong in ["12", "总机", "010-1234567a", "1234567890123456789012"] {
            assert!(!is_telephone(wrong), "{wrong}");
        }
    }

    #[test]
    fn every_problem_of_a_line_is_named() {
        let errors = read(
            r#"{"code": "H1101010000", "name": " ", "region": "999999", "kind": "pharmacy",
                "chronic": ["M039"], "address": "a\u0000b", "telephone": "总机"}"#,
        )
        .unwrap_err();
        let codes: Vec<_> = errors.iter().map(|(_, code)| *code).collect();
        for code in [
            "wrong_institution",
            "unknown_region",
            "missing_field",
            "wrong_code",
            "wrong_text",
            "wrong_telephone",
        ] {
            assert!(codes.contains(&code), "{code}: {errors:?}");
        }
        assert!(
            errors
                .iter()
                .all(|(pointer, _)| pointer.starts_with("line 7 /"))
        );
        let other = read(
            r#"{"code": "P11010100001", "name": "某医院", "region": "330106", "kind": "hospital", "level": "l1"}"#,
        );
        assert_eq!(
            other.unwrap_err(),
            [
                ("line 7 /region".to_owned(), "differs_from_code"),
                ("line 7 /kind".to_owned(), "differs_from_code")
            ]
        );
    }
}
