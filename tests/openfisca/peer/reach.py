"""How many of the compared bills come through each part of the rules: a part that no bill reaches
would be equal without having been compared."""

import numpy

from .codes import Category, ItemClass, Kind, Scheme

#: Fewer bills than one in so many are too few to say that a part was compared.
ONE_IN = 2_000


def reach(parts):
    """The parts of the rules with the number of bills that came through, added over the regimes."""
    counts = {}
    for _, columns, found in parts:
        for name, mask in _parts(columns, found).items():
            counts[name] = counts.get(name, 0) + int(numpy.count_nonzero(mask))
    return counts


def too_few(counts, bills):
    """The parts that too few bills reach."""
    return [name for name, count in counts.items() if count * ONE_IN < bills]


def _parts(columns, found):
    given = columns.inputs
    stay = numpy.asarray(given["kind"]) == Kind.inpatient.index
    employee = numpy.asarray(given["scheme"]) == Scheme.employee.index
    poor = numpy.asarray(given["category"]) != Category.none.index
    items = numpy.bincount(columns.bill_of_item, minlength=columns.count)
    masks = {
        f"{code}, {scheme}, {kind}": (given["region"] == code) & (employee == is_employee) & (stay == is_stay)
        for code in numpy.unique(given["region"])
        for scheme, is_employee in (("employee", True), ("resident", False))
        for kind, is_stay in (("stay", True), ("outpatient", False))
    }
    ceiling_of_c = (numpy.asarray(given["item_class"]) == ItemClass.C.index) & (given["over_ceiling"] > 0)
    unpaid_scope = found["inscp_scp_amt"] - found["act_pay_dedc"] - found["hifp_pay"]
    return masks | {
        "no items": items == 0,
        "above a price ceiling of class C": _any(columns, ceiling_of_c),
        "self-pay-first": found["preselfpay_amt"] > 0,
        "retired": given["retired"],
        "deductible of a later stay": stay & (given["admission"] > 1) & (found["act_pay_dedc"] > 0),
        "outpatient deductible partly used before": ~stay & (given["op_ded_before"] > 0) & (found["act_pay_dedc"] > 0),
        "pool": found["hifp_pay"] > 0,
        "pool used up before": stay & employee & (found["hifp_pay"] == 0) & (found["hifob_pay"] > 0),
        "pool used up inside the bill": stay & (found["hifp_pay"] > 0) & (found["hifob_pay"] > 0),
        "large amount": found["hifob_pay"] > 0,
        "outpatient, nothing paid for lack of room": ~stay & (found["hifp_pay"] == 0) & (unpaid_scope > 0),
        "outpatient of a later stretch of the year": ~stay & (given["op_scope_before"] > 0) & (found["hifp_pay"] > 0),
        "catastrophic": found["hifmi_pay"] > 0,
        "catastrophic, in hardship": poor & (found["hifmi_pay"] > 0),
        "assistance": found["maf_pay"] > 0,
        "assistance threshold": found["maf_ded_after"] > given["maf_ded_before"],
        "own account": found["acct_pay"] > found["acct_mulaid_pay"],
        "family accounts": found["acct_mulaid_pay"] > 0,
        "cash": found["psn_cash_pay"] > 0,
    }


def _any(columns, of_items):
    counts = numpy.zeros(columns.count, numpy.int64)
    numpy.add.at(counts, columns.bill_of_item, of_items)
    return counts > 0
