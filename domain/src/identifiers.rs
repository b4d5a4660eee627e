//! Numbers that name people, organisations and places, with their check digits.
//!
//! Types that hold personal data show themselves masked in `Debug` and `Display`; the clear
//! text comes only from a method called `reveal`.

mod bank_card;
mod certificate_code;
mod credit_code;
mod drug_code;
mod identity_number;
mod institution_code;
mod mask;
mod mobile;
mod normal;
mod region;
mod travel_document;

pub use bank_card::{BankCard, BankCardError};
pub use certificate_code::{CertificateCode, CertificateCodeError};
pub use credit_code::{CreditCode, CreditCodeError};
pub use drug_code::{DrugCode, DrugKind, InvalidDrugCode};
pub use identity_number::{IdentityKind, IdentityNumber, IdentityNumberError, Sex};
pub use institution_code::{InstitutionCode, InstitutionCodeError, InstitutionKind};
pub use mask::{mask_address, mask_name};
pub use mobile::{InvalidMobile, Mobile};
pub use normal::plain;
pub use region::{InvalidRegionCode, Region, RegionCode, RegionLevel, regions};
pub use travel_document::{InvalidTravelDocument, TravelDocument};
