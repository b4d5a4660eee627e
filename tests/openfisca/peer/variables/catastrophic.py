"""Catastrophic cover: tiers over the burden of the year, as growth from before to after the bill."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from ..entities import Bill
from ..fen import WHOLE, FenVariable, left_of, share
from ..tables import tables


class counts_to_catastrophic(Variable):
    value_type = bool
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Whether the visit counts; a stay always does"

    def formula(bill, period, parameters):
        place = (
            bill("region_row", period),
            numpy.asarray(bill("scheme", period)),
            numpy.asarray(bill("kind", period)),
        )
        return tables(parameters(period)).counts[place]


class in_scope_burden(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "What pool and large amount leave of the in-scope amount"

    def formula(bill, period):
        return bill("inscp_scp_amt", period) - bill("hifp_pay", period) - bill("hifob_pay", period)


class hifmi_pay(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Catastrophic cover; for employees the second reimbursement"

    def formula(bill, period, parameters):
        rules = tables(parameters(period))
        place = (bill("region_row", period), numpy.asarray(bill("scheme", period)))
        tilted = rules.tilted[(*place, numpy.asarray(bill("category", period)))]
        of_table = rules.threshold[place]
        threshold = numpy.where(tilted, share(of_table, rules.tilt_share[place]), of_table)
        points = numpy.where(tilted, rules.tilt_points[place], 0)

        def paid_for(burden):
            above = numpy.maximum(burden - threshold, 0)
            begin, paid = 0, 0
            for ends, ratios in rules.tiers:
                end = ends[place]
                within = numpy.maximum(numpy.minimum(above, end) - begin, 0)
                paid = paid + share(within, numpy.minimum(ratios[place] + points, WHOLE))
                begin = end
            return paid

        before = bill("cat_base_before", period)
        growth = paid_for(before + bill("in_scope_burden", period)) - paid_for(before)
        room = left_of(rules.catastrophic_cap[place], bill("cat_paid_before", period))
        capped = numpy.where(tilted, growth, numpy.minimum(growth, room))
        return numpy.where(bill("counts_to_catastrophic", period), capped, 0)
