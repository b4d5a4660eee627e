"""The pool fund: stretches of the in-scope amount for stays, one or two ratios for outpatients."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from ..codes import Kind
from ..entities import Bill
from ..fen import NO_LIMIT, WHOLE, FenVariable, left_of, share
from ..tables import tables


class remote_reduction(Variable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Percentage points off for treatment elsewhere"

    def formula(bill, period, parameters):
        kind = numpy.asarray(bill("remote_kind", period))
        return tables(parameters(period)).remote[bill("region_row", period), kind]


class age_bonus(Variable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "The highest step of the age bonus that is reached"

    def formula(bill, period, parameters):
        place = (bill("region_row", period), numpy.asarray(bill("scheme", period)))
        return reached(tables(parameters(period)).bonus, place, bill("age", period), 0)


def reached(steps, place, age, otherwise):
    """The value of the last step whose age is reached."""
    value = otherwise
    for ages, values in steps:
        value = numpy.where(age >= ages[place], values[place], value)
    return value


def at_home_or_not(ratio, reduction):
    """A ratio, at most the whole, less the points of treatment elsewhere, never below nothing."""
    return numpy.maximum(numpy.minimum(ratio, WHOLE) - reduction, 0)


def in_stretches(bill, period, parameters, rows=slice(None)):
    """Of every stretch: where it begins above the deductible, the amount in it, its ratio."""
    place = (
        bill("region_row", period)[rows],
        numpy.asarray(bill("scheme", period))[rows],
        bill("retired", period)[rows].astype(numpy.intp),
        numpy.asarray(bill("level", period))[rows],
    )
    bonus, reduction = bill("age_bonus", period)[rows], bill("remote_reduction", period)[rows]
    scope = bill("inscp_scp_amt", period)[rows]
    end = bill("act_pay_dedc", period)[rows]
    for ends, ratios in tables(parameters(period)).stretches:
        begin = end
        end = numpy.maximum(ends[place], begin)
        amount = numpy.maximum(numpy.minimum(scope, end) - begin, 0)
        yield begin, amount, at_home_or_not(ratios[place] + bonus, reduction)


class pool_wanted(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "What the pool would pay for a stay without its cap"

    def formula(bill, period, parameters):
        return sum(share(amount, ratio) for _, amount, ratio in in_stretches(bill, period, parameters))


class pool_room(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "What is left in the pool this year, for stays"

    def formula(bill, period, parameters):
        place = (bill("region_row", period), numpy.asarray(bill("scheme", period)))
        return left_of(tables(parameters(period)).pool_cap[place], bill("pool_paid_before", period))


class outpatient_paid(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "What the pool pays for an outpatient"

    def formula(bill, period, parameters):
        rules = tables(parameters(period))
        place = (bill("region_row", period), numpy.asarray(bill("scheme", period)))
        level = (*place, numpy.asarray(bill("level", period)))
        retired = bill("retired", period)
        status = retired.astype(numpy.intp)
        ratio = rules.outpatient_ratio[(*level, status)]
        old = reached(rules.retired_by_age, level, bill("age", period), ratio)
        ratio = numpy.where(retired, old, ratio)
        reduction = bill("remote_reduction", period)

        # The year's in-scope expense fills the zone below the limit first; the deductible is
        # taken from the beginning of this bill.
        scope, taken = bill("inscp_scp_amt", period), bill("act_pay_dedc", period)
        below = left_of(rules.above_scope[place], bill("op_scope_before", period))
        above = numpy.minimum(numpy.maximum(scope - below, 0), scope - taken)
        wanted = share(scope - taken - above, at_home_or_not(ratio, reduction))
        wanted = wanted + share(above, at_home_or_not(rules.above_ratio[(*place, status)], reduction))

        cap = rules.outpatient_cap[(*place, status)]
        room = numpy.where(cap == NO_LIMIT, NO_LIMIT, left_of(cap, bill("op_paid_before", period)))
        return numpy.minimum(wanted, room)


class hifp_pay(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Pool fund"

    def formula(bill, period):
        stay = numpy.minimum(bill("pool_wanted", period), bill("pool_room", period))
        return numpy.where(bill("kind", period) == Kind.inpatient, stay, bill("outpatient_paid", period))
