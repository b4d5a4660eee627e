"""The worked settlements as rows, as if they were our answers: they bind the peer too."""

from .compare import read_rows


def worked_rows(system, path):
    """The rows of the file, and their names."""
    names, rows = [], []
    for case in read_rows(path):
        person, visit = case["person"], case["case"]
        request = {
            "region": system.region_of_set[case["params"]],
            "date": system.day_of_set[case["params"]],
            "scheme": case["scheme"],
            "person": {
                "retired": person.get("retired"),
                "age": person["age"],
                "category": person.get("category"),
                "account_balance": person.get("account_fen"),
                "family_balance": person.get("family_fen"),
            },
            "visit": {
                "kind": visit["kind"],
                "level": visit["level"],
                "admission": visit.get("nth"),
                "remote": visit["remote"],
            },
            "lines": [
                {"amount": amount, "class": of_class, "self_pay_first": first, "over_ceiling": over}
                for amount, of_class, first, over in visit["lines"]
            ],
            "accumulators": case["acc"],
        }
        names.append(case["id"])
        rows.append({"request": request, "settlement": case["expect"], "accumulators": case["after"]})
    return names, rows
