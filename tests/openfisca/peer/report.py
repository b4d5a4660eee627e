"""What came out, as a table in Markdown."""

import importlib.metadata
import platform

#: What is aimed at: against the peer, and for the trace of a long bill in both languages.
LEAST_ONE = 100
LEAST_ALL = 1
MOST_TRACE = 1_000_000


def rows(times, count):
    """The rows of the table: what, ours, the peer's, ratio, aim, whether it is reached."""
    ours, peer = times["ours"], times["peer"]
    return [
        _against("one bill, from its fields to its figures", ours["one"], peer["one"], LEAST_ONE),
        _against("the same with every step kept as a trace", ours["one_traced"], peer["one"], LEAST_ONE),
        _against(
            "one bill, from JSON to JSON (ours with every step as a sentence)",
            ours["one_json"],
            peer["one_json"],
            LEAST_ONE,
        ),
        _against(f"{count:,} bills at once (the peer vectorised)", ours["all"], peer["all"], LEAST_ALL),
        _against(f"{count:,} bills at once, ours with every trace", ours["all_traced"], peer["all"], LEAST_ALL),
        _alone("the trace of a bill of 200 lines, told in both languages", ours["trace_200"], MOST_TRACE),
        _alone("a bill of 200 lines from JSON to JSON, every step as a sentence", ours["trace_200_json"], MOST_TRACE),
    ]


def text(compared, counts, table, worked):
    """The whole report."""
    lines = [
        "# The engine beside OpenFisca",
        "",
        f"openfisca-core {importlib.metadata.version('openfisca-core')}, numpy "
        f"{importlib.metadata.version('numpy')}, Python {platform.python_version()}; both sides in turns in one "
        "run, on one core, the best turn of each. Ratios count; absolute figures move with the machine.",
        "",
        f"Equal to the fen: {worked} worked settlements and {compared.bills:,} random bills, "
        f"{compared.figures:,} figures and accumulators, {len(compared.differences)} differences.",
        "",
        "| what | ours | peer | ratio | aim | reached |",
        "|---|---|---|---|---|---|",
        *("| {} | {} | {} | {} | {} | {} |".format(*row[:-1], "yes" if row[-1] else "**no**") for row in table),
        "",
        "How many of the random bills come through which part of the rules:",
        "",
        "| part | bills |",
        "|---|---|",
        *(f"| {name} | {count:,} |" for name, count in counts.items()),
        "",
    ]
    return "\n".join(lines)


def _against(what, ours, peer, least):
    return what, _told(ours), _told(peer), f"{peer / ours:,.1f}", f"≥ {least}", peer >= least * ours


def _alone(what, ours, most):
    return what, _told(ours), "—", "—", f"≤ {_told(most)}", ours <= most


def _told(nanoseconds):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"
