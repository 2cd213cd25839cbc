"""What is kept of real conversations, counted, grouped, written, and given to be reviewed."""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.agent import Agent, load_agent
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, ConversationPaused, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot import clock, database, training
from bot.channels.conversations import FEEDBACK, Conversations
from bot.channels.messages import Judged, Typed
from bot.cli import main
from bot.evaluation import cases
from bot.helpdesk import officers, tickets
from bot.helpdesk.report import contents, export, page, review
from bot.helpdesk.report.collect import collect
from bot.helpdesk.report.figures import Period, Turn, figures, turns
from bot.helpdesk.report.groups import Group, groups
from bot.helpdesk.report.tables import TurnRow
from bot.helpdesk.tables import TicketRow
from bot.in_process import InProcessActions
from bot.nlu import training_files
from bot.responses import LANGUAGES, Speaker
from bot.retention import delete_older
from bot.training import training_utterances
from core import call as calls
from core.call import Language
from tests.conftest import NOW

SECRET = "a secret that is long enough for the report"
TALKS: dict[str, list[tuple[Language, str]]] = {
    "web-greets": [
        ("lv", "Labdien!"),
        ("lv", "Kāds ir termiņš?"),
        ("lv", "Cik ilgs var būt projekts un kam zvanīt?"),
        ("lv", "Paldies!"),
    ],
    "web-refused": [("en", "What is the deadline?"), ("en", "What is the weather in Riga?")],
    "web-unclear": [("lv", "?!"), ("lv", "Esi muļķis!")],
}
EVERYTHING = Period()
MOMENT = dt.datetime(2020, 3, 20, 8, 30, tzinfo=dt.UTC)


def run(work: Any) -> Any:
    return asyncio.run(work)


def tracker(name: str, *said: Any) -> DialogueStateTracker:
    made = DialogueStateTracker(name, [])
    for event in said:
        made.update(event)
    return made


