"""The codes of a request, spelt as in the public JSON."""

from openfisca_core.indexed_enums import Enum


class Scheme(Enum):
    employee = "Employee basic medical insurance"
    resident = "Resident basic medical insurance"


class Kind(Enum):
    inpatient = "A stay in hospital"
    outpatient = "Ordinary outpatient care"


class Level(Enum):
    community = "Community health centre"
    l1 = "First level"
    l2 = "Second level"
    l3 = "Third level"


class Remote(Enum):
    local = "At home"
    long_term_filed = "Elsewhere, filed as living there"
    referral_filed = "Elsewhere, referred"
    emergency = "Elsewhere, in an emergency"
    temporary_filed = "Elsewhere, filed for a short absence"
    unfiled = "Elsewhere, not filed"


class Category(Enum):
    none = "No recognised hardship"
    destitute = "Extreme hardship"
    orphan = "Orphan"
    subsistence = "Minimum living allowance"
    near_subsistence = "Marginal low income"
    returned_poverty = "Fallen back into poverty"
    monitored = "Monitored against poverty"
    illness_poverty = "Poverty through illness"


class ItemClass(Enum):
    A = "Wholly in scope"
    B = "In scope after a share of one's own"
    C = "Outside the catalogue"


def index_of(code, codes):
    """The place of a code; a code that is not in the list is an error, never a default."""
    return codes[code].index
