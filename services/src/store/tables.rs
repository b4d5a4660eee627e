//! Every table of the store as data: for backups, and for the test that entities equal
//! migrations.

use sea_orm::{ColumnTrait, ColumnType, EntityTrait, Iden, Iterable, PrimaryKeyToColumn};

use super::entity;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A UUID.
    Id,
    /// Bytes.
    Bytes,
    /// Text.
    Text,
    /// A calendar day.
    Day,
    /// An instant in UTC.
    Instant,
    /// A whole number of 32 bits.
    Int,
    /// A whole number of 64 bits.
    Big,
    /// True or false.
    Bool,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds; `None` for a type that the store must not have.
    pub kind: Option<Kind>,
    /// Whether it may be empty.
    pub nullable: bool,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in the order of the entity.
    pub columns: Vec<Column>,
    /// The columns of its primary key, in order.
    pub key: Vec<String>,
}

macro_rules! tables {
    ($($table:ident),+ $(,)?) => {
        /// Every table, those first that others refer to.
        #[must_use]
        pub fn all() -> Vec<Table> {
            vec![$(Table::of::<entity::$table::Entity>()),+]
        }
    };
}

tables!(
    person,
    identity_tag,
    household,
    household_member,
    family_link,
    family_invitation,
    employer,
    enrolment,
    contribution,
    account_entry,
    account_share,
    certificate,
    settlement,
    settlement_line,
    year_accumulator,
    settlement_total,
    parameter_set,
    parameter_draft,
    parameter_step,
    parameter_release,
    parameter_simulation,
    institution,
    institution_key,
    institution_region,
    drug,
    drug_product,
    drug_share,
    drug_key,
    product,
    holding,
    policy_document,
    policy_version,
    policy_article,
    policy_relation,
    policy_revision,
    account,
    account_role,
    session,
    used_sign_in,
    audit_event,
    audit_seal,
    audit_head,
    message,
    muted_topic,
    consent,
    access_report,
    access_report_step,
    settlement_query,
    settlement_query_step,
    settlement_query_open,
    job,
    import_run,
);

impl Table {
    fn of<E: EntityTrait>() -> Self {
        let column = |column: E::Column| {
            let definition = column.def();
            Column {
                name: column.unquoted().to_owned(),
                kind: kind(definition.get_column_type()),
                nullable: definition.is_null(),
            }
        };
        let key = E::PrimaryKey::iter().map(|key| key.into_column().unquoted().to_owned());
        Self {
            name: E::default().table_name().to_owned(),
            columns: E::Column::iter().map(column).collect(),
            key: key.collect(),
        }
    }
}

fn kind(column_type: &ColumnType) -> Option<Kind> {
    Some(match column_type {
        ColumnType::Uuid => Kind::Id,
        ColumnType::VarBinary(_) | ColumnType::Binary(_) | ColumnType::Blob => Kind::Bytes,
        ColumnType::String(_) | ColumnType::Text => Kind::Text,
        ColumnType::Date => Kind::Day,
        ColumnType::TimestampWithTimeZone => Kind::Instant,
        ColumnType::Integer => Kind::Int,
        ColumnType::BigInteger => Kind::Big,
        ColumnType::Boolean => Kind::Bool,
        _ => return None,
    })
}
