"""What the person pays before the pool begins."""

import numpy
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from ..codes import Kind
from ..entities import Bill
from ..fen import FenVariable, left_of
from ..tables import tables
from .pool import reached


class region_row(Variable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "The place of the region in the tables"

    def formula(bill, period, parameters):
        return tables(parameters(period)).row(bill("region", period))


class inpatient_deductible(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "The deductible of this admission"

    def formula(bill, period, parameters):
        rules = tables(parameters(period))
        place = (bill("region_row", period), numpy.asarray(bill("scheme", period)))
        of_table = rules.deductible[(*place, numpy.asarray(bill("level", period)))]
        number = bill("admission", period).astype(numpy.int64)
        halved = numpy.where(rules.half[place] & (number >= 2), (of_table + 1) // 2, of_table)
        none = rules.then_zero[place] & (number >= 3)
        # A table value at or below the floor stays as it is.
        floor = numpy.minimum(rules.floor[place], of_table)
        stepped = numpy.maximum(of_table - rules.step[place] * (number - 1), floor)
        return numpy.where(rules.minus[place], stepped, numpy.where(none, 0, halved))


class outpatient_deductible(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "What is left of the yearly outpatient deductible, one for all levels"

    def formula(bill, period, parameters):
        place = (
            bill("region_row", period),
            numpy.asarray(bill("scheme", period)),
            numpy.asarray(bill("level", period)),
            bill("retired", period).astype(numpy.intp),
        )
        rules = tables(parameters(period))
        of_table = rules.outpatient_deductible[place]
        # Where age decides, its step stands in the place of the table, at every level.
        of_age = reached(rules.deductible_by_age, place[:2], bill("age", period), of_table)
        return left_of(of_age, bill("op_ded_before", period))


class act_pay_dedc(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "The deductible taken, of in-scope money only"

    def formula(bill, period):
        rule = numpy.where(
            bill("kind", period) == Kind.inpatient,
            bill("inpatient_deductible", period),
            bill("outpatient_deductible", period),
        )
        return numpy.minimum(rule, bill("inscp_scp_amt", period))
