"""Every variable, in the order of the layers."""

from . import accounts, assistance, catastrophic, deductible, inputs, large_amount, lines, pool, year

MODULES = (inputs, lines, deductible, pool, large_amount, catastrophic, assistance, accounts, year)
