"""Requests of the public JSON as columns."""

import numpy
from openfisca_core.indexed_enums import EnumArray

from .codes import Category, ItemClass, Kind, Level, Remote, Scheme, index_of
from .variables.inputs import ACCUMULATORS

ENUMS = {
    "scheme": Scheme,
    "category": Category,
    "kind": Kind,
    "level": Level,
    "remote_kind": Remote,
    "item_class": ItemClass,
}
TYPES = {"retired": bool, "age": numpy.int32, "admission": numpy.int32, "self_pay_first": numpy.int32}
OF_ITEMS = ("amount", "item_class", "self_pay_first", "over_ceiling")


class Columns:
    """What a run takes in."""

    def __init__(self, inputs, bill_of_item, count):
        self.inputs = inputs
        self.bill_of_item = bill_of_item
        self.count = count
        self.bill_ids = numpy.arange(count)
        self.item_ids = numpy.arange(len(bill_of_item))

    def only(self, bill):
        """One bill as columns of its own."""
        of_items = self.bill_of_item == bill
        inputs = {
            name: values[of_items] if name in OF_ITEMS else values[bill : bill + 1]
            for name, values in self.inputs.items()
        }
        return Columns(inputs, numpy.zeros(of_items.sum(), numpy.intp), 1)


class Reader:
    """Gathers requests until they are wanted as columns."""

    def __init__(self):
        self._values = {}
        self._bill_of_item = []
        self.count = 0

    def add(self, request):
        """One request; every field that it may leave out has the meaning of the public JSON."""
        person, visit = request["person"], request["visit"]
        before = request.get("accumulators") or {}
        unknown = {name for name, value in before.items() if value} - set(ACCUMULATORS)
        if unknown:
            raise LookupError(f"accumulators that the rules here do not know: {sorted(unknown)}")
        self._put("region", int(request["region"]))
        self._put("scheme", index_of(request["scheme"], Scheme))
        self._put("retired", person.get("retired") or False)
        self._put("age", person["age"])
        self._put("category", index_of(person.get("category") or "none", Category))
        self._put("account_balance", person.get("account_balance") or 0)
        self._put("family_balance", person.get("family_balance") or 0)
        self._put("kind", index_of(visit["kind"], Kind))
        self._put("level", index_of(visit["level"], Level))
        self._put("admission", visit.get("admission") or 1)
        self._put("remote_kind", index_of(visit.get("remote") or "local", Remote))
        for name in ACCUMULATORS:
            self._put(f"{name}_before", before.get(name) or 0)
        for line in request["lines"]:
            self._bill_of_item.append(self.count)
            self._put("amount", line["amount"])
            self._put("item_class", index_of(line["class"], ItemClass))
            self._put("self_pay_first", line.get("self_pay_first") or 0)
            self._put("over_ceiling", line.get("over_ceiling") or 0)
        self.count += 1

    def columns(self):
        """What was gathered."""
        inputs = {name: _array(name, values) for name, values in self._values.items()}
        return Columns(inputs, numpy.array(self._bill_of_item, numpy.intp), self.count)

    def _put(self, name, value):
        self._values.setdefault(name, []).append(value)


def _array(name, values):
    if name in ENUMS:
        return EnumArray(numpy.array(values, numpy.uint8), ENUMS[name])
    return numpy.array(values, TYPES.get(name, numpy.int64))
