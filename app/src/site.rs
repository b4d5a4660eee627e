//! What a deployment says of itself at the foot of each page: configuration, not fact.

use chrono::NaiveDate;

/// Texts that differ from one deployment to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteSettings {
    /// The address under which browsers reach the site, without a slash at the end.
    pub public_url: String,
    /// The hotline's number.
    pub hotline: String,
    /// The hotline's hours, in Chinese.
    pub hotline_hours_zh: String,
    /// The hotline's hours, in English.
    pub hotline_hours_en: String,
    /// Who runs the site.
    pub sponsor: String,
    /// The filing number of the site (ICP备案号); empty when there is none.
    pub icp_number: String,
    /// The filing number with the public security organs; empty when there is none.
    pub public_security_number: String,
    /// The site's identification code among government sites; empty when there is none.
    pub site_code: String,
    /// The day on which the site's content was last brought up to date, when it is told.
    pub updated_on: Option<NaiveDate>,
    /// Whether this is the demonstration with invented people.
    pub demo: bool,
}