def heard(text: str, moment: dt.datetime, message: str = "m") -> UserUttered:
    return UserUttered(
        text,
        {"name": "nlu_fallback", "confidence": 0.3},
        parse_data={
            "intent": {"name": "nlu_fallback", "confidence": 0.3},
            "intent_ranking": [{"name": "nlu_fallback"}, {"name": "ask_grant"}],
            "language": {"name": "lv"},
        },
        message_id=message,
        input_channel="telegram",
        timestamp=moment.timestamp(),
    )


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Agent:
    """The trained assistant with Rasa's own store on disk, after some conversations."""
    folder = tmp_path_factory.mktemp("talks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(database.VARIABLE, f"sqlite:///{folder / 'partneris.db'}")
        patch.setenv(clock.VARIABLE, NOW)
        database.upgrade()
        model = training.current_model()
        points = AvailableEndpoints()
        points.action = InProcessActions()
        points.tracker_store = EndpointConfig(
            type="SQL", dialect="sqlite", db=str(folder / "talks.db")
        )
        made = run(
            load_agent(str(model if model.is_file() else training.train()), endpoints=points)
        )
        for name, messages in TALKS.items():
            run(say(made, name, messages))
        told = heard("mans numurs ir 29123456, ko rakstīt lauciņā G.1", MOMENT)
        run(made.tracker_store.save(tracker("telegram-1", told)))
        run(judge(made, "web-refused", "m0.1", False, "write to anna@skola.lv\0"))
        run(judge(made, "web-greets", "m1.1", True))
    return made


async def say(agent: Agent, name: str, messages: list[tuple[Language, str]]) -> None:
    async def window(entry: object) -> None:
        pass

    for number, (language, text) in enumerate(messages):
        typed = Typed(id=f"m{number}", text=text, language=language)
        await Conversations(agent).answer(name, typed, window, lambda _: "")


async def judge(agent: Agent, name: str, message: str, helpful: bool, word: str = "") -> None:
    judged = Judged(message=message, helpful=helpful, word=word or None)
    assert await Conversations(agent).judge(name, judged, lambda _: "")


@pytest.fixture
def store(agent: Agent, request: pytest.FixtureRequest, both: None) -> SQLTrackerStore:
    """Rasa's store with the conversations, on the same kind of database as ours."""
    if database.engine().dialect.name == "sqlite":
        return agent.tracker_store._tracker_store
    made = SQLTrackerStore(agent.domain, host=database.url())
    with made.session_scope() as session:
        session.query(made.SQLEvent).delete()
        session.commit()

    async def copy() -> None:
        for name in await agent.tracker_store.keys():
            await made.save(await agent.tracker_store.retrieve_full_tracker(name))

    run(copy())
    return made


@pytest.fixture(autouse=True)
def known_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERIS_SECRET", SECRET)


def kept() -> list[Turn]:
    return turns(EVERYTHING, calls.newest().timezone)


def by_conversation() -> dict[str, list[Turn]]:
    found: dict[str, list[Turn]] = {}
    for turn in kept():
        found.setdefault(turn.conversation, []).append(turn)
    return found


def test_each_message_is_kept_with_what_became_of_it(store: SQLTrackerStore) -> None:
    assert collect(store) == sum(len(messages) for messages in TALKS.values()) + 1
    states = sorted([turn.state for turn in talk] for talk in by_conversation().values())
    assert states == sorted(
        [
            ["small_talk", "answered", "answered", "small_talk"],
            ["answered", "refused"],
            ["not_understood", "small_talk"],
            ["not_understood"],
        ]
    )
    (both_answered,) = [turn for turn in kept() if len(turn.topics) == 2]
    assert both_answered.topics == ["duration", "contacts"]
    assert {turn.channel for turn in kept()} == {"website", "telegram"}
    assert {turn.language for turn in kept()} == {"lv", "en"}


def test_only_what_something_can_be_learned_from_has_its_text(store: SQLTrackerStore) -> None:
    collect(store)
    texts = {turn.text for turn in kept()}
    assert texts == {
        None, "?!", "What is the deadline?", "mans numurs ir <PHONE>, ko rakstīt lauciņā G.1",
    }  # fmt: skip
    (unhelpful,) = [turn for turn in kept() if turn.helpful is False]
    assert (unhelpful.topics, unhelpful.word) == (["deadline"], "write to <EMAIL>")
    (helpful,) = [turn for turn in kept() if turn.helpful]
    assert (helpful.intent, helpful.text) == ("ask_deadline", None)


def test_nothing_in_the_table_tells_the_conversation(
    store: SQLTrackerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    collect(store)
    first = set(by_conversation())
    with database.engine().begin() as connection:
        rows = [tuple(row) for row in connection.execute(TurnRow.__table__.select())]
        connection.execute(TurnRow.__table__.delete())
    assert not [name for name in (*TALKS, "29123456") if name in repr(rows)]
    monkeypatch.setenv("PARTNERIS_SECRET", SECRET[::-1])
    collect(store)
    assert len(by_conversation()) == len(TALKS) + 1
    assert not first & set(by_conversation())


def test_read_twice_nothing_is_doubled(store: SQLTrackerStore) -> None:
    collect(store)
    once = kept()
    collect(store)
    assert kept() == once


@pytest.fixture
def empty(both: None, tmp_path: Path) -> SQLTrackerStore:
    if database.engine().dialect.name == "sqlite":
        return SQLTrackerStore(Domain.empty(), "sqlite", db=str(tmp_path / "talks.db"))
    made = SQLTrackerStore(Domain.empty(), host=database.url())
    with made.session_scope() as session:
        session.query(made.SQLEvent).delete()
        session.commit()
    return made


def answered(intent: str, **more: object) -> BotUttered:
    return BotUttered("…", metadata={"answered": intent, "language": "lv", **more})


UNSURE = (answered("nlu_fallback", fallback=True), SlotSet("offered_topic", "grant"))


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([answered("ask_grant")], "answered"),
        ([answered("ask_grant"), answered("out_of_scope", fallback=True)], "answered"),
        ([answered("near_miss_youth", fallback=True)], "refused"),
        ([answered("out_of_scope", fallback=True), SlotSet("offered_topic", "human")], "refused"),
        ([answered("thank")], "small_talk"),
        ([answered("insult", fallback=True), SlotSet("offered_topic", "human")], "small_talk"),
        ([answered("inform", fallback=True)], "not_understood"),
        ([BotUttered("an action failed", metadata={"fallback": True})], "not_understood"),
        ([], "not_understood"),
        ([answered("ask_human"), BotUttered("Labdien!", {"officer": {"name": "A"}})], "answered"),
        ([BotUttered("Labdien!", {"officer": {"name": "A"}})], "not_understood"),
        ([*UNSURE], "not_understood"),
        ([*UNSURE, heard("jā", MOMENT, "n"), answered("ask_grant")], "asked_back"),
        ([*UNSURE, heard("nē", MOMENT, "n"), answered("deny")], "not_understood"),
        ([answered("nlu_fallback", fallback=True), SlotSet("offered_topic", "human")],
         "not_understood"),
    ],
)  # fmt: skip
def test_what_became_of_a_message(empty: SQLTrackerStore, events: list[Any], state: str) -> None:
    later = MOMENT + dt.timedelta(minutes=1)
    for event in events:
        event.timestamp = later.timestamp()
    run(empty.save(tracker("t", heard("kas tas ir", MOMENT), *events)))
    collect(empty)
    assert kept()[0].state == state


