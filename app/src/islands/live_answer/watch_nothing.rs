//! On the server nobody types.

use domain::settlement::parameters::ParameterSet;
use leptos::prelude::RwSignal;

use super::Shown;
use crate::ui::Look;

pub(super) fn begin(_sets: Vec<ParameterSet>, _look: Look, _shown: RwSignal<Shown>) {}
