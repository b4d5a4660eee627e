//! Fields that are encrypted at rest: one function each way, so that purpose and place agree.

use crate::error::ServiceError;
use crate::keys::{Keys, Purpose};
use crate::platform::{Platform, RandomSource};

/// A field that is encrypted at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// `person.id_number_cipher`, with a blind index beside it.
    IdNumber,
    /// `person.mobile_cipher`.
    Mobile,
    /// `employer.credit_code_cipher`, with a blind index beside it.
    CreditCode,
    /// `settlement.diagnosis_cipher`: the national code, a space, the name in Chinese.
    Diagnosis,
    /// `access_report.note_cipher`: what somebody wrote about a look at their data.
    ReportNote,
    /// `access_report_step.answer_cipher`: what was answered to it.
    ReportAnswer,
    /// `settlement_query.words_cipher`: what somebody asked about a settlement.
    QueryWords,
    /// `settlement_query_step.answer_cipher`: what was answered to it.
    QueryAnswer,
    /// `certificate.facts_cipher`: what a certificate says, as JSON.
    CertificateFacts,
    /// `certificate.code_cipher`, with a blind index beside it.
    CertificateCode,
}

impl Field {
    const fn purpose(self) -> Purpose {
        match self {
            Self::IdNumber => Purpose::IdNumber,
            Self::Mobile => Purpose::Mobile,
            Self::CreditCode => Purpose::CreditCode,
            Self::Diagnosis => Purpose::Diagnosis,
            Self::ReportNote | Self::ReportAnswer => Purpose::ReportNote,
            Self::QueryWords | Self::QueryAnswer => Purpose::QueryWords,
            Self::CertificateFacts | Self::CertificateCode => Purpose::Certificate,
        }
    }

    /// The column, which is bound to the cipher text.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Self::IdNumber => "person.id_number_cipher",
            Self::Mobile => "person.mobile_cipher",
            Self::CreditCode => "employer.credit_code_cipher",
            Self::Diagnosis => "settlement.diagnosis_cipher",
            Self::ReportNote => "access_report.note_cipher",
            Self::ReportAnswer => "access_report_step.answer_cipher",
            Self::QueryWords => "settlement_query.words_cipher",
            Self::QueryAnswer => "settlement_query_step.answer_cipher",
            Self::CertificateFacts => "certificate.facts_cipher",
            Self::CertificateCode => "certificate.code_cipher",
        }
    }

    /// Encrypts `plain` for the column.
    ///
    /// # Errors
    /// As [`Keys::seal`].
    pub fn seal(
        self,
        keys: &Keys,
        random: &dyn RandomSource,
        plain: &str,
    ) -> Result<Vec<u8>, ServiceError> {
        keys.seal(random, self.purpose(), self.place(), plain)
    }

    /// The same with the keys and luck of the platform.
    ///
    /// # Errors
    /// As [`Keys::seal`].
    pub fn seal_on(self, platform: &Platform, plain: &str) -> Result<Vec<u8>, ServiceError> {
        self.seal(&platform.keys, platform.random.as_ref(), plain)
    }

    /// Opens what the column holds.
    ///
    /// # Errors
    /// As [`Keys::open`].
    pub fn open(self, keys: &Keys, cipher: &[u8]) -> Result<String, ServiceError> {
        keys.open(self.purpose(), self.place(), cipher)
    }

    /// The blind index of `plain`, by which the row is found.
    #[must_use]
    pub fn index(self, keys: &Keys, plain: &str) -> Vec<u8> {
        keys.blind_index(self.purpose(), plain)
    }
}
