"""The places of headings, which links name."""

from __future__ import annotations

import pytest

from kennisbank.parts.headings import place
from kennisbank.reading.markup import anchors


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Wat we zagen", "wat-we-zagen"),
        ("Één & twee", "een-twee"),
        ("rb inhoud", "kop-rb-inhoud"),
        ("RB-zoek", "kop-rb-zoek"),
        ("__search", "__search"),
    ],
)
def test_a_heading_never_has_the_place_of_the_page_itself(title: str, slug: str) -> None:
    assert place(title, "-") == slug
    assert anchors(f"## {title.replace('_', chr(92) + '_')}\n") == {slug}
