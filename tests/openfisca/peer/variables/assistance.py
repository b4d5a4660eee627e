"""Medical assistance for people in hardship: a threshold of the year, a ratio, a cap of the year."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from ..entities import Bill
from ..fen import FenVariable, left_of, share
from ..tables import tables


class is_assisted(Variable):
    value_type = bool
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Whether assistance reaches this visit of this person"

    def formula(bill, period, parameters):
        rules, row = tables(parameters(period)), bill("region_row", period)
        listed = rules.assisted[row, numpy.asarray(bill("category", period))]
        reached = rules.reaches_kind[row, numpy.asarray(bill("kind", period))]
        return listed & reached & rules.reaches_remote[row, numpy.asarray(bill("remote_kind", period))]


class burden_before_assistance(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "What the layers before leave of the in-scope amount"

    def formula(bill, period):
        return bill("in_scope_burden", period) - bill("hifmi_pay", period)


class assistance_threshold_used(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "What this visit uses of the yearly threshold of assistance"

    def formula(bill, period, parameters):
        place = (bill("region_row", period), numpy.asarray(bill("category", period)))
        left = left_of(tables(parameters(period)).assistance_deductible[place], bill("maf_ded_before", period))
        used = numpy.minimum(left, bill("burden_before_assistance", period))
        return numpy.where(bill("is_assisted", period), used, 0)


class maf_pay(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Medical assistance"

    def formula(bill, period, parameters):
        rules = tables(parameters(period))
        place = (bill("region_row", period), numpy.asarray(bill("category", period)))
        above = bill("burden_before_assistance", period) - bill("assistance_threshold_used", period)
        room = left_of(rules.assistance_cap[place], bill("maf_paid_before", period))
        paid = numpy.minimum(share(above, rules.assistance_ratio[place]), room)
        return numpy.where(bill("is_assisted", period), paid, 0)
