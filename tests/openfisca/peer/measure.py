"""The two engines side by side: in turns, in one run, on one core each."""

import gc
import json
import statistics
import subprocess
import time

from openfisca_core.simulations import SimulationBuilder

from .columns import ENUMS, OF_ITEMS
from .system import OUTPUTS, settle

#: How often the two take turns; the best turn of each side counts, so that what else the machine
#: does falls out.
TURNS = 5
#: How many bills are settled one by one.
SINGLE = 200


def measure(system, parts, ours, count, seed):
    """Nanoseconds of both sides by name; `ours` is the program of the other side."""
    day, columns, _ = max(parts, key=lambda part: part[1].count)
    singles = [columns.only(bill) for bill in range(columns.count) if _has_items(columns, bill, SINGLE)][:SINGLE]
    situations = [situation(single, day) for single in singles]
    turns = []
    for _ in range(TURNS):
        theirs = _theirs(system, parts, day, singles, situations)
        said = subprocess.run([ours, "time", str(count), str(seed)], check=True, capture_output=True)
        turns.append({"peer": theirs, "ours": json.loads(said.stdout)})
    return {
        side: {name: min(turn[side][name] for turn in turns) for name in turns[0][side]}
        for side in ("peer", "ours")
    }


def situation(single, day):
    """One bill as the dictionary that OpenFisca's builder and web interface take."""

    def dated(name, value):
        return {day: ENUMS[name]._member_names_[value] if name in ENUMS else value.item()}

    items = {
        f"item {place}": {name: dated(name, single.inputs[name][place]) for name in OF_ITEMS}
        for place in range(len(single.bill_of_item))
    }
    bill = {name: dated(name, values[0]) for name, values in single.inputs.items() if name not in OF_ITEMS}
    return json.dumps({"items": items, "bills": {"bill": {"items": list(items), **bill}}})


def answer(system, text, day):
    """From the text of a situation to the text of an answer."""
    simulation = SimulationBuilder().build_from_entities(system, json.loads(text))
    return json.dumps({name: simulation.calculate(name, day).tolist() for name in OUTPUTS})


def _theirs(system, parts, day, singles, situations):
    gc.collect()
    gc.disable()
    try:
        return {
            "one": statistics.median(_timed(settle, system, single, day) for single in singles),
            "one_json": statistics.median(_timed(answer, system, text, day) for text in situations),
            "all": sum(_timed(settle, system, columns, of) for of, columns, _ in parts),
        }
    finally:
        gc.enable()


def _timed(work, *arguments):
    begin = time.perf_counter_ns()
    work(*arguments)
    return time.perf_counter_ns() - begin


def _has_items(columns, bill, of_first):
    return bill < 2 * of_first and (columns.bill_of_item[: 100 * of_first] == bill).any()
