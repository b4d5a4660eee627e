//! Who handles what: insurance, tax, social security and the others.

use leptos::prelude::*;

use crate::ui::{Column, IntoWritten, Look, Table};

/// A matter, who handles it, and their telephone; `{}` stands for the hotline.
type Row = [(&'static str, &'static str); 3];

static ROWS: [Row; 7] = [
    [
        (
            "参保登记、报多少、异地备案、慢特病、手工报销",
            "Enrolment, what is paid, filing for elsewhere, chronic benefits, claims",
        ),
        ("医保经办机构", "Insurance agency"),
        ("{}", "{}"),
    ],
    [
        (
            "缴费、缴费基数、钱到没到账、缴费退款",
            "Paying contributions, the base, whether a payment arrived, refunds of payments",
        ),
        ("税务部门", "Tax authority"),
        ("12366", "12366"),
    ],
    [
        (
            "养老金、失业金、工伤、社保卡",
            "Pension, unemployment benefit, injury at work, the social security card",
        ),
        ("人力资源社会保障部门", "Social security authority"),
        ("12333", "12333"),
    ],
    [
        (
            "低保、特困的认定，申请医疗救助",
            "Recognition of hardship, asking for medical assistance",
        ),
        (
            "街道办事处或乡镇政府（民政）",
            "Neighbourhood or township office (civil affairs)",
        ),
        ("当面问", "Ask there"),
    ],
    [
        (
            "收费单、检查、用药、病历",
            "The bill, tests, drugs, the medical record",
        ),
        ("医院的医保办公室", "The hospital's insurance office"),
        ("当面问", "Ask there"),
    ],
    [
        (
            "单位有没有给我参保、按多少工资报的",
            "Whether and on what wage the employer insured me",
        ),
        (
            "先问单位，再问医保和税务",
            "The employer, then insurance and tax",
        ),
        ("{}、12366", "{}, 12366"),
    ],
    [
        (
            "惠民保和其他商业保险的理赔",
            "Claims on city supplementary and other add-ons",
        ),
        ("保险公司", "The insurance company"),
        ("看保险合同", "See the contract"),
    ],
];

/// The table.
#[component]
pub(super) fn Offices(
    /// The hotline's number.
    hotline: String,
) -> impl IntoView {
    let look = Look::current();
    let columns = vec![
        Column::title(look.pick("什么事", "Matter")),
        Column::text(look.pick("找谁", "Who")),
        Column::text(look.pick("电话", "Telephone")),
    ];
    let rows = ROWS
        .iter()
        .map(|row| {
            row.iter()
                .map(|(chinese, english)| {
                    look.pick(*chinese, *english)
                        .replace("{}", &hotline)
                        .written()
                })
                .collect()
        })
        .collect();
    view! { <Table caption=look.pick("什么事找谁", "Who handles what") columns rows/> }
}
