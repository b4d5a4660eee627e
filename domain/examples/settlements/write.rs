//! Requests and our answers, one JSON object a line.

use std::error::Error;
use std::io::{BufWriter, Write};

use domain::estimate::Estimate;
use domain::settlement::parameters::shipped_parameter_sets;
use domain::settlement::{NoTrace, Trace, settle};
use serde_json::json;

use crate::bills::RandomBill;

/// Settles each bill on the way of the public JSON: its text is read again and chooses the set.
pub(crate) fn write(bills: &[RandomBill]) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for bill in bills {
        let text = serde_json::to_string(&bill.request())?;
        let request = serde_json::from_str(&text)?;
        let (estimate, set) = Estimate::read(&request, shipped_parameter_sets(), bill.day)
            .map_err(|refusals| format!("{text}: {refusals:?}"))?;
        let settled = settle(set, &estimate.bill(), &mut NoTrace);
        if settled != settle(set, &estimate.bill(), &mut Trace::new()) {
            return Err(format!("{text}: a trace changes the settlement").into());
        }
        let settled = settled.map_err(|refusals| format!("{text}: {refusals:?}"))?;
        let row = json!({
            "request": request,
            "settlement": settled.settlement.national(),
            "accumulators": settled.after,
        });
        writeln!(out, "{row}")?;
    }
    out.flush()?;
    Ok(())
}
