"""The year's accumulators after the visit."""

import numpy
from openfisca_core.periods import DateUnit

from ..codes import Kind
from ..entities import Bill
from ..fen import FenVariable


def _grows(name, amount, counted):
    """An accumulator that grows by `amount` in the visits that `counted` tells."""

    def formula(bill, period):
        change = numpy.where(counted(bill, period), bill(amount, period), 0)
        return bill(f"{name}_before", period) + change

    members = {"value_type": int, "entity": Bill, "definition_period": DateUnit.DAY, "formula": formula}
    return type(f"{name}_after", (FenVariable,), members)


def _stay(bill, period):
    return bill("kind", period) == Kind.inpatient


def _outpatient(bill, period):
    return bill("kind", period) == Kind.outpatient


def _catastrophic(bill, period):
    return bill("counts_to_catastrophic", period)


def _assisted(bill, period):
    return bill("is_assisted", period)


VARIABLES = [
    _grows("pool_paid", "hifp_pay", _stay),
    _grows("supp_paid", "hifob_pay", _stay),
    _grows("cat_base", "in_scope_burden", _catastrophic),
    _grows("cat_paid", "hifmi_pay", _catastrophic),
    _grows("maf_ded", "assistance_threshold_used", _assisted),
    _grows("maf_paid", "maf_pay", _assisted),
    _grows("op_ded", "act_pay_dedc", _outpatient),
    _grows("op_paid", "hifp_pay", _outpatient),
    _grows("op_scope", "inscp_scp_amt", _outpatient),
]
