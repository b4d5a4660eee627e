"""The parameters of one day as integer tables, so that a formula takes those of every bill at once.

OpenFisca's own lookup by array walks through the bills one by one in Python; these tables make the
peer some hundred times faster, and so the comparison fair.
"""

import functools

import numpy

from .codes import Category, Kind, Level, Remote, Scheme
from .fen import NO_LIMIT, WHOLE

STATUS = ("active", "retired")
SCHEMES = [scheme.name for scheme in Scheme]
LEVELS = [level.name for level in Level]
REMOTES = [remote.name for remote in Remote]
CATEGORIES = [category.name for category in Category]


@functools.lru_cache
def tables(node):
    """The tables of `parameters(period)`, made once for each day on which something changes."""
    return Tables(node.regions)


def find(node, *path, default=None):
    """The parameter at this path, or the default where there is none."""
    for name in path:
        if node is None or isinstance(node, (int, str, list)) or name not in node:
            return default
        node = node[name]
    return node


class Tables:
    """Tables over the place of the region and of the codes; stretches and steps come first."""

    def __init__(self, regions):
        names = [name for name in sorted(regions) if find(regions, name, "remote", "local") is not None]
        self.codes = numpy.array([int(name[1:]) for name in names])
        of = [regions[name] for name in names]
        self.remote = numpy.array([[region["remote"][kind] for kind in REMOTES] for region in of])
        self._inpatient(of)
        self._outpatient(of)
        self._catastrophic(of)
        self._assistance(of)

    def row(self, regions):
        """The place of each region; a region without parameters is an error."""
        rows = numpy.searchsorted(self.codes, regions)
        if (self.codes[numpy.minimum(rows, len(self.codes) - 1)] != regions).any():
            raise LookupError("a region without parameters on this day")
        return rows

    def _inpatient(self, of):
        self.deductible = by_scheme(
            of, lambda rules: [find(rules, "inpatient", "deductible", level) for level in LEVELS]
        )
        kinds = by_scheme(of, lambda rules: find(rules, "inpatient", "repeat", "kind"))
        self.half = numpy.isin(kinds, ["half", "half_then_zero"])
        self.then_zero = kinds == "half_then_zero"
        self.minus = kinds == "minus"
        if not (self.half | self.minus).all():
            raise LookupError(f"an unknown rule of repeated stays among {set(kinds.flat)}")
        self.step = by_scheme(of, lambda rules: find(rules, "inpatient", "repeat", "step", default=0))
        self.floor = by_scheme(of, lambda rules: find(rules, "inpatient", "repeat", "floor", default=0))
        self.pool_cap = by_scheme(of, lambda rules: find(rules, "inpatient", "pool_cap", default=NO_LIMIT))
        self.stretches = stretches(
            by_scheme(of, lambda rules: [[bracket_scale(rules, status, level) for level in LEVELS] for status in STATUS])
        )
        self.bonus = steps(by_scheme(of, lambda rules: find(rules, "inpatient", "age_bonus")))
        self.large_ratio = by_scheme(of, lambda rules: of_status(find(rules, "large_amount", "ratio"), 0))
        self.large_cap = by_scheme(
            of, lambda rules: find(rules, "large_amount", "cap", default=NO_LIMIT if find(rules, "large_amount") else 0)
        )

    def _outpatient(self, of):
        def each_level(name):
            return by_scheme(of, lambda rules: [of_status(find(rules, "outpatient", name, level)) for level in LEVELS])

        self.outpatient_deductible = each_level("deductible")
        self.deductible_by_age = steps(by_scheme(of, lambda rules: find(rules, "outpatient", "deductible_by_age")))
        self.outpatient_ratio = each_level("ratio")
        self.retired_by_age = steps(
            by_scheme(of, lambda rules: [find(rules, "outpatient", "retired_by_age", level) or None for level in LEVELS])
        )
        self.above_scope = by_scheme(of, lambda rules: find(rules, "outpatient", "above", "scope", default=NO_LIMIT))
        self.above_ratio = by_scheme(of, lambda rules: of_status(find(rules, "outpatient", "above", "ratio"), 0))
        self.outpatient_cap = by_scheme(of, lambda rules: of_status(find(rules, "outpatient", "cap"), NO_LIMIT))

    def _catastrophic(self, of):
        def one(*path, default=None):
            return by_scheme(of, lambda rules: find(rules, "catastrophic", *path, default=default))

        self.threshold = one("tiers", "threshold")
        self.tiers = stretches(one("tiers", "tiers"))
        self.catastrophic_cap = one("cap", default=NO_LIMIT)
        self.tilted = by_scheme(
            of,
            lambda rules: [name in find(rules, "catastrophic", "tilt", "categories", default=[]) for name in CATEGORIES],
        )
        self.tilt_share = one("tilt", "threshold_share", default=WHOLE)
        self.tilt_points = one("tilt", "points", default=0)
        self.counts = numpy.ones((len(of), len(SCHEMES), len(Kind)), bool)
        self.counts[:, :, Kind.outpatient.index] = one("outpatient_counts", default=False)

    def _assistance(self, of):
        def each(name, default):
            return numpy.array(
                [[find(region, "assistance", "rules", one, name, default=default) for one in CATEGORIES] for region in of]
            )

        self.assisted = each("ratio", -1) >= 0
        self.assistance_ratio = each("ratio", 0)
        self.assistance_deductible = each("deductible", 0)
        self.assistance_cap = each("cap", NO_LIMIT)
        self.reaches_kind = numpy.ones((len(of), len(Kind)), bool)
        self.reaches_kind[:, Kind.outpatient.index] = [
            find(region, "assistance", "reach", "outpatient_counts", default=False) for region in of
        ]
        excluded = [find(region, "assistance", "reach", "excluded_remote", default=[]) for region in of]
        self.reaches_remote = numpy.array([[kind not in names for kind in REMOTES] for names in excluded])


