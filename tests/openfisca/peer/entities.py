"""Who the variables are about: the items of bills, and the bills."""

from openfisca_core.entities import build_entity

Item = build_entity("item", "items", "One item of a bill", is_person=True)
Bill = build_entity(
    "bill",
    "bills",
    "One bill of one person",
    roles=[{"key": "item", "plural": "items", "label": "Its items"}],
)
