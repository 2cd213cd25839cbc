"""How answers are cut to what messengers show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.live import Place
from bot.channels.pieces import Message, Officer, monospaced, packed, pieces, split
from bot.channels.slack_output import SlackOutput, client
from bot.channels.telegram_output import TelegramOutput, _units
from bot.responses import Attachment, Button, Column, Table

BUDGET = Table(
    caption="Budžets",
    columns=[Column(title="Kategorija"), Column(title="Rēķins"), Column(title="EUR", numeric=True)],
    rows=[
        ["vadība un īstenošana", "(500 + 2 × 250) × 24 mēneši", "24 000"],
        ["starptautiskās projekta sanāksmes", "12 × 575", "6 900"],
        ["ceļš", "", "1 100"],
    ],
    total=["Kopā", "", "32 000"],
)


@given(st.text(max_size=400), st.integers(min_value=2, max_value=50))
def test_parts_are_short_enough_and_nothing_but_blanks_is_lost(text: str, longest: int) -> None:
    parts = split(text, longest, _units)
    assert all(0 < _units(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_is_cut_between_paragraphs_then_lines_then_words() -> None:
    assert split("a b c\n\nd e f\ng", 9) == ["a b c", "d e f\ng"]
    assert split("aaa bbb\nccc ddd", 10) == ["aaa bbb", "ccc ddd"]
    assert split("aaaa bbbb cccc", 11) == ["aaaa bbbb", "cccc"]
    assert split("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_a_wide_table_becomes_narrow() -> None:
    lines = monospaced(BUDGET, 32).splitlines()
    assert max(len(line) for line in lines) == 32
    assert lines == [
        "Kategorija                   EUR",
        "  Rēķins",
        "-" * 32,
        "vadība un īstenošana      24 000",
        "  (500 + 2 × 250) × 24 mēneši",
        "starptautiskās projekta",
        "sanāksmes                  6 900",
        "  12 × 575",
        "ceļš                       1 100",
        "-" * 32,
        "Kopā                      32 000",
    ]


def test_a_table_that_fits_keeps_its_columns() -> None:
    table = Table(
        caption="",
        columns=[Column(title="km"), Column(title="EUR", numeric=True)],
        rows=[["10–99", "20"], ["100–499", "180"]],
    )
    assert monospaced(table, 32).splitlines() == [
        "km       EUR",
        "------------",
        "10–99     20",
        "100–499  180",
    ]


def test_what_a_human_says_begins_with_the_name() -> None:
    said = Message(text="Jā.", words="Jā.", language="lv", officer=Officer(name="Anna <b>*A*"))
    (post,) = SlackOutput(client("xoxb-1", "http://127.0.0.1:1")).parts("slack-T1-D1", said)
    assert post.blocks[0]["text"]["text"] == "*Anna &lt;b&gt;A* (VIAA)"
    assert post.blocks[1]["text"]["text"] == "Jā."


def test_messages_are_filled_up() -> None:
    message = Message(text="x", words="a" * 90, sources=["b" * 20], table=BUDGET)
    found = pieces(message, 100, len)
    assert {piece.kind for piece in found} == {"text", "table", "sources"}
    for pack in packed(found, 150, len):
        assert sum(len(piece.text) for piece in pack) <= 150


def test_a_text_without_parts_is_said_whole() -> None:
    message = Message(text="Viss kopā. Avots: A.", sources=["A"], table=BUDGET)
    assert [piece.text for piece in pieces(message, 100, len)] == ["Viss kopā. Avots: A."]


def test_slack_gets_no_block_that_it_refuses() -> None:
    output = SlackOutput(client("xoxb-1", "http://127.0.0.1:1"))
    title = "Kā " * 50
    message = Message(
        text="",
        words="&<>` " * 5_000,
        table=BUDGET.model_copy(update={"rows": BUDGET.rows * 100}),
        sources=["S" * 900],
        buttons=[Button(title=title, payload=title)] * 30,
        attachment=Attachment(name="a.pdf", media_type="application/pdf", content="YQ=="),
    )
    *posts, file = output.parts("slack-T1-D1", message)
    assert isinstance(file, Attachment)
    assert len(posts) > 1
    for post in posts:
        assert 0 < len(post.text) <= 3_000
        assert len(post.blocks) <= 50
        for block in post.blocks[:-1]:
            text = block["text"] if block["type"] == "section" else block["elements"][0]
            assert 0 < len(text["text"]) <= 3_000
            assert "<" not in text["text"]
    buttons = posts[-1].blocks[-1]["elements"]
    assert len(buttons) == 25
    assert len(buttons[0]["text"]["text"]) == 75
    assert buttons[0]["value"] == title


def test_conversations_are_found_by_their_names_alone() -> None:
    slack = SlackOutput(client("xoxb-1", "http://127.0.0.1:1"))
    assert slack.place("slack-T1-C2") == Place(chat="C2")
    assert slack.place("slack-T1-C2-171.5") == Place(chat="C2", thread="171.5")
    place = TelegramOutput.place
    assert place(None, "telegram--1007") == Place(chat="-1007")  # type: ignore[arg-type]
    assert place(None, "telegram-7-8") == Place(chat="7", thread="8")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["web-1", "slack-", "slack-T1-C2-x", "telegram-x", "telegram-1-"])
def test_a_conversation_of_another_channel_is_not_found(name: str) -> None:
    for output in (SlackOutput, TelegramOutput):
        with pytest.raises(Exception, match="is no conversation"):
            output.place(None, name)  # type: ignore[arg-type]
