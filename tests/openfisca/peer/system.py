"""The rules as an OpenFisca system, and one run of it."""

import bisect

from openfisca_core.simulations import Simulation
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from .entities import Bill, Item
from .fen import FenVariable
from .parameters import days_of_change, parameter_tree, read_sets
from .variables import MODULES
from .variables.inputs import ACCUMULATORS

#: An answer's figures, by the names of the national interface.
SETTLEMENT = (
    "medfee_sumamt",
    "fulamt_ownpay_amt",
    "overlmt_selfpay",
    "preselfpay_amt",
    "inscp_scp_amt",
    "act_pay_dedc",
    "hifp_pay",
    "hifob_pay",
    "hifmi_pay",
    "maf_pay",
    "fund_pay_sumamt",
    "psn_part_amt",
    "acct_pay",
    "acct_mulaid_pay",
    "psn_cash_pay",
)
#: Everything that a run gives.
OUTPUTS = (*SETTLEMENT, *(f"{name}_after" for name in ACCUMULATORS))


class Settlements(TaxBenefitSystem):
    """The settlement of bills under the parameter sets of a folder."""

    def __init__(self, folder):
        super().__init__([Item, Bill])
        for module in MODULES:
            self.add_variables(*_variables_of(module))
        sets = read_sets(folder)
        self.parameters = parameter_tree(sets)
        self.region_of_set = {one["id"]: one["region"] for one in sets}
        self.day_of_set = {one["id"]: one["effective"]["from"] for one in sets}
        self._changes = days_of_change(sets)

    def regime(self, day):
        """The last day up to this one on which a parameter changed."""
        place = bisect.bisect_right(self._changes, day)
        if place == 0:
            raise LookupError(f"no parameters on {day}")
        return self._changes[place - 1]


def settle(system, columns, day):
    """All bills of one regime at once: from columns to columns."""
    populations = system.instantiate_entities()
    items, bills = populations[Item.key], populations[Bill.key]
    items.count, items.ids = len(columns.bill_of_item), columns.item_ids
    bills.count, bills.ids = columns.count, columns.bill_ids
    bills.members_entity_id = columns.bill_of_item
    simulation = Simulation(system, populations)
    for name, values in columns.inputs.items():
        simulation.set_input(name, day, values)
    return {name: simulation.calculate(name, day) for name in OUTPUTS}


def _variables_of(module):
    if hasattr(module, "VARIABLES"):
        return module.VARIABLES
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type)
        and issubclass(one, Variable)
        and one not in (Variable, FenVariable)
        and one.__module__ == module.__name__
    ]
