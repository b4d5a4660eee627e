"""What a request says."""

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from ..codes import Category, ItemClass, Kind, Level, Remote, Scheme
from ..entities import Bill, Item
from ..fen import FenVariable

#: The year's accumulators, as a request and an answer name them.
ACCUMULATORS = (
    "pool_paid",
    "supp_paid",
    "cat_base",
    "cat_paid",
    "maf_ded",
    "maf_paid",
    "op_ded",
    "op_paid",
    "op_scope",
)


def _input(name, base, value_type, of=Bill, **more):
    more |= {"value_type": value_type, "entity": of, "definition_period": DateUnit.DAY}
    return type(name, (base,), more)


def _code(name, codes, default, of=Bill):
    return _input(name, Variable, Enum, of, possible_values=codes, default_value=default)


VARIABLES = [
    _input("region", Variable, int, label="Insured region, GB/T 2260"),
    _code("scheme", Scheme, Scheme.resident),
    _input("retired", Variable, bool),
    _input("age", Variable, int),
    _code("category", Category, Category.none),
    _input("account_balance", FenVariable, int),
    _input("family_balance", FenVariable, int),
    _code("kind", Kind, Kind.inpatient),
    _code("level", Level, Level.l3),
    _input("admission", Variable, int, default_value=1),
    _code("remote_kind", Remote, Remote.local),
    _input("amount", FenVariable, int, Item),
    _code("item_class", ItemClass, ItemClass.A, Item),
    _input("self_pay_first", Variable, int, Item),
    _input("over_ceiling", FenVariable, int, Item),
    *(_input(f"{name}_before", FenVariable, int) for name in ACCUMULATORS),
]
