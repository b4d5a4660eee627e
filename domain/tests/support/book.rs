//! Settlements straight from the rules in plain words and from the reading shape of the
//! parameters; what that shape lacks is read from the JSON text of the shipped sets.

use domain::settlement::parameters::shipped_parameter_texts;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::figures::{by_status, number, overlap, round, share, stretches, stretches_by_age};
use crate::support::Case;

/// The national names for a bill, the public names for accumulators.
pub type Amounts = BTreeMap<&'static str, i128>;

static PARAMETERS: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| {
    let read = |text| serde_json::from_str::<Value>(text).unwrap_or_default();
    let mut tables = read(include_str!("../data/benefit-parameters.json"));
    let more = read(include_str!("../data/benefit-parameters-more.json"));
    if let (Some(tables), Value::Object(more)) = (tables.as_object_mut(), more) {
        tables.extend(more);
    }
    tables
});

/// The rules of a shipped set that the reading shape does not have.
static VISITS: std::sync::LazyLock<BTreeMap<String, Value>> = std::sync::LazyLock::new(|| {
    let read = |text: &&str| {
        let set: Value = serde_json::from_str(text).ok()?;
        Some((set["id"].as_str()?.to_owned(), set["other"].clone()))
    };
    shipped_parameter_texts().iter().filter_map(read).collect()
});

