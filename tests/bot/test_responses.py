"""Sentences: both languages complete, spelt, and written as the language has it."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from bot import responses
from bot.nlu import vocabulary
from bot.responses import LANGUAGES, Speaker, grouped, topics, without_ones
from core import call as calls
from core.call import Language
from core.yaml_file import DataError

DAY = dt.date(2020, 4, 1)
ALLOWED_WORDS = Path(__file__).parent / "spelling"


class Names(visitor.Visitor):
    """Collects the variables and functions of a sentence."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(f"${node.id.name}")


def messages(language: Language) -> dict[str, ast.Message]:
    found = {}
    for path in sorted((responses.FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


@pytest.fixture(scope="module")
def call() -> calls.Call:
    return calls.load()


def speaker(call: calls.Call, language: Language) -> Speaker:
    return Speaker(call, language, DAY)


def test_both_languages_have_the_same_files() -> None:
    files = [{path.name for path in (responses.FOLDER / each).iterdir()} for each in LANGUAGES]
    assert files[0] == files[1]


def test_both_languages_have_the_same_sentences_with_the_same_variables() -> None:
    latvian, english = messages("lv"), messages("en")
    assert latvian.keys() == english.keys()
    for key, message in latvian.items():
        variables = []
        for each in (message, english[key]):
            names = Names()
            names.visit(each)
            variables.append(names.found)
        assert variables[0] == variables[1], key


def test_every_next_topic_has_a_question_in_both_languages(call: calls.Call) -> None:
    for topic in topics().values():
        for following in topic.next:
            for language in LANGUAGES:
                assert speaker(call, language).button(following).title


def test_a_verdict_without_its_sentence_is_an_error(
    call: calls.Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(responses.FOLDER, tmp_path / "responses")
    monkeypatch.setattr(responses, "FOLDER", tmp_path / "responses")
    with (tmp_path / "responses" / "topics.yml").open("a", encoding="utf-8") as file:
        file.write("\n  new: {verdicts: {vat: no-such}}\n")
    responses.topics.cache_clear()
    with pytest.raises(DataError, match=r"topics\.yml:\d+: new: there is no sentence 'no-such'"):
        responses.check(call)


def test_every_verdict_turns_on_a_word_of_the_vocabulary() -> None:
    verdicts = [words.split() for topic in topics().values() for words in topic.verdicts]
    known = vocabulary.words()
    assert {each for words in verdicts for each in words} <= {*known["matter"], *known["verdict"]}


@pytest.mark.parametrize(
    ("name", "line", "place"),
    [
        ("en/running.ftl", '\nnew = { ITEMS("no_such_fact") }\n', r"running\.ftl:\d+: new: "),
        (
            "lv/running.ftl",
            """\nnew = { $n ->\n    [one] { PART("grant_maximum", "no_such_fact") }\n"""
            """   *[other] –\n}\n""",
            r"running\.ftl:\d+: new: ",
        ),
        ("topics.yml", "\n  new: {facts: [no_such_fact]}\n", r"topics\.yml:\d+: new: "),
    ],
)
def test_a_fact_that_is_named_and_not_in_the_call_is_an_error(
    name: str,
    line: str,
    place: str,
    call: calls.Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(responses.FOLDER, tmp_path / "responses")
    monkeypatch.setattr(responses, "FOLDER", tmp_path / "responses")
    path = tmp_path / "responses" / name
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    responses.topics.cache_clear()
    responses.resources.cache_clear()
    with pytest.raises(DataError, match=rf"{place}the call has no fact 'no_such_fact'; restore"):
        responses.check(call)
    responses.topics.cache_clear()
    responses.resources.cache_clear()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 mēnesis"),
        (2, "2 mēneši"),
        (10, "10 mēneši"),
        (11, "11 mēneši"),
        (21, "21 mēnesis"),
        (111, "111 mēneši"),
    ],
)
def test_latvian_plurals(call: calls.Call, number: int, words: str) -> None:
    assert speaker(call, "lv")._count(number, "months") == words


def test_one_is_singular_in_english(call: calls.Call) -> None:
    assert speaker(call, "en")._count(1, "meetings") == "1 meeting"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("nominative", "2020. gada 24. marts"),
        ("genitive", "2020. gada 24. marta"),
        ("dative", "2020. gada 24. martam"),
        ("locative", "2020. gada 24. martā"),
    ],
)
def test_latvian_days_in_their_cases(call: calls.Call, case: str, words: str) -> None:
    assert speaker(call, "lv")._date("2020-03-24", case) == words


@pytest.mark.parametrize(
    ("language", "amount", "written"),
    [
        ("lv", "12500", "12 500 EUR"),
        ("lv", "61234.5", "61 234,50 EUR"),
        ("en", "12500", "12 500 EUR"),
        ("en", "61234.5", "61 234.50 EUR"),
        ("en", "4055430", "4 055 430 EUR"),
    ],
)
def test_money(call: calls.Call, language: Language, amount: str, written: str) -> None:
    assert speaker(call, language)._money(responses._decimal(amount)) == written


