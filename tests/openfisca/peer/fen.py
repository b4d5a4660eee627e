"""Whole fen and basis points. No float ever holds an amount."""

import numpy
from openfisca_core.variables import Variable

#: 100 % in basis points.
WHOLE = 10_000
#: Stands in a table where there is no limit; beyond every amount that a bill may have.
NO_LIMIT = 2**62


class FenVariable(Variable):
    """An amount in fen. OpenFisca's own integers have 32 bits and end at 21 million yuan."""

    def __init__(self, baseline_variable=None):
        super().__init__(baseline_variable)
        self.dtype = numpy.int64


def share(amount, ratio):
    """`amount` times `ratio` basis points, rounded half up once; in two parts, so that it fits."""
    wholes, rest = numpy.divmod(amount, WHOLE)
    return wholes * ratio + (rest * ratio + WHOLE // 2) // WHOLE


def quotient(amount, ratio):
    """What `ratio` basis points of it are `amount`, rounded half up."""
    return (2 * WHOLE * amount + ratio) // (2 * ratio)


def left_of(limit, used):
    """What is left of a limit of the year."""
    return numpy.maximum(limit - used, 0)


def total(bill, of_items):
    """The sum over each bill's items. OpenFisca's own `sum` adds floats."""
    sums = numpy.zeros(bill.count, numpy.int64)
    numpy.add.at(sums, bill.members_entity_id, of_items)
    return sums
