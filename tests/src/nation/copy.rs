//! Rows for PostgreSQL's `COPY`, in its text format.

use std::fmt::Write as _;

use sea_orm::{EntityTrait, Iden, Iterable, ModelTrait, Value};
use services::store::Database;

/// Copies `rows` into their table.
pub(super) async fn rows<E>(database: &Database, rows: &[E::Model])
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let columns: Vec<String> = E::Column::iter()
        .map(|column| column.unquoted().to_owned())
        .collect();
    let table = E::default().table_name().to_owned();
    let statement = format!("COPY {table} ({}) FROM STDIN", columns.join(", "));
    let mut text = String::with_capacity(rows.len() * 200);
    for row in rows {
        for (place, column) in E::Column::iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            push(&mut text, &row.get(column));
        }
        text.push('\n');
    }
    let pool = database.writer.get_postgres_connection_pool();
    let mut connection = pool.acquire().await.expect("a connection");
    let begun = connection.copy_in_raw(&statement).await;
    let mut copy = begun.expect("the table takes a copy");
    copy.send(text.into_bytes()).await.expect("rows are sent");
    let written = copy.finish().await.expect("the rows are written");
    assert_eq!(written, u64::try_from(rows.len()).expect("it fits"));
}

/// Appends `value` as `COPY` reads it.
fn push(text: &mut String, value: &Value) {
    let written = match value {
        Value::Bool(Some(value)) => write!(text, "{value}"),
        Value::Int(Some(value)) => write!(text, "{value}"),
        Value::BigInt(Some(value)) => write!(text, "{value}"),
        Value::Uuid(Some(value)) => write!(text, "{value}"),
        Value::ChronoDate(Some(value)) => write!(text, "{value}"),
        Value::ChronoDateTimeUtc(Some(value)) => write!(text, "{}", value.to_rfc3339()),
        Value::Bytes(Some(value)) => write!(text, "\\\\x{}", hex::encode(value)),
        Value::String(Some(value)) => {
            value.chars().for_each(|letter| push_letter(text, letter));
            Ok(())
        }
        other if *other == other.as_null() => text.write_str("\\N"),
        other => panic!("no table holds {other:?}"),
    };
    written.expect("a text takes everything");
}

fn push_letter(text: &mut String, letter: char) {
    match letter {
        '\\' => text.push_str("\\\\"),
        '\t' => text.push_str("\\t"),
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        other => text.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_value_or_a_row_is_written_apart() {
        let mut text = String::new();
        push(&mut text, &Value::from("a\tb\\N\nc\r"));
        assert_eq!(text, r"a\tb\\N\nc\r");
    }

    #[test]
    fn nothing_is_not_the_word_for_it() {
        let mut text = String::new();
        push(&mut text, &Value::from(None::<String>));
        push(&mut text, &Value::from("\\N"));
        assert_eq!(text, r"\N\\N");
        let mut bytes = String::new();
        push(&mut bytes, &Value::from(vec![0_u8, 255]));
        assert_eq!(bytes, r"\\x00ff");
    }
}