/// How a kind of visit is looked at.
struct Look {
    /// Brackets of stays, or one ratio in their place; else outpatient or a ratio with a cap.
    stay: bool,
    /// Catastrophic cover and assistance take it for care in hospital.
    hospital: bool,
    /// The deductible: of the admission, of the outpatient year, of the chronic year, none.
    deductible: char,
    /// One ratio in the place of tables.
    flat: Option<i128>,
    /// The total that a cap of its own bounds, and the cap.
    own: Option<(&'static str, Option<i128>)>,
}

fn look(case: &Case) -> Look {
    let table = &PARAMETERS[case.set.as_str()]["other"];
    let rules = &VISITS[case.set.as_str()];
    let scheme = case.scheme.code();
    let birth = &rules["maternity_care"]["values"][scheme];
    let plain = |stay, deductible| Look {
        stay,
        hospital: stay,
        deductible,
        flat: None,
        own: None,
    };
    let own = |ratio: &Value, total, cap: &Value| Look {
        flat: number(ratio),
        own: Some((total, number(cap))),
        ..plain(false, '-')
    };
    match case.visit.kind.code() {
        "inpatient" => plain(true, 'a'),
        "chronic" => plain(true, 'c'),
        "two_diseases" if table["two_disease"].is_null() => plain(false, 'y'),
        "two_diseases" => {
            let two = &table["two_disease"];
            match case.visit.disease.map(|disease| disease.to_string()) {
                Some(code) if code == "M01600" => {
                    own(&two["ratio_bp"], "diabetes_paid", &two["caps"]["diabetes"])
                }
                _ => own(
                    &two["ratio_bp"],
                    "hypertension_paid",
                    &two["caps"]["hypertension"],
                ),
            }
        }
        "dual_channel" => {
            let rule = &rules["dual_channel"]["values"];
            match rule["as"].as_str() {
                Some("outpatient") => plain(false, 'y'),
                _ => Look {
                    flat: number(&rule["ratio"][scheme]),
                    ..plain(true, '-')
                },
            }
        }
        "maternity_inpatient" => Look {
            flat: number(&birth["ratio"]),
            ..plain(
                true,
                if birth["deductible"] == true {
                    'a'
                } else {
                    '-'
                },
            )
        },
        "prenatal" => own(
            &birth["prenatal"]["ratio"],
            "prenatal_paid",
            &birth["prenatal"]["cap"],
        ),
        _ => plain(false, 'y'),
    }
}

/// The deductible of an n-th admission.
fn of_admission(table: &Value, level: &str, nth: i128) -> i128 {
    let mut amount = number(&table["levels"][level]["deductible"]).unwrap_or(0);
    match table["repeat"]["kind"].as_str().unwrap_or("") {
        "half" if nth >= 2 => amount = round(amount, 2),
        "half_then_zero" if nth == 2 => amount = round(amount, 2),
        "half_then_zero" if nth >= 3 => amount = 0,
        "minus" => {
            let floor = number(&table["repeat"]["floor"]).unwrap_or(0);
            let step = number(&table["repeat"]["step"]).unwrap_or(0);
            if amount > floor {
                amount = floor.max(amount - step * (nth - 1));
            }
        }
        _ => {}
    }
    amount
}

/// Settles one bill by the book: the national names for the bill, the public names for the
/// accumulators after it.
pub fn by_the_book(case: &Case) -> Amounts {
    by_the_book_with(case, None)
}

/// The same with the deductible of a stay that earlier parts of it left, if it is such a part.
pub fn by_the_book_with(case: &Case, left: Option<i128>) -> Amounts {
    let set = &PARAMETERS[case.set.as_str()];
    let rules = &set["schemes"][case.scheme.code()];
    let look = look(case);
    let level = case.visit.level.code();
    let retired = case.person.retired;
    let age = i128::from(case.person.age);
    let off = number(&set["remote"][case.visit.remote.code()]).unwrap_or(0);
    let before: BTreeMap<&str, i128> = case
        .before
        .named()
        .into_iter()
        .chain(case.before.special())
        .map(|(name, value)| (name, i128::from(value.fen())))
        .collect();
    let category = case.person.category.map(|category| category.code());

    // The lines.
    let (mut total, mut over, mut own, mut first) = (0, 0, 0, 0);
    for line in &case.lines {
        let amount = i128::from(line.amount.fen());
        let ceiling = i128::from(line.over_ceiling.fen());
        total += amount;
        over += ceiling;
        match line.class.code() {
            "C" => own += amount - ceiling,
            "B" => first += share(amount - ceiling, i128::from(line.self_pay_first.get())),
            _ => {}
        }
    }
    let scope = total - over - own - first;

    // Deductible and pool.
    let yearly = &rules["outpatient"]["deductible"];
    let by_age = stretches_by_age(&rules["outpatient"]["deductible_by_age"], age);
    let of_year = by_age.or_else(|| {
        if yearly["active"].is_null() {
            number(&yearly[level])
        } else {
            by_status(yearly, retired)
        }
    });
    let nth = i128::from(case.visit.admission);
    let by_rule = match look.deductible {
        'a' => left.unwrap_or_else(|| of_admission(&rules["inpatient"], level, nth)),
        'y' => of_year.unwrap_or(0) - before["op_ded"],
        'c' => {
            let chronic = &set["other"]["chronic"]["deductible"];
            // Without a number it is that of the level's first stay, once a year.
            let amount = number(chronic)
                .or_else(|| number(&rules["inpatient"]["levels"][level]["deductible"]));
            amount.unwrap_or(0) - before["chronic_ded"]
        }
        _ => 0,
    };
    let deductible = by_rule.max(0).min(scope);
    let (pool, large);
    if look.stay {
        let table = &rules["inpatient"];
        let column = &table["levels"][level];
        let own_column = retired && !column["retired"].is_null();
        let (brackets, bonus) = match look.flat {
            Some(ratio) => (vec![(0, None, ratio)], 0),
            None => (
                stretches(&column[if own_column { "retired" } else { "brackets" }]),
                stretches_by_age(&table["age_bonus"], age).unwrap_or(0),
            ),
        };
        let ratio = |base: i128| ((base + bonus).min(10_000) - off).max(0);
        let pays = |to: i128| -> i128 {
            brackets
                .iter()
                .map(|(low, high, base)| share(overlap(deductible, to, *low, *high), ratio(*base)))
                .sum()
        };
        let room = number(&table["pool_cap"]).map(|cap| (cap - before["pool_paid"]).max(0));
        match room {
            Some(room) if pays(scope) > room => {
                // The first bracket whose end costs more than the room is where it ends.
                let mut point = deductible;
                for (low, high, base) in &brackets {
                    let end = high.map_or(scope, |high| high.min(scope)).max(deductible);
                    if pays(end) > room {
                        let start = deductible.max(*low);
                        point = start + round((room - pays(start)) * 10_000, ratio(*base));
                        break;
                    }
                    point = end;
                }
                pool = room;
                large = match rules["large_amount"].as_object() {
                    None => 0,
                    Some(layer) => {
                        let base = number(&layer[if retired { "retired_bp" } else { "active_bp" }])
                            .unwrap_or(0);
                        let wanted = share(scope - point, (base - off).max(0));
                        let left =
                            number(&layer["cap"]).map(|cap| (cap - before["supp_paid"]).max(0));
                        left.map_or(wanted, |left| wanted.min(left))
                    }
                };
            }
            _ => {
                pool = pays(scope);
                large = 0;
            }
        }
    } else if let Some((total, cap)) = look.own {
        let wanted = share(scope - deductible, (look.flat.unwrap_or(0) - off).max(0));
        pool = cap.map_or(wanted, |cap| wanted.min((cap - before[total]).max(0)));
        large = 0;
    } else {
        let table = &rules["outpatient"];
        let mut base = by_status(&table["levels"][level], retired).unwrap_or(0);
        if retired && let Some(better) = stretches_by_age(&table["retired_by_age"][level], age) {
            base = better;
        }
        // Lay the year's expense on a ruler: this bill covers [start, end], the deductible
        // its lower part.
        let start = before["op_scope"];
        let (paid_from, end) = (start + deductible, start + scope);
        let limit = number(&table["above"]["scope"]);
        let low_part = overlap(paid_from, end, i128::MIN / 2, limit);
        let high_part = end - paid_from - low_part;
        let high_base = by_status(&table["above"], retired).unwrap_or(0);
        let wanted =
            share(low_part, (base - off).max(0)) + share(high_part, (high_base - off).max(0));
        let left = by_status(&table["cap"], retired).map(|cap| (cap - before["op_paid"]).max(0));
        pool = left.map_or(wanted, |left| wanted.min(left));
        large = 0;
    }

    // Catastrophic cover.
    let burden = scope - pool - large;
    let cover = &rules["catastrophic"];
    let counted = look.hospital || cover["outpatient_counts"] == true;
    let mut catastrophic = 0;
    if counted {
        let poor = category.is_some_and(|category| {
            cover["poor_categories"]
                .as_array()
                .is_some_and(|list| list.iter().any(|one| one == category))
        });
        let mut threshold = number(&cover["threshold"]).unwrap_or(0);
        let mut more = 0;
        if poor {
            threshold = share(threshold, number(&cover["poor_threshold_bp"]).unwrap_or(0));
            more = number(&cover["poor_ratio_up_bp"]).unwrap_or(0);
        }
        let year = |base: i128| -> i128 {
            stretches(&cover["tiers"])
                .iter()
                .map(|(low, high, ratio)| {
                    share(
                        overlap(0, base - threshold, *low, *high),
                        (ratio + more).min(10_000),
                    )
                })
                .sum()
        };
        catastrophic = year(before["cat_base"] + burden) - year(before["cat_base"]);
        if !poor && let Some(cap) = number(&cover["cap"]) {
            catastrophic = catastrophic.min((cap - before["cat_paid"]).max(0));
        }
    }

    // Assistance.
    let (mut assistance, mut threshold_used) = (0, 0);
    let reach = &set["assistance_rules"];
    let remote_out = reach["excluded_remote"]
        .as_array()
        .is_some_and(|list| list.iter().any(|one| one == case.visit.remote.code()));
    if let Some(category) = category
        && !remote_out
        && (look.hospital || reach["outpatient_counts"] == true)
        && set["assistance"][category].is_object()
    {
        let rule = &set["assistance"][category];
        let left = burden - catastrophic;
        threshold_used = (number(&rule["deductible"]).unwrap_or(0) - before["maf_ded"])
            .max(0)
            .min(left);
        assistance = share(
            left - threshold_used,
            number(&rule["ratio_bp"]).unwrap_or(0),
        );
        if let Some(cap) = number(&rule["cap"]) {
            assistance = assistance.min((cap - before["maf_paid"]).max(0));
        }
    }

    // Who pays the rest.
    let fund = pool + large + catastrophic + assistance;
    let person = total - fund;
    let own_account = person.min(case.person.account_balance.fen().into());
    let family = (person - own_account).min(case.person.family_balance.fen().into());
    let mut result: Amounts = [
        ("medfee_sumamt", total),
        ("fulamt_ownpay_amt", own),
        ("overlmt_selfpay", over),
        ("preselfpay_amt", first),
        ("inscp_scp_amt", scope),
        ("act_pay_dedc", deductible),
        ("hifp_pay", pool),
        ("hifob_pay", large),
        ("hifmi_pay", catastrophic),
        ("maf_pay", assistance),
        ("fund_pay_sumamt", fund),
        ("psn_part_amt", person),
        ("acct_pay", own_account + family),
        ("acct_mulaid_pay", family),
        ("psn_cash_pay", person - own_account - family),
    ]
    .into();
    let ordinary = !look.stay && look.own.is_none();
    let only = |wanted: bool, amount: i128| if wanted { amount } else { 0 };
    let of_own = |name: &str| only(look.own.is_some_and(|(total, _)| total == name), pool);
    let additions = [
        ("pool_paid", only(look.stay, pool)),
        ("supp_paid", large),
        ("cat_base", only(counted, burden)),
        ("cat_paid", catastrophic),
        ("maf_ded", threshold_used),
        ("maf_paid", assistance),
        ("op_ded", only(ordinary, deductible)),
        ("op_paid", only(ordinary, pool)),
        ("op_scope", only(ordinary, scope)),
        ("chronic_ded", only(look.deductible == 'c', deductible)),
        ("hypertension_paid", of_own("hypertension_paid")),
        ("diabetes_paid", of_own("diabetes_paid")),
        ("prenatal_paid", of_own("prenatal_paid")),
    ];
    result.extend(additions.map(|(name, more)| (name, before[name] + more)));
    result
}
