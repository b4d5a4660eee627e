"""Compares our engine with the same rules in OpenFisca, and measures both.

`check` compares and says so; `bench` measures too and writes the report. Status 1 when a figure
differs, when a part of the rules was not reached, or when an aim is missed.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from . import reach, report
from .compare import compare, read_rows
from .measure import measure
from .system import Settlements
from .worked import worked_rows


def main():
    """The status of the run."""
    given = _arguments()
    system = Settlements(given.repository / "domain/data/parameters")
    given.folder.mkdir(parents=True, exist_ok=True)

    names, rows = worked_rows(system, given.repository / "domain/tests/data/worked-settlements.jsonl")
    worked = compare(system, rows)
    if worked.differences:
        return _differ("worked settlements", worked, [names[bill] for bill, *_ in worked.differences])
    print(f"{worked.bills} worked settlements are equal to the fen")

    bills = given.folder / "bills.ndjson"
    with open(bills, "wb") as file:
        subprocess.run([given.ours, "write", str(given.count), str(given.seed)], check=True, stdout=file)
    compared = compare(system, read_rows(bills))
    if compared.bills != given.count:
        return _say(f"{compared.bills} bills came, not {given.count}")
    if compared.differences:
        return _differ(f"random bills (they lie in {bills})", compared, [])
    bills.unlink()
    counts = reach.reach(compared.parts)
    missing = reach.too_few(counts, compared.bills)
    if missing:
        return _say(f"too few bills come through: {', '.join(missing)}")
    print(f"{compared.bills} random bills are equal to the fen, in {compared.figures} figures")
    if given.task == "check":
        return 0

    table = report.rows(measure(system, compared.parts, given.ours, given.count, given.seed), given.count)
    file = given.folder.with_suffix(".md")
    file.write_text(report.text(compared, counts, table, worked.bills), "utf-8")
    print(file.read_text("utf-8"))
    print(f"written to {file}")
    return 0 if all(row[-1] for row in table) else _say("an aim is missed")


def _arguments():
    parser = argparse.ArgumentParser(prog="peer", description=__doc__)
    parser.add_argument("task", choices=["check", "bench"])
    parser.add_argument("--ours", required=True, help="the example `settlements` of the crate `domain`")
    parser.add_argument("--repository", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="where bills and report go")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2_025)
    return parser.parse_args()


def _differ(what, compared, names):
    place = f" ({', '.join(dict.fromkeys(names))})" if names else ""
    return _say(f"{len(compared.differences)} figures of the {what} differ{place}:\n{compared.tell()}")


def _say(what):
    print(f"error: {what}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
