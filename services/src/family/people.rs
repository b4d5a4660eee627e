//! The two people of an invitation, as far as an invitation needs to know them.

use chrono::NaiveDate;
use domain::family::is_minor;
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// One of the two.
#[derive(FromQueryResult)]
pub(super) struct Party {
    pub person_id: Uuid,
    pub name: String,
    pub birth_date: NaiveDate,
    pub status: String,
    pub id_number_index: Vec<u8>,
}

impl Party {
    pub(super) fn alive(&self) -> bool {
        self.status == "alive"
    }

    pub(super) fn is_minor(&self, day: NaiveDate) -> bool {
        is_minor(self.birth_date, day)
    }

    /// Whether the name is the one on record, however its spaces and dots are written.
    pub(super) fn is_called(&self, name: &str) -> bool {
        plain(&self.name) == plain(name)
    }
}

/// A name without spaces, with one kind of middle dot, in small letters.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|one| !one.is_whitespace())
        .map(|one| match one {
            '•' | '・' | '‧' | '∙' | '･' | '⋅' | 'ꞏ' | '．' | '.' | '﹒' => '·',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_are_the_same_however_they_are_typed() {
        assert_eq!(plain("阿依古丽·买买提"), plain("阿依古丽• 买买提 "));
        assert_eq!(plain("Anna Li"), plain("ANNA LI"));
        assert_ne!(plain("王秀英"), plain("王秀芳"));
    }
}
