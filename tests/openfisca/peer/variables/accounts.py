"""Who pays the rest: the own account, then the family's, then cash."""

import numpy
from openfisca_core.periods import DateUnit

from ..entities import Bill
from ..fen import FenVariable


class fund_pay_sumamt(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "All funds together"

    def formula(bill, period):
        return sum(bill(name, period) for name in ("hifp_pay", "hifob_pay", "hifmi_pay", "maf_pay"))


class psn_part_amt(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "The personal part"

    def formula(bill, period):
        return bill("medfee_sumamt", period) - bill("fund_pay_sumamt", period)


class own_account(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "From the own account"

    def formula(bill, period):
        return numpy.minimum(bill("account_balance", period), bill("psn_part_amt", period))


class acct_mulaid_pay(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "From the family's accounts"

    def formula(bill, period):
        return numpy.minimum(
            bill("family_balance", period), bill("psn_part_amt", period) - bill("own_account", period)
        )


class acct_pay(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "From all accounts"

    def formula(bill, period):
        return bill("own_account", period) + bill("acct_mulaid_pay", period)


class psn_cash_pay(FenVariable):
    value_type = int
    entity = Bill
    definition_period = DateUnit.DAY
    label = "In cash"

    def formula(bill, period):
        return bill("psn_part_amt", period) - bill("acct_pay", period)