def test_a_conversation_that_goes_on_is_updated(empty: SQLTrackerStore) -> None:
    talk = tracker("t", heard("kas tas ir", MOMENT))
    run(empty.save(talk))
    collect(empty)
    (turn,) = kept()
    assert (turn.state, turn.channel, turn.nearest, turn.helpful) == (
        "not_understood", "telegram", "ask_grant", None,
    )  # fmt: skip
    talk.update(SlotSet(FEEDBACK, {"message": "m.1", "helpful": True, "word": None}))
    talk.update(ConversationPaused())
    talk.update(heard("mani sauc Anna", MOMENT + dt.timedelta(minutes=5), "n"))
    run(empty.save(talk))
    collect(empty)
    first, second = kept()
    assert (first.at, first.state, first.helpful) == (MOMENT, "not_understood", True)
    assert (second.state, second.text) == ("with_officer", None)


def test_what_was_kept_outlives_the_conversation_and_a_store_begun_anew(
    empty: SQLTrackerStore,
) -> None:
    old = [tracker(f"old {n}", heard("kas tas ir", MOMENT)) for n in range(3)]
    for each in old:
        run(empty.save(each))
    collect(empty)
    assert delete_older(empty, MOMENT + dt.timedelta(days=1)) > 0
    run(empty.save(tracker("new", heard("cits", MOMENT + dt.timedelta(days=40)))))
    collect(empty)  # SQLite has given the new event a number that was read before
    assert len(kept()) == 4


def test_a_store_in_memory_has_nothing_to_read(both: None) -> None:
    assert collect(InMemoryTrackerStore(Domain.empty())) == 0


# Figures


def turn(**changes: Any) -> Turn:
    known: dict[str, Any] = {
        "conversation": "a", "at": MOMENT, "channel": "website", "language": "lv",
        "intent": "ask_grant", "confidence": 0.9, "nearest": "ask_grant", "topics": ["grant"],
        "state": "answered", "helpful": None, "word": None, "text": None,
    }  # fmt: skip
    return Turn.model_validate(known | changes)


def test_messages_are_counted(both: None) -> None:
    late = MOMENT.replace(hour=22, minute=30)
    said = [
        turn(helpful=True),
        turn(topics=["grant", "travel"]),
        turn(conversation="b", state="refused", intent="out_of_scope", topics=[], at=late),
    ]
    counted = figures(said, EVERYTHING, calls.newest().timezone)
    assert (counted.conversations, counted.messages) == (2, 3)
    assert counted.states == {"answered": 2, "refused": 1}
    assert counted.topics == {"grant": 2, "travel": 1}
    assert counted.refused == {"out_of_scope": 1}
    assert (counted.helpful, counted.not_helpful) == (1, 0)
    assert [hour for hour, number in enumerate(counted.hours) if number] == [0, 10]


