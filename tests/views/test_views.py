"""The templates and views of this project: they agree, and any name that is changed in one of them is found."""

from __future__ import annotations

import pytest

from tests.views.mutation import mutate
from tests.views.ours import faults, parts, reads, report

pytestmark = pytest.mark.apart  # templates and views, whatever the content


def test_templates_and_views_agree() -> None:
    assert faults() == []


def test_every_name_that_is_changed_is_found() -> None:
    """Every name in a template misspelt, every field of a view renamed, a field that nobody reads in every view."""
    found, read = parts(), reads()
    reports = {id(part): part.checker.report(part.givens) for part in found}
    outcomes = [
        mutate(part.checker, part.givens, read, [reports[id(other)] for other in found if other is not part])
        for part in found
    ]
    assert [missed for outcome in outcomes for missed in outcome.missed] == []
    assert report(found).unreached == frozenset()
    assert sum(outcome.misspelt for outcome in outcomes) > 700
    assert sum(outcome.renamed for outcome in outcomes) > 300
