"""The large-amount subsidy: for the expense above the point where the pool was used up."""

import numpy
from openfisca_core.periods import DateUnit

from ..codes import Kind
from ..entities import Bill
from ..fen import FenVariable, left_of, quotient, share
from ..tables import tables
from .pool import at_home_or_not, in_stretches


class beyond_pool(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "The in-scope amount of a stay above the point where the pool was used up"

    def formula(bill, period, parameters):
        stay = bill("kind", period) == Kind.inpatient
        room = bill("pool_room", period)
        rows = numpy.flatnonzero(stay & (bill("pool_wanted", period) > room))
        left, point = room[rows], numpy.full(len(rows), -1)
        for begin, amount, ratio in in_stretches(bill, period, parameters, rows):
            wanted = share(amount, ratio)
            ends = (point < 0) & (wanted > left)
            point = numpy.where(ends, begin + quotient(left, numpy.maximum(ratio, 1)), point)
            left = numpy.where(point < 0, left - wanted, left)
        beyond = bill.filled_array(0, numpy.int64)
        beyond[rows] = bill("inscp_scp_amt", period)[rows] - point
        return beyond


class hifob_pay(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Large-amount subsidy"

    def formula(bill, period, parameters):
        rules = tables(parameters(period))
        place = (bill("region_row", period), numpy.asarray(bill("scheme", period)))
        ratio = rules.large_ratio[(*place, bill("retired", period).astype(numpy.intp))]
        ratio = at_home_or_not(ratio, bill("remote_reduction", period))
        room = left_of(rules.large_cap[place], bill("supp_paid_before", period))
        return numpy.minimum(share(bill("beyond_pool", period), ratio), room)
