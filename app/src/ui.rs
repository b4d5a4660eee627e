//! The components that pages are made of, one file each. `/gallery` shows them all. Those that an
//! island shows anew are in the browser's half too.

pub mod amount;
pub mod badge;
pub mod basis;
#[cfg(feature = "ssr")]
pub mod breadcrumbs;
#[cfg(feature = "ssr")]
pub mod button;
pub mod capital;
pub mod card;
#[cfg(feature = "ssr")]
pub mod chips;
pub mod clause;
#[cfg(feature = "ssr")]
pub mod contents;
pub mod date;
#[cfg(feature = "ssr")]
pub mod document_status;
#[cfg(feature = "ssr")]
pub mod doors;
#[cfg(feature = "ssr")]
pub mod empty_state;
#[cfg(feature = "ssr")]
pub mod error_summary;
pub mod example;
pub mod explained;
#[cfg(feature = "ssr")]
pub mod facets;
#[cfg(feature = "ssr")]
pub mod facts;
#[cfg(feature = "ssr")]
pub mod field;
#[cfg(feature = "ssr")]
pub mod fold;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod icon;
#[cfg(feature = "ssr")]
pub mod kept;
pub mod look;
pub(crate) mod markup;
#[cfg(feature = "ssr")]
pub mod meter;
#[cfg(feature = "ssr")]
pub mod notice;
#[cfg(feature = "ssr")]
pub mod pagination;
pub mod pay_bar;
pub mod pay_parts;
#[cfg(feature = "ssr")]
pub mod place;
pub mod provenance;
#[cfg(feature = "ssr")]
pub mod qr_code;
pub mod say;
#[cfg(feature = "ssr")]
pub mod search_box;
pub mod share;
pub mod source_note;
pub mod steps;
pub mod table;
#[cfg(feature = "ssr")]
pub mod term;
#[cfg(feature = "ssr")]
pub mod timeline;
#[cfg(feature = "ssr")]
pub mod told;
pub mod written;

pub use amount::{Amount, AmountSize};
pub use badge::{Badge, Tone};
#[cfg(feature = "ssr")]
pub use breadcrumbs::{Breadcrumbs, Crumb};
#[cfg(feature = "ssr")]
pub use button::{Button, ButtonKind, ButtonLink, PrintButton};
pub use capital::capitalised;
pub use card::Card;
#[cfg(feature = "ssr")]
pub use chips::{Chip, Chips};
#[cfg(feature = "ssr")]
pub use contents::Contents;
pub use date::{Date, date_text, month_name, month_text};
#[cfg(feature = "ssr")]
pub use document_status::{DocumentStatus, DocumentStatusBadge};
#[cfg(feature = "ssr")]
pub use doors::{Door, Doors};
#[cfg(feature = "ssr")]
pub use empty_state::EmptyState;
#[cfg(feature = "ssr")]
pub use error_summary::{ErrorSummary, FieldProblem};
#[cfg(feature = "ssr")]
pub use facets::{FacetGroup, FacetOption, Facets};
#[cfg(feature = "ssr")]
pub use facts::{Fact, Facts};
#[cfg(feature = "ssr")]
pub use field::choice::ChoiceField;
#[cfg(feature = "ssr")]
pub use field::select::SelectField;
#[cfg(feature = "ssr")]
pub use field::text_area::TextAreaField;
#[cfg(feature = "ssr")]
pub use field::tick::Tick;
#[cfg(feature = "ssr")]
pub use field::{Choice, Field};
#[cfg(feature = "ssr")]
pub use fold::{AnswerCard, Fold};
#[cfg(feature = "ssr")]
pub use form::Form;
#[cfg(feature = "ssr")]
pub use icon::{Icon, Sign};
#[cfg(feature = "ssr")]
pub use kept::{Kept, gap};
pub use look::Look;
#[cfg(feature = "ssr")]
pub use meter::Meter;
#[cfg(feature = "ssr")]
pub use notice::Notice;
#[cfg(feature = "ssr")]
pub use pagination::Pagination;
pub use pay_bar::{PayBar, PayPart, Payer};
#[cfg(feature = "ssr")]
pub use place::{Place, place_name};
pub use provenance::ProvenanceBadge;
#[cfg(feature = "ssr")]
pub use qr_code::QrCode;
pub use say::{gap_after, said};
#[cfg(feature = "ssr")]
pub use search_box::SearchBox;
pub use source_note::SourceNote;
pub use steps::{RestsOn, StepItem, Steps};
pub use table::{Column, Table};
#[cfg(feature = "ssr")]
pub use term::{Term, Word};
#[cfg(feature = "ssr")]
pub use timeline::{Moment, Timeline};
#[cfg(feature = "ssr")]
pub use told::{Told, told};
pub use written::{Inner, IntoWritten, Written};