def ticket(name: str, minutes: tuple[int, int] | None, officer: int, **changes: Any) -> None:
    known: dict[str, Any] = {
        "conversation": name, "channel": "website", "field": "school", "language": "lv",
        "topic": None, "reason": "asked", "live": True,
    }  # fmt: skip
    opened = tickets.request(tickets.Request.model_validate(known | changes))
    with database.session() as session:
        row = session.get(TicketRow, opened.id)
        row.requested_at = MOMENT
        if minutes:
            claimed, answered = (MOMENT + dt.timedelta(minutes=each) for each in minutes)
            row.officer_id, row.claimed_at, row.answered_at = officer, claimed, answered
            row.state, row.end_reason, row.ended_at = "ended", "solved", answered
            row.open_conversation = None


def test_waits_are_those_until_claim_and_first_answer(empty: SQLTrackerStore) -> None:
    anna = officers.add("a@v.lv", "Anna", "a good long password", "officer", ["school"], "lv")
    for number in range(1, 22):
        ticket(f"c{number}", (number, 2 * number), anna.id)
    ticket("none", None, anna.id, field=None, reason="anger")
    tickets.leave_contact(
        tickets.Request(
            conversation="left", channel="website", field="vet", language="lv", topic=None,
            reason="asked", live=True,
        ),
        "anna@skola.lv",
        "mans jautājums",
    )  # fmt: skip
    collect(empty)
    collect(empty)
    found = figures([], EVERYTHING, calls.newest().timezone).tickets
    assert (found.number, found.contact_left) == (23, 1)
    assert found.reasons == {"asked": 22, "anger": 1}
    assert found.ends == {"solved": 21, "open": 2}
    assert found.waits_by_officer.keys() == {"Anna"}
    assert found.waits_by_field.keys() == {"school", "vet", "none"}
    school = found.waits_by_field["school"]
    assert (school.claim_median, school.claim_p95) == (11 * 60, 20 * 60)
    assert (school.answer_median, school.answer_p95) == (22 * 60, 40 * 60)
    assert found.waits_by_field["none"].claim_median is None
    day = Period(first=MOMENT.date(), last=MOMENT.date())
    assert figures([], day, calls.newest().timezone).tickets.number == 22

    assert tickets.delete_older(MOMENT + dt.timedelta(days=2)) == 21
    collect(empty)
    assert figures([], EVERYTHING, calls.newest().timezone).tickets == found


def test_a_period_holds_both_its_days(empty: SQLTrackerStore) -> None:
    moments = [MOMENT + dt.timedelta(days=days) for days in range(4)]
    said = [heard("kas tas ir", moment, f"m{n}") for n, moment in enumerate(moments)]
    run(empty.save(tracker("t", *said)))
    collect(empty)
    period = Period(first=moments[1].date(), last=moments[2].date())
    found = turns(period, calls.newest().timezone)
    assert [each.at for each in found] == moments[1:3]


# Groups

UNKNOWN = {
    "box": [
        "ko rakstīt lauciņā G.1 veidlapā", "kas jāraksta veidlapas lauciņā G.1",
        "ko rakstit veidlapas laucina G.1?",
    ],
    "dog": ["vai uz sanāksmi var ņemt līdzi suni", "vai suni var ņemt līdzi uz sanāksmi"],
    "tax": ["Vai par telpu nomu jāmaksā PVN nodoklis"],
}  # fmt: skip


def unknown(text: str, **changes: Any) -> Turn:
    return turn(state="not_understood", topics=[], text=text, **changes)


