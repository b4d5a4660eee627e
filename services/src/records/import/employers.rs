//! The employers that the file names: found by their codes, written with the first people who
//! need them.

use std::collections::{HashMap, HashSet};

use domain::identifiers::CreditCode;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::dossier::Dossier;
use super::plan::stable_id;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::records::Rows;
use crate::records::private::Field;
use crate::store::entity::employer;

/// Codes of one statement.
const MOST: usize = 200;

/// The employers of a file, by credit code.
pub(super) struct Employers {
    /// Those that the store is known to have.
    stored: HashMap<String, Uuid>,
    /// Those that it has not got yet; the file gives their names.
    new: HashMap<String, employer::Model>,
}

impl Employers {
    /// Looks for those that are `named`, by credit code and with a name where one is given.
    ///
    /// # Errors
    /// From the store.
    pub(super) async fn find(
        context: &RequestContext,
        named: Vec<(String, Option<String>)>,
    ) -> Result<Self, ServiceError> {
        let platform = &context.platform;
        let index = |code: &str| Field::CreditCode.index(&platform.keys, code);
        let codes: Vec<(&str, Vec<u8>)> = named
            .iter()
            .map(|(code, _)| (code.as_str(), index(code)))
            .collect();
        let mut found = Self {
            stored: stored(&platform.database.reader, &codes).await?,
            new: HashMap::new(),
        };
        for (code, name) in named {
            let Some(name) = name.filter(|_| !found.stored.contains_key(&code)) else {
                continue;
            };
            let index = index(&code);
            let row = employer::Model {
                employer_id: stable_id(context.today(), &[b"employer", &index]),
                credit_code_cipher: Field::CreditCode.seal_on(platform, &code)?,
                credit_code_index: index,
                name,
                kind: "enterprise".to_owned(),
                region_code: code.get(2..8).unwrap_or_default().to_owned(),
                state: "active".to_owned(),
                created_at: context.now,
            };
            found.new.insert(code, row);
        }
        Ok(found)
    }

    /// What was found at the beginning.
    pub(super) fn at_first(&self) -> Seen<'_> {
        Seen {
            employers: self,
            found: HashMap::new(),
        }
    }

    /// Looks again for those that `dossiers` name and that the store had not got.
    ///
    /// # Errors
    /// From the store.
    pub(super) async fn seen_now(
        &self,
        connection: &impl ConnectionTrait,
        dossiers: &[Dossier<'_>],
    ) -> Result<Seen<'_>, ServiceError> {
        let mut seen = self.at_first();
        if self.new.is_empty() {
            return Ok(seen);
        }
        let named: HashSet<String> = dossiers
            .iter()
            .flat_map(Dossier::employers)
            .filter_map(|key| key.credit_code.parse::<CreditCode>().ok())
            .map(String::from)
            .collect();
        let codes: Vec<(&str, Vec<u8>)> = named
            .iter()
            .filter_map(|code| Some((code.as_str(), self.new.get(code)?.credit_code_index.clone())))
            .collect();
        seen.found = stored(connection, &codes).await?;
        Ok(seen)
    }

    /// Notes that the store has these now.
    pub(super) fn note(&mut self, found: HashMap<String, Uuid>) {
        self.new.retain(|code, _| !found.contains_key(code));
        self.stored.extend(found);
    }
}

/// The employers as a batch sees them.
pub(super) struct Seen<'a> {
    employers: &'a Employers,
    /// What the store has got since the import began.
    found: HashMap<String, Uuid>,
}

impl Seen<'_> {
    /// The id of the employer with this credit code.
    pub(super) fn id(&self, code: &str) -> Option<Uuid> {
        let Employers { stored, new } = self.employers;
        let known = self.found.get(code).or_else(|| stored.get(code)).copied();
        known.or_else(|| Some(new.get(code)?.employer_id))
    }

    /// The employers that `rows` refer to and that the store has not got: to be written, and
    /// noted as found.
    pub(super) fn needed(&mut self, rows: &Rows) -> Vec<employer::Model> {
        let of_periods = rows.enrolments.iter().map(|row| row.employer_id);
        let of_contributions = rows.contributions.iter().map(|row| row.employer_id);
        let ids: HashSet<Uuid> = of_periods.chain(of_contributions).flatten().collect();
        let mut needed = Vec::new();
        for (code, row) in &self.employers.new {
            if ids.contains(&row.employer_id) && !self.found.contains_key(code) {
                needed.push(row.clone());
                self.found.insert(code.clone(), row.employer_id);
            }
        }
        // Two imports that write the same ones do so in the same order.
        needed.sort_by_key(|row| row.employer_id);
        needed
    }

    /// All that the store has got since the import began, once the batch is written.
    pub(super) fn into_found(self) -> HashMap<String, Uuid> {
        self.found
    }
}

/// Those of `codes` (each with its blind index) that the store has.
async fn stored(
    connection: &impl ConnectionTrait,
    codes: &[(&str, Vec<u8>)],
) -> Result<HashMap<String, Uuid>, ServiceError> {
    let mut found = HashMap::new();
    for chunk in codes.chunks(MOST) {
        let indexes = chunk.iter().map(|(_, index)| index.clone());
        let rows = employer::Entity::find()
            .filter(employer::Column::CreditCodeIndex.is_in(indexes))
            .all(connection)
            .await?;
        for row in rows {
            let is_it = |(_, index): &&(&str, Vec<u8>)| *index == row.credit_code_index;
            if let Some((code, _)) = chunk.iter().find(is_it) {
                found.insert((*code).to_owned(), row.employer_id);
            }
        }
    }
    Ok(found)
}
