//! The demonstration in a store, and its people by their names.

use std::sync::Arc;

use domain::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::demo::{self, Arguments};
use services::store::entity::person;
use services::{Platform, RequestContext};

use crate::database::TestDatabase;
use crate::platform::platform;

/// A platform on `made` with the named people of the demonstration and `people` more.
///
/// # Panics
/// As [`load`].
pub async fn with_demo(made: &TestDatabase, people: u64, seed: u64) -> Arc<Platform> {
    let platform = platform(made.database.clone());
    load(&platform, people, seed).await;
    platform
}

/// Writes the named people of the demonstration and `people` more into the store of `platform`.
///
/// # Panics
/// When the store refuses them.
pub async fn load(platform: &Arc<Platform>, people: u64, seed: u64) {
    let arguments = Arguments {
        people,
        seed,
        as_of: "2026-06-15".parse().expect("a day"),
    };
    let context = RequestContext::operator(Arc::clone(platform), "test");
    let loaded = demo::load(&context, arguments, &|_| ()).await;
    loaded.expect("the demonstration");
}

/// The person called `name`.
///
/// # Panics
/// When there is nobody.
pub async fn id_of(platform: &Platform, name: &str) -> PersonId {
    let found = person::Entity::find()
        .filter(person::Column::Name.eq(name))
        .one(&platform.database.reader)
        .await
        .expect("the store answers");
    found.expect("somebody").person_id.into()
}
