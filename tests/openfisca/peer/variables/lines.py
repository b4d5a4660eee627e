"""Which part of a bill counts: the ceiling's part off first, then class C, then B's own share."""

import numpy
from openfisca_core.periods import DateUnit

from ..codes import ItemClass
from ..entities import Bill, Item
from ..fen import FenVariable, share, total


class below_ceiling(FenVariable):
    value_type = int
    entity = Item
    definition_period = DateUnit.DAY
    label = "What is left of an item without the part above its price ceiling"

    def formula(item, period):
        return item("amount", period) - item("over_ceiling", period)


class outside_catalogue(FenVariable):
    value_type = int
    entity = Item
    definition_period = DateUnit.DAY
    label = "All of class C that is left"

    def formula(item, period):
        of_class = item("item_class", period)
        return numpy.where(of_class == ItemClass.C, item("below_ceiling", period), 0)


class own_share(FenVariable):
    value_type = int
    entity = Item
    definition_period = DateUnit.DAY
    label = "What a person pays first of class B"

    def formula(item, period):
        first = share(item("below_ceiling", period), item("self_pay_first", period).astype(numpy.int64))
        return numpy.where(item("item_class", period) == ItemClass.B, first, 0)


class medfee_sumamt(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Total medical fee"

    def formula(bill, period):
        return total(bill, bill.members("amount", period))


class overlmt_selfpay(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Above price ceilings"

    def formula(bill, period):
        return total(bill, bill.members("over_ceiling", period))


class fulamt_ownpay_amt(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Fully self-paid"

    def formula(bill, period):
        return total(bill, bill.members("outside_catalogue", period))


class preselfpay_amt(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "Self-pay-first"

    def formula(bill, period):
        return total(bill, bill.members("own_share", period))


class inscp_scp_amt(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "In-scope amount"

    def formula(bill, period):
        outside = bill("overlmt_selfpay", period) + bill("fulamt_ownpay_amt", period)
        return bill("medfee_sumamt", period) - outside - bill("preselfpay_amt", period)
