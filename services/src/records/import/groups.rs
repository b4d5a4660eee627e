//! Which lines are about whom, so that a person is written whole, in the order of days.

use std::collections::HashMap;
use std::io;

use domain::identifiers::{CreditCode, IdentityNumber, TravelDocument};

use super::lines::{Lines, Unreadable};
use super::refused::Refused;
use super::shape::{PersonKey, Record};

/// One person's lines.
pub(super) struct Group {
    /// The number, made plain.
    pub number: String,
    /// Line numbers from 0, in the order of the file.
    pub lines: Vec<u32>,
}

/// What a first reading of the file found.
pub(super) struct Found {
    pub groups: Vec<Group>,
    /// Employers by credit code, with the first name given for each.
    pub employers: Vec<(String, Option<String>)>,
    pub refused: Vec<Refused>,
    /// Lines that hold a record.
    pub records: u64,
}

/// Reads every line once and sorts the lines by person.
pub(super) fn group(lines: &mut Lines) -> io::Result<Found> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut employers: HashMap<String, usize> = HashMap::new();
    let mut found = Found {
        groups: Vec::new(),
        employers: Vec::new(),
        refused: Vec::new(),
        records: 0,
    };
    lines.rewind()?;
    for number in 0..lines.count() {
        let text = lines.read(number)?;
        if text.as_ref().is_ok_and(String::is_empty) {
            continue;
        }
        found.records += 1;
        let record = match text {
            Ok(text) => read(number, &text),
            Err(Unreadable::TooLong) => Err(Refused::one(
                number,
                "",
                "line_too_long",
                "longer than 4 MiB".into(),
            )),
            Err(Unreadable::Encoding) => Err(Refused::one(
                number,
                "",
                "encoding",
                "not in the encoding of the file, UTF-8 or GB18030".into(),
            )),
        };
        let keyed = record.and_then(|record| Ok((plain_number(number, record.key())?, record)));
        let (plain, record) = match keyed {
            Ok(keyed) => keyed,
            Err(refused) => {
                found.refused.push(refused);
                continue;
            }
        };
        if let Some(employer) = record.employer()
            && let Ok(code) = employer.credit_code.parse::<CreditCode>()
        {
            let code = String::from(code);
            let place = *employers.entry(code.clone()).or_insert_with(|| {
                found.employers.push((code, None));
                found.employers.len() - 1
            });
            if let Some((_, name)) = found.employers.get_mut(place)
                && name.is_none()
            {
                *name = employer.usable_name().map(str::to_owned);
            }
        }
        let place = *places.entry(plain.clone()).or_insert_with(|| {
            found.groups.push(Group {
                number: plain,
                lines: Vec::new(),
            });
            found.groups.len() - 1
        });
        if let (Some(group), Ok(number)) = (found.groups.get_mut(place), u32::try_from(number)) {
            group.lines.push(number);
        }
    }
    Ok(found)
}

/// The record in a line.
pub(super) fn read(number: usize, text: &str) -> Result<Record, Refused> {
    serde_json::from_str(text).map_err(|error| {
        // It may quote the name of a field, which must not command the terminal.
        let detail = error.to_string().replace(char::is_control, "\u{FFFD}");
        Refused::one(number, "", "unreadable", detail)
    })
}

/// The number of the paper as it is stored.
fn plain_number(line: usize, key: &PersonKey) -> Result<String, Refused> {
    let refuse = |pointer: &str, code, detail: String| Refused::one(line, pointer, code, detail);
    match key.id_type.as_str() {
        "01" | "02" | "03" | "04" => IdentityNumber::parse(&key.id_number)
            .map(|number| number.reveal().to_owned())
            .map_err(|e| refuse("/person/id_number", "wrong_id_number", e.to_string())),
        "05" | "99" => TravelDocument::parse(&key.id_number)
            .map(|number| number.reveal().to_owned())
            .map_err(|e| refuse("/person/id_number", "wrong_id_number", e.to_string())),
        _ => Err(refuse(
            "/person/id_type",
            "unknown_code",
            "01 to 05 or 99".to_owned(),
        )),
    }
}