def by_scheme(of, read):
    """What `read` finds in the rules of each region and scheme."""
    rows = [[read(find(region, scheme)) for scheme in SCHEMES] for region in of]
    # Scales stay objects; numbers, truths and words become arrays of their own kind.
    scales = any(not isinstance(cell, (int, str, type(None))) for cell in _leaves(rows)) or None in _leaves(rows)
    return _objects(rows) if scales else numpy.array(rows)


def of_status(node, default=None):
    """In service and retired; retirees have what the others have where they have no column."""
    active = find(node, "active", default=default)
    return [active, find(node, "retired", default=active)]


def bracket_scale(rules, status, level):
    own = find(rules, "inpatient", "retired_ratio", level) if status == "retired" else None
    # A table that stands on other days only is there without a stretch.
    return own if own is not None and own.thresholds else find(rules, "inpatient", "ratio", level)


def stretches(scales):
    """Upper ends and ratios of scales, as many as the longest has, the last without an end."""
    longest = max(len(scale.thresholds) for scale in scales.flat)
    ends = numpy.full((longest, *scales.shape), NO_LIMIT, numpy.int64)
    ratios = numpy.zeros((longest, *scales.shape), numpy.int64)
    for place, scale in numpy.ndenumerate(scales):
        for row, ratio in enumerate(scale.rates):
            ratios[(row, *place)] = ratio
            if row + 1 < len(scale.thresholds):
                ends[(row, *place)] = scale.thresholds[row + 1]
    return list(zip(ends, ratios))


def steps(scales):
    """Ages and values of steps, as many as the longest has; a step too many begins at no age."""
    longest = max(len(getattr(scale, "thresholds", ())) for scale in scales.flat)
    ages = numpy.full((longest, *scales.shape), NO_LIMIT, numpy.int64)
    values = numpy.zeros((longest, *scales.shape), numpy.int64)
    for place, scale in numpy.ndenumerate(scales):
        for row, age in enumerate(getattr(scale, "thresholds", ())):
            ages[(row, *place)] = age
            values[(row, *place)] = scale.amounts[row]
    return list(zip(ages, values))


def _leaves(rows):
    for row in rows:
        if isinstance(row, list):
            yield from _leaves(row)
        else:
            yield row


def _objects(rows):
    """Nested lists as an array of objects; what lies in it is not looked into."""
    shape, inner = [], rows
    while isinstance(inner, list):
        shape.append(len(inner))
        inner = inner[0]
    array = numpy.empty(shape, object)
    for place in numpy.ndindex(*shape):
        cell = rows
        for index in place:
            cell = cell[index]
        array[place] = cell
    return array