def test_messages_that_ask_the_same_are_one_group() -> None:
    said = [unknown(text) for texts in UNKNOWN.values() for text in texts]
    said += [unknown(UNKNOWN["box"][1].upper(), channel="telegram", nearest="ask_grant")] * 3
    said += [
        turn(text="judged only"),
        unknown("kas", language="en"),
        unknown("…"),
        unknown("\u0301"),
    ]
    found = groups(said)
    assert [len(group.texts) for group in found[:2]] == [3, 2]
    box, dog = found[:2]
    assert (box.size, set(box.channels), box.language) == (6, {"website", "telegram"}, "lv")
    assert {text.casefold() for text in box.texts} == {text.casefold() for text in UNKNOWN["box"]}
    assert set(dog.texts) == set(UNKNOWN["dog"])
    assert all(group.nearest == "ask_grant" for group in found)
    assert len({group.id for group in found}) == len(found)
    assert groups(said[::-1])[0].id == box.id
    assert groups([]) == []


# Files


def some_report() -> contents.Report:
    said = [unknown("<b>ko rakstīt & lauciņā G.1</b>"), turn(helpful=False, text="t", word="=1+1")]
    return contents.Report(
        period=Period(first=MOMENT.date()),
        made_at=MOMENT,
        figures=figures(said, EVERYTHING, calls.newest().timezone),
        groups=groups(said),
        unhelpful=[said[1]],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_needs_nothing_else_and_runs_nothing(both: None, language: Language) -> None:
    speaker = Speaker(calls.newest(), language, MOMENT.date(), page.SENTENCES)
    html = page.html(some_report(), speaker)
    assert f'<html lang="{language}">' in html
    assert speaker.phrase("report-title") in html
    assert "&lt;b&gt;ko rakstīt &amp; lauciņā" in html
    assert not re.search(r"<script|<link|src=\"(?!data:image/png;base64,)", html)
    assert html.count("<img") == 3
    assert f"partneris report add {some_report().groups[0].id} --from 2020-03-20" in html


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＠", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(start: str) -> None:
    text = f'{start}HYPERLINK("x")'
    (row,) = csv.DictReader(export.messages([turn(text=text, word='a, "b"')]).splitlines(True))
    assert row["text"] == f"'{text}"
    assert row["word"] == 'a, "b"'
    group = Group(id="1", language="lv", size=1, texts=[text], nearest=None, channels={"rest": 1})
    (row,) = csv.DictReader(export.questions([group]).splitlines(True))
    assert row["texts"] == f"'{text}"


# Review


def group_of(*texts: str) -> Group:
    return Group(
        id="g", language="lv", size=len(texts), texts=list(texts), nearest=None, channels={}
    )


DAY = dt.date(2020, 3, 20)


def test_a_group_is_written_to_be_reviewed(tmp_path: Path) -> None:
    texts = (*UNKNOWN["box"], "ko dara\n [lauks](field)\u2028{x}: - '#\" <EMAIL> 🙂")
    first = review.add(group_of(*texts), "ask_form_trouble", "lv", DAY, tmp_path)
    second = review.add(group_of(*texts), "ask_form_trouble", "lv", DAY, tmp_path)
    assert (first.path.name, second.path.name) == ("2020-03-20-1.yml", "2020-03-20-2.yml")
    assert first.left_out == []
    (block,) = training_files.read(first.path)
    assert (block.intent, block.metadata.language) == ("ask_form_trouble", "lv")
    lines = block.examples.splitlines()
    assert lines[:3] == [f"- {text}" for text in UNKNOWN["box"]]
    assert lines[3:] == ["- ko dara (lauks)(field) (x): - '#\" <EMAIL> 🙂"]


def test_what_training_or_evaluation_has_is_left_out(tmp_path: Path) -> None:
    learned = training_utterances()["lv", "ask_deadline"]
    long = next(text for text in learned if len(text.split()) > 7)
    asked = [case.conversation.turns[0].user for case in cases.load("test")]
    evaluated = next(text for text in asked if len(text.split()) > 7)
    copies = [learned[0].upper(), f"{long} !!", f"{long}s", evaluated]
    added = review.add(group_of(*copies, UNKNOWN["box"][0]), "ask_grant", "lv", DAY, tmp_path)
    assert added.left_out == copies
    assert added.texts == [UNKNOWN["box"][0]]
    with pytest.raises(review.RefusedError) as refused:
        review.add(group_of(*copies), "ask_grant", "lv", DAY, tmp_path)
    assert refused.value.reason == "all_known"
    with pytest.raises(review.RefusedError) as refused:
        review.add(group_of("x"), "ask_nothing", "lv", DAY, tmp_path)
    assert refused.value.reason == "no_intent"
    assert len(list(tmp_path.iterdir())) == 1


def test_training_reads_nothing_of_what_waits_for_review() -> None:
    assert review.FOLDER.parent == training.ROOT / "data" / "nlu"
    files = {path.relative_to(training.ROOT).parts for path in training._files()}
    folders = {parts[2] for parts in files if parts[:2] == ("data", "nlu")}
    assert folders == {"lv", "en", "conversations"}


# The command


@pytest.fixture
def command(
    agent: Agent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, Path]]:
    """Yield `command(*arguments)`, on the conversations of the agent and a database of its own."""
    store = agent.tracker_store._tracker_store
    monkeypatch.setenv(database.VARIABLE, f"sqlite:///{tmp_path / 'partneris.db'}")
    endpoints = tmp_path / "endpoints.yml"
    place = {"type": "SQL", "dialect": "sqlite", "db": store.engine.url.database}
    endpoints.write_text(yaml.safe_dump({"tracker_store": place}))
    monkeypatch.setattr("bot.engine.ROOT", tmp_path)
    monkeypatch.setattr("bot.helpdesk.report.commands.ROOT", tmp_path)
    monkeypatch.setattr(review, "FOLDER", tmp_path / "review")

    def run_command(*arguments: str) -> tuple[int, Path]:
        return main(["report", *arguments]), tmp_path / ".partneris" / "report"

    return run_command