def test_numbers_in_steps_are_grouped() -> None:
    assert grouped("18 × 12500 + 999") == "18 × 12 500 + 999"


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        ("1 × 575 EUR", "575 EUR"),
        ("2750 EUR × 1", "2750 EUR"),
        ("1 × 14 × 106 EUR + 1 × 1 × 74 EUR", "14 × 106 EUR + 74 EUR"),
        ("(500 + 1 × 250) EUR × 12", "(500 + 250) EUR × 12"),
        ("11 × 1500 EUR", "11 × 1500 EUR"),
        ("2000 EUR × 1.5 %", "2000 EUR × 1.5 %"),
    ],
)
def test_a_factor_of_one_is_not_shown(steps: str, shown: str) -> None:
    assert without_ones(steps) == shown


@pytest.mark.parametrize(
    ("code", "said"),
    [("GB", "The United Kingdom is not"), ("NL", "The Netherlands is"), ("FR", "France is")],
)
def test_a_country_within_an_english_sentence_has_its_article(
    call: calls.Call, code: str, said: str
) -> None:
    text = speaker(call, "en").say("country-partner-country", country=code).answer().text
    assert text.startswith(said)


def test_noon_in_brussels_is_one_in_riga(call: calls.Call) -> None:
    assert "13:00 Riga time (12:00 Brussels time)" in speaker(call, "en")._fact("deadline")


def with_deadlines(call: calls.Call, values: list[calls.DatedValue]) -> calls.Call:
    deadline = call.facts["deadline"].model_copy(update={"values": values})
    return call.model_copy(update={"facts": {**call.facts, "deadline": deadline}})


@pytest.mark.parametrize("key", ["deadline-moved", "deadline-was-moved"])
def test_after_a_second_move_the_deadline_before_it_is_named(call: calls.Call, key: str) -> None:
    first, second = call.facts["deadline"].values
    moment = second.value
    assert isinstance(moment, calls.Moment)
    again = second.model_copy(
        update={
            "value": moment.model_copy(update={"date": dt.date(2020, 5, 7)}),
            "since": dt.date(2020, 3, 25),
        }
    )
    text = speaker(with_deadlines(call, [first, second, again]), "en").say(key).answer().text
    assert re.findall(r"\d+ \w+ 2020(?=,)", text) == ["7 May 2020", "23 April 2020"]
    assert "The previous deadline was 23 April" in text


def test_a_closed_call_whose_deadline_never_moved_names_one_day(call: calls.Call) -> None:
    never_moved = with_deadlines(call, call.facts["deadline"].values[:1])
    answer = speaker(never_moved, "lv").say("deadline-was").answer()
    assert "termiņš bija 2020. gada 24. marts" in answer.text
    assert "Iepriekšējais" not in answer.text


def test_no_invisible_marks_stand_around_values(call: calls.Call) -> None:
    text = speaker(call, "lv").say("grant").answer().text
    assert not set(text) & {"\u2068", "\u2069", "\u200b"}


def test_an_answer_names_the_sources_of_what_it_says(call: calls.Call) -> None:
    answer = speaker(call, "lv").say("duration").answer()
    assert answer.sources == ["VIAA prezentācija, 3. slaids („KA2 stratēģiskās partnerības”)"]
    assert answer.text.endswith(
        "Avots: VIAA prezentācija, 3. slaids („KA2 stratēģiskās partnerības”)."
    )


def test_a_recalled_value_gets_a_caution_and_a_sure_one_does_not(call: calls.Call) -> None:
    assert "check this in the guide" in speaker(call, "en").say("award-criteria").answer().text
    assert "check this in the guide" not in speaker(call, "en").say("duration").answer().text


def test_a_broken_sentence_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.ftl"
    path.write_text("good = Labi\n\nbad = { $open\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"broken\.ftl:3: .*correct the sentence"):
        responses._parse(path)


def test_a_sentence_in_one_language_only_is_an_error(
    call: calls.Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(responses.FOLDER, tmp_path / "responses")
    monkeypatch.setattr(responses, "FOLDER", tmp_path / "responses")
    path = tmp_path / "responses" / "lv" / "running.ftl"
    path.write_text(path.read_text() + "\nlone = Viens pats\n", encoding="utf-8")
    with pytest.raises(DataError, match="en: sentence 'lone' is missing"):
        responses.check(call)


@pytest.mark.skipif(not shutil.which("hunspell"), reason="make test installs hunspell")
@pytest.mark.parametrize(("language", "dictionary"), [("lv", "lv_LV"), ("en", "en_GB")])
def test_spelling(call: calls.Call, language: Language, dictionary: str) -> None:
    words = "\n".join(_words_of_sentences(language) + _words_of_call(call, language))
    allowed = set((ALLOWED_WORDS / f"{language}.txt").read_text(encoding="utf-8").split())
    result = subprocess.run(
        ["hunspell", "-d", dictionary, "-i", "utf-8", "-l"],
        input=words,
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(set(result.stdout.split()) - allowed) == []


def _words_of_sentences(language: Language) -> list[str]:
    texts: list[str] = []

    class Texts(visitor.Visitor):
        def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
            texts.append(node.value)

    for message in messages(language).values():
        Texts().visit(message)
    return texts


def _words_of_call(call: calls.Call, language: Language) -> list[str]:
    texts: list[str] = []

    def collect(node: object) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                if key == language and isinstance(value, str):
                    texts.append(value)
                else:
                    collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    collect(call.model_dump())
    return texts
