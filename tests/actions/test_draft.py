"""What is known of a plan, and what it still lacks."""

from __future__ import annotations

from actions.draft import Draft, gaps


def test_gaps_are_named_in_the_order_of_the_parts() -> None:
    draft = Draft(meetings=[{"participants": 2}], outputs=[{"staff": "manager"}])
    assert gaps(draft) == [("meetings", "distance"), ("outputs", "days"), ("outputs", "country")]
