//! One cell: from the database to JSON and back.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::{DbErr, QueryResult, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::error::ServiceError;
use crate::store::tables::{Column, Kind};

/// The cell at `place` of `row`, ready to be bound again.
pub(super) fn read(row: &QueryResult, place: usize, column: &Column) -> Result<Value, DbErr> {
    Ok(match column.kind {
        Some(Kind::Id) => row.try_get_by_index::<Option<Uuid>>(place)?.into(),
        Some(Kind::Bytes) => row.try_get_by_index::<Option<Vec<u8>>>(place)?.into(),
        Some(Kind::Day) => row.try_get_by_index::<Option<NaiveDate>>(place)?.into(),
        Some(Kind::Instant) => row.try_get_by_index::<Option<DateTime<Utc>>>(place)?.into(),
        Some(Kind::Int) => row.try_get_by_index::<Option<i32>>(place)?.into(),
        Some(Kind::Big) => row.try_get_by_index::<Option<i64>>(place)?.into(),
        Some(Kind::Bool) => row.try_get_by_index::<Option<bool>>(place)?.into(),
        Some(Kind::Text) | None => row.try_get_by_index::<Option<String>>(place)?.into(),
    })
}

/// The same cell as JSON.
pub(super) fn to_json(value: &Value) -> Json {
    match value {
        Value::Uuid(Some(id)) => id.to_string().into(),
        Value::Bytes(Some(bytes)) => STANDARD.encode(bytes).into(),
        Value::ChronoDate(Some(day)) => day.to_string().into(),
        Value::ChronoDateTimeUtc(Some(instant)) => {
            instant.to_rfc3339_opts(SecondsFormat::Micros, true).into()
        }
        Value::Int(Some(number)) => (*number).into(),
        Value::BigInt(Some(number)) => (*number).into(),
        Value::Bool(Some(truth)) => (*truth).into(),
        Value::String(Some(text)) => text.clone().into(),
        _ => Json::Null,
    }
}

/// JSON as the cell of `column`; an error when it is none.
pub(super) fn from_json(json: &Json, column: &Column) -> Result<Value, ServiceError> {
    let wrong = || ServiceError::internal(format!("the backup has a wrong {}", column.name));
    if json.is_null() {
        return if column.nullable {
            Ok(empty(column))
        } else {
            Err(wrong())
        };
    }
    let text = || json.as_str().ok_or_else(wrong);
    Ok(match column.kind {
        Some(Kind::Id) => Uuid::parse_str(text()?).map_err(|_| wrong())?.into(),
        Some(Kind::Bytes) => STANDARD.decode(text()?).map_err(|_| wrong())?.into(),
        Some(Kind::Day) => text()?.parse::<NaiveDate>().map_err(|_| wrong())?.into(),
        Some(Kind::Instant) => text()?
            .parse::<DateTime<Utc>>()
            .map_err(|_| wrong())?
            .into(),
        Some(Kind::Int) => {
            let number = json.as_i64().and_then(|number| i32::try_from(number).ok());
            number.ok_or_else(wrong)?.into()
        }
        Some(Kind::Big) => json.as_i64().ok_or_else(wrong)?.into(),
        Some(Kind::Bool) => json.as_bool().ok_or_else(wrong)?.into(),
        Some(Kind::Text) | None => text()?.into(),
    })
}

fn empty(column: &Column) -> Value {
    match column.kind {
        Some(Kind::Id) => Value::Uuid(None),
        Some(Kind::Bytes) => Value::Bytes(None),
        Some(Kind::Day) => Value::ChronoDate(None),
        Some(Kind::Instant) => Value::ChronoDateTimeUtc(None),
        Some(Kind::Int) => Value::Int(None),
        Some(Kind::Big) => Value::BigInt(None),
        Some(Kind::Bool) => Value::Bool(None),
        Some(Kind::Text) | None => Value::String(None),
    }
}