def test_the_command_writes_page_tables_and_json(command: Callable[..., tuple[int, Path]]) -> None:
    for kind, files in {
        "html": ["report.html"],
        "csv": ["messages.csv", "questions.csv"],
        "json": ["report.json"],
    }.items():
        status, folder = command("--format", kind)
        assert status == 0
        assert all((folder / name).stat().st_size > 100 for name in files)
    report = json.loads((folder / "report.json").read_text())
    assert report["figures"]["conversations"] == len(TALKS) + 1
    assert (folder / "messages.csv").read_text(encoding="utf-8-sig").startswith("conversation,")
    assert "29123456" not in "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())


def test_the_command_adds_a_group(
    command: Callable[..., tuple[int, Path]], capsys: pytest.CaptureFixture[str]
) -> None:
    _, folder = command("--format", "json")
    report = json.loads((folder / "report.json").read_text())
    (box,) = [each for each in report["groups"] if "G.1" in each["texts"][0]]
    status, _ = command("add", box["id"], "--intent", "ask_form_trouble")
    assert status == 0
    (written,) = review.FOLDER.iterdir()
    (block,) = yaml.safe_load(written.read_text(encoding="utf-8"))["nlu"]
    assert block["examples"] == "- mans numurs ir <PHONE>, ko rakstīt lauciņā G.1\n"
    assert str(written) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["add", "nothing", "--intent", "ask_grant"], "no group nothing"),
        (["--from", "2020-03-21", "--to", "2020-03-20"], "is after"),
        (["--from", "2020-03-21", "--to", "2020-03-20", "add", "x", "--intent", "y"], "is after"),
    ],
)
def test_the_command_says_what_is_wrong(
    command: Callable[..., tuple[int, Path]],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    problem: str,
) -> None:
    assert command(*arguments)[0] == 2
    assert problem in capsys.readouterr().err


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["report", "--from", "soon"])
    assert "'soon' is not a day" in capsys.readouterr().err
