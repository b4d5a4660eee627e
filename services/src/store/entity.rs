//! One file a table; the columns are those of `migrations`.

pub mod account;
pub mod account_entry;
pub mod account_role;
pub mod audit_event;
pub mod audit_head;
pub mod audit_seal;
pub mod contribution;
pub mod employer;
pub mod enrolment;
pub mod family_link;
pub mod holding;
pub mod household;
pub mod household_member;
pub mod identity_tag;
pub mod import_run;
pub mod institution;
pub mod job;
pub mod message;
pub mod parameter_set;
pub mod person;
pub mod product;
pub mod session;
pub mod settlement;
pub mod settlement_line;
pub mod used_sign_in;
pub mod year_accumulator;
