"""Our answers against the peer's, figure by figure, to the fen."""

import json

import numpy

from .columns import Reader
from .system import OUTPUTS, SETTLEMENT, settle
from .variables.inputs import ACCUMULATORS

#: How many differences are told.
TOLD = 10


class Compared:
    """The outcome of a comparison."""

    def __init__(self):
        self.bills = 0
        self.figures = 0
        self.differences = []
        self.parts = []

    def tell(self):
        """The first differences, one a line."""
        lines = [
            f"bill {bill}: {name} is {ours} here and {theirs} there" for bill, name, ours, theirs in self.differences[:TOLD]
        ]
        if len(self.differences) > TOLD:
            lines.append(f"and {len(self.differences) - TOLD} more")
        return "\n".join(lines)


def compare(system, rows):
    """`rows` are objects with a request, our settlement and our accumulators after it."""
    regimes = {}
    for number, row in enumerate(rows):
        day = system.regime(row["request"]["date"])
        reader, numbers, ours = regimes.setdefault(day, (Reader(), [], {name: [] for name in OUTPUTS}))
        reader.add(row["request"])
        numbers.append(number)
        for name, values in ours.items():
            values.append(_figure(row, name))
        _only_known(number, row)
    compared = Compared()
    for day, (reader, numbers, ours) in regimes.items():
        columns = reader.columns()
        theirs = settle(system, columns, day)
        compared.bills += columns.count
        compared.parts.append((day, columns, theirs))
        for name in OUTPUTS:
            expected = numpy.array(ours[name], numpy.int64)
            compared.figures += len(expected)
            for place in numpy.flatnonzero(expected != theirs[name]):
                compared.differences.append((numbers[place], name, expected[place], theirs[name][place]))
    compared.differences.sort()
    return compared


def read_rows(path):
    """The rows of a file of one JSON object a line."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _figure(row, name):
    if name in SETTLEMENT:
        return row["settlement"].get(name, 0)
    return row["accumulators"].get(name.removesuffix("_after"), 0)


def _only_known(number, row):
    """A figure that the rules here do not know may stand in our answer only while it is zero."""
    unknown = {name for name, value in row["settlement"].items() if value and name not in SETTLEMENT}
    unknown |= {name for name, value in row["accumulators"].items() if value and name not in ACCUMULATORS}
    if unknown:
        raise LookupError(f"bill {number}: figures that the rules here do not know: {sorted(unknown)}")
