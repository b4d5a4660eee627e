"""The parameter sets of the product as an OpenFisca parameter tree, every value with its dates.

Only the values are taken over; which rule uses them is written in `variables/`, from the text.
"""

import datetime
import json
from pathlib import Path

from openfisca_core.parameters import ParameterNode

#: The groups of a scheme that the rules here know.
GROUPS = ("inpatient", "large_amount", "outpatient", "catastrophic")


def read_sets(folder):
    """The whole sets of a folder, those of one region in the order of their beginning."""
    given = [json.loads(path.read_text("utf-8")) for path in sorted(Path(folder).glob("*.json"))]
    by_id = {one["id"]: one for one in given}
    sets = [_whole(one, by_id) for one in given if not one.get("layer")]
    return sorted(sets, key=lambda one: one["effective"]["from"])


def _whole(one, by_id):
    """A set with every group that it leaves to the one it inherits from."""
    above = _whole(by_id[one["inherits"]], by_id) if "inherits" in one else {}
    return _over(one, above)


def _over(own, above):
    """What is given here goes before; values and their source stay together."""
    both = [value for value in (own, above) if isinstance(value, dict) and "values" not in value]
    return {**above, **{name: _over(value, above.get(name)) for name, value in own.items()}} if len(both) == 2 else own


def parameter_tree(sets):
    """The tree `regions.r<code>.…`."""
    regions = {}
    for one in sets:
        regions.setdefault(one["region"], []).append(one)
    children = {f"r{code}": _dated(_history(of)) for code, of in regions.items()}
    return ParameterNode("", data={"regions": children})


def days_of_change(sets):
    """The days on which a set begins, or ends without a successor's help."""
    days = {one["effective"]["from"] for one in sets}
    days |= {_day_after(one["effective"]["through"]) for one in sets if one["effective"]["through"]}
    return sorted(days)


def _history(sets):
    """What a region's rules are from which day on; nothing where a set ends and none follows."""
    history = {}
    for one in sets:
        if one["effective"]["through"]:
            history[_day_after(one["effective"]["through"])] = None
        history[one["effective"]["from"]] = _rules(one)
    return sorted(history.items())


def _rules(one):
    schemes = {
        name: {group: rules[group] for group in GROUPS if group in rules} for name, rules in one["schemes"].items()
    }
    return _bare({"remote": one["remote"], "assistance": one["assistance"], **schemes})


def _bare(value):
    """Values without their sources."""
    if isinstance(value, dict):
        if "values" in value and "source" in value:
            return _bare(value["values"])
        return {name: _bare(child) for name, child in value.items()}
    if isinstance(value, list):
        return [_bare(child) for child in value]
    return value


def _day_after(day):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days=1))


def _dated(history):
    """One node, parameter or scale out of its values over time."""
    known = [value for _, value in history if value is not None]
    if any(isinstance(value, dict) for value in known):
        names = dict.fromkeys(name for value in known for name in value)
        return {name: _dated([(day, (value or {}).get(name)) for day, value in history]) for name in names}
    if any(isinstance(value, list) and value and isinstance(value[0], dict) for value in known):
        return _scale([(day, value or []) for day, value in history])
    return {"values": {day: {"value": value} for day, value in history}}


def _scale(history):
    """Stretches `until`, as brackets that begin where the one before ends; or steps `from`."""
    longest = max(len(rows) for _, rows in history)
    dated = {day: [_bracket(rows, place) for place in range(longest)] for day, rows in history}
    names = {name for brackets in dated.values() for bracket in brackets for name in bracket}
    return {
        "brackets": [
            {
                name: {"values": {day: {"value": rows[place].get(name)} for day, rows in dated.items()}}
                for name in names
            }
            for place in range(longest)
        ]
    }


def _bracket(rows, place):
    if place >= len(rows):
        return {}
    row = rows[place]
    if "from" in row:
        return {"threshold": row["from"], "amount": row["value"]}
    return {"threshold": rows[place - 1]["until"] if place else 0, "rate": row["ratio"]}
