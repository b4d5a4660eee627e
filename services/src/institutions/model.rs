//! One institution, as pages read it and imports write it.

use chrono::NaiveDate;
use domain::catalogue::{Capability, Grade, InstitutionType};
use domain::identifiers::{InstitutionCode, RegionCode};
use domain::language::Bilingual;
use domain::settlement::Level;

use crate::catalogue::{ASIDE, Keys};
use crate::error::ServiceError;
use crate::store::entity::{institution, institution_key};

/// A designated institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Institution {
    /// The national code.
    pub code: InstitutionCode,
    /// What it is called; the English name may be empty.
    pub name: Bilingual,
    /// The county or district where it lies.
    pub region: RegionCode,
    /// Its level.
    pub level: Level,
    /// Hospital, community institution or pharmacy.
    pub kind: InstitutionType,
    /// Whether stays of people insured elsewhere are settled directly.
    pub off_site_inpatient: bool,
    /// Whether their outpatient care is.
    pub off_site_outpatient: bool,
    /// The codes of the outpatient chronic diseases that it serves, in order.
    pub chronic: Vec<String>,
    /// Whether it sells negotiated drugs at the hospital's ratio, or prescribes for it.
    pub dual_channel: bool,
    /// Where it is; either language may be empty.
    pub address: Bilingual,
    /// When it is open; either language may be empty.
    pub hours: Bilingual,
    /// Its telephone as people write it; empty where none is known.
    pub telephone: String,
    /// The last day on which it was designated; `None` while it is.
    pub ended_on: Option<NaiveDate>,
    /// Where these facts come from.
    pub source: String,
    /// Whether it is invented.
    pub sample: bool,
}

impl Institution {
    /// Type and level in one word.
    #[must_use]
    pub const fn grade(&self) -> Grade {
        Grade::of(self.kind, self.level)
    }

    /// Whether this can be settled there.
    #[must_use]
    pub fn offers(&self, capability: Capability) -> bool {
        match capability {
            Capability::OffSiteInpatient => self.off_site_inpatient,
            Capability::OffSiteOutpatient => self.off_site_outpatient,
            Capability::Chronic => !self.chronic.is_empty(),
            Capability::DualChannel => self.dual_channel,
        }
    }

    /// Whether it is designated on `day`.
    #[must_use]
    pub fn is_designated(&self, day: NaiveDate) -> bool {
        self.ended_on.is_none_or(|last| day <= last)
    }

    /// What the store keeps of it.
    pub(super) fn row(&self) -> institution::Model {
        institution::Model {
            institution_code: self.code.as_str().to_owned(),
            name_zh: self.name.zh.clone(),
            name_en: self.name.en.clone(),
            region_code: self.region.to_string(),
            level: self.level.code().to_owned(),
            kind: self.kind.code().to_owned(),
            sample: self.sample,
            list_rank: self.grade().rank(),
            off_site_inpatient: self.off_site_inpatient,
            off_site_outpatient: self.off_site_outpatient,
            dual_channel: self.dual_channel,
            chronic: self.chronic.join("\n"),
            address_zh: self.address.zh.clone(),
            address_en: self.address.en.clone(),
            hours_zh: self.hours.zh.clone(),
            hours_en: self.hours.en.clone(),
            ended_on: self.ended_on,
            source: self.source.clone(),
            telephone: self.telephone.clone(),
        }
    }

    /// By what it is found: its name, its code, the city and the district where it lies.
    pub(super) fn keys(&self) -> Vec<institution_key::Model> {
        let mut keys = Keys::default();
        keys.name(&self.name.zh);
        keys.words(&self.name.en);
        keys.code(self.code.as_str());
        for place in self
            .region
            .with_ancestors()
            .filter_map(RegionCode::lookup)
            .filter(|place| !place.name.contains('-'))
        {
            keys.beginning(place.name, ASIDE);
        }
        keys.into_rows()
            .map(|(search_key, place)| institution_key::Model {
                institution_code: self.code.as_str().to_owned(),
                search_key,
                place,
            })
            .collect()
    }

    /// Reads a row of the store.
    ///
    /// # Errors
    /// `Internal` when the row holds a code that is none.
    pub(super) fn of(row: institution::Model) -> Result<Self, ServiceError> {
        let broken = || ServiceError::internal("an institution has an unknown code");
        Ok(Self {
            code: row.institution_code.parse().map_err(|_| broken())?,
            region: row.region_code.parse().map_err(|_| broken())?,
            level: Level::from_code(&row.level).ok_or_else(broken)?,
            kind: InstitutionType::from_code(&row.kind).ok_or_else(broken)?,
            name: text(row.name_zh, row.name_en),
            off_site_inpatient: row.off_site_inpatient,
            off_site_outpatient: row.off_site_outpatient,
            chronic: row.chronic.lines().map(str::to_owned).collect(),
            dual_channel: row.dual_channel,
            address: text(row.address_zh, row.address_en),
            hours: text(row.hours_zh, row.hours_en),
            telephone: row.telephone,
            ended_on: row.ended_on,
            source: row.source,
            sample: row.sample,
        })
    }
}

fn text(zh: String, en: String) -> Bilingual {
    Bilingual { zh, en }
}
