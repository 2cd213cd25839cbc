"""Times of day typed in many ways, and the short replies to what was asked about a slot."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.slot_times import About, Reply, about, read, reply, undated
from bot import quiet  # noqa: F401  (before Rasa)
from bot.nlu.entities import entities
from bot.nlu.spacy_tokenizer import parse
from core.call import Hours

HOURS = Hours(opens=dt.time(9), closes=dt.time(16))
MORNING = Hours(opens=dt.time(9), closes=dt.time(12))


def wished(text: str, hours: Hours = HOURS) -> dict[str, Any]:
    return read(text, hours).model_dump(mode="json", exclude_defaults=True)


def times(*texts: str) -> list[str]:
    return [f"{text}:00" for text in texts]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10:20", "10:20"),
        ("10.20", "10:20"),
        ("9.05", "09:05"),
        ("10,20", "10:20"),
        ("10h20", "10:20"),
        ("1020", "10:20"),
        ("940", "09:40"),
        ("10 20", "10:20"),
        ("Plkst. 10.20", "10:20"),
        ("plkst.14", "14:00"),
        ("pulksten vienpadsmitos", "11:00"),
        ("uz 14", "14:00"),
        ("14", "14:00"),
        ("desmitos", "10:00"),
        ("desmit", "10:00"),
        ("desmitos divdesmit", "10:20"),
        ("desmitos un divdesmit minūtēs", "10:20"),
        ("desmit divdesmit pieci", "10:25"),
        ("divos", "14:00"),
        ("divos pēcpusdienā", "14:00"),
        ("trijos četrdesmit", "15:40"),
        ("pusvienos", "12:30"),
        ("pusdivos", "13:30"),
        ("pus 11", "10:30"),
        ("pusvienpadsmitos", "10:30"),
        ("ceturksnis pāri desmitiem", "10:15"),
        ("bez divdesmit vienpadsmitos", "10:40"),
        ("bez ceturkšņa divpadsmitos", "11:45"),
        ("bez 10 trijos", "14:50"),
        ("10 no rīta", "10:00"),
        ("DESMITOS", "10:00"),
        ("pusdivpadsmitos lūdzu", "11:30"),
        ("Vai 10:30 ir brīvs?", "10:30"),
        ("Ņemšu 13:20", "13:20"),
        ("2 pm", "14:00"),
        ("2pm", "14:00"),
        ("2 p.m.", "14:00"),
        ("11 am please", "11:00"),
        ("at 2", "14:00"),
        ("two o'clock", "14:00"),
        ("noon", "12:00"),
        ("half past ten", "10:30"),
        ("half two", "14:30"),
        ("quarter past one", "13:15"),
        ("a quarter to two", "13:45"),
        ("ten past two", "14:10"),
        ("twenty to eleven", "10:40"),
        ("twenty minutes to eleven", "10:40"),
        ("ten thirty", "10:30"),
        ("ten twenty five", "10:25"),
        ("what about 10:40?", "10:40"),
        ("Is eleven o'clock still available", "11:00"),
        ("I'll take 13:20", "13:20"),
        ("tūlīt mums der 9:40, paldies", "09:40"),
    ],
)
def test_a_time(text: str, time: str) -> None:
    assert wished(text) == {"at": times(time)}


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("ap diviem", {"near": "14:00:00"}),
        ("would there be something around two?", {"near": "14:00:00"}),
        ("pēc trijiem", {"after": "15:00:00"}),
        ("anything after 3pm?", {"after": "15:00:00"}),
        ("pirms vienpadsmitiem", {"before": "11:00:00"}),
        ("no 10 līdz 12", {"after": "10:00:00", "before": "12:00:00"}),
        ("from 10 to 12", {"after": "10:00:00", "before": "12:00:00"}),
        ("no 10:30 uz 11:20", {"at": times("11:20"), "after": "10:30:00"}),
        ("kaut kas pēcpusdienā?", {"after": "12:00:00"}),
        ("pēc pusdienām", {"after": "12:00:00"}),
        ("something in the afternoon", {"after": "12:00:00"}),
        ("after lunch works for me", {"after": "12:00:00"}),
        ("no rīta kaut kas ir brīvs?", {"before": "12:00:00"}),
        ("tomorrow morning", {"before": "12:00:00"}),
        ("pusdienlaikā", {"after": "12:00:00", "before": "14:00:00"}),
        ("pirmais brīvais", {"edge": "first"}),
        ("jebkuru laiku", {"edge": "first"}),
        ("first free", {"edge": "first"}),
        ("the earliest one", {"edge": "first"}),
        ("that one suits me", {}),
        ("pēdējais laiks", {"edge": "last"}),
        ("pirmais pēcpusdienā", {"after": "12:00:00", "edge": "first"}),
        ("vai var vēlāk?", {"change": "later"}),
        ("an earlier slot", {"change": "earlier"}),
    ],
)
def test_a_stretch_or_an_edge(text: str, wish: dict[str, Any]) -> None:
    assert wished(text) == wish


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kādi laiki ir brīvi?",
        "esam 3 cilvēki",
        "Mēs esam trīs no vienas skolas un gribam tikties ar jums",
        "pēc 10 minūtēm",
        "2 of us would come to the consultation",
        "projekts ilgst 24 mēnešus",
        "25:70",
        "29123456",
        "99",
        "…",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert wished(text) == {}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("31. martā plkst. 10.20", "10:20"),
        ("31 March at ten", "10:00"),
        ("March 31 at 10:20", "10:20"),
        ("on the 31st of March, 2 pm", "14:00"),
        ("31.03.2020 desmitos", "10:00"),
        ("2020. gada 31. martā 10:40", "10:40"),
    ],
)
def test_days_are_no_times(text: str, time: str) -> None:
    assert wished(undated(text, entities(parse(text)))) == {"at": times(time)}


def test_hours_of_the_afternoon_are_told_by_the_day() -> None:
    assert wished("divos", MORNING) == {"at": times("14:00")}
    assert wished("9", Hours(opens=dt.time(20), closes=dt.time(22))) == {"at": times("21:00")}
    assert wished("9 am", Hours(opens=dt.time(20), closes=dt.time(22))) == {"at": times("09:00")}


MINUTES = st.integers(0, 59)


FORMS = (
    "{h}:{m:02}",
    "{h:02}:{m:02}",
    "{h}.{m:02}",
    "plkst. {h}.{m:02}",
    "uz {h}:{m:02} lūdzu",
    "at {h}:{m:02}, please",
    "Vai {h}.{m:02} vēl ir brīvs?",
    "es gribētu nākt {h}:{m:02}, ja var",
)


@given(hour=st.integers(9, 15), minute=MINUTES, form=st.sampled_from(FORMS))
def test_any_written_time_is_read(hour: int, minute: int, form: str) -> None:
    text = form.format(h=hour, m=minute)
    assert read(text, HOURS).at == [dt.time(hour, minute)]


@given(hour=st.integers(1, 12), minute=MINUTES, half=st.sampled_from(["am", "pm", "a.m.", "p.m."]))
def test_any_time_of_twelve_hours_is_read(hour: int, minute: int, half: str) -> None:
    expected = dt.time(hour % 12 + (12 if half.startswith("p") else 0), minute)
    assert read(f"{hour}:{minute:02} {half}", HOURS).at == [expected]


@given(text=st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    read(text, HOURS)
    about(text)
    assert isinstance(reply(text, "yes"), bool)


@pytest.mark.parametrize(
    ("text", "kind", "is_one"),
    [
        ("stop", "stop", True),
        ("Stop, lūdzu!", "stop", True),
        ("atcelt", "stop", True),
        ("atcelt", "cancel", True),
        ("Atcelt pierakstu", "stop", False),
        ("Izlaist", "skip", True),
        ("skip it please", "skip", True),
        ("jā", "yes", True),
        ("Jā, atcelt pierakstu", "yes", True),
        ("jā, bet par ko citu jūs vēl runājat", "yes", False),
        ("labi zināt, ka ir brīvi laiki", "yes", False),
        ("Nē, paturēt", "no", True),
        ("Nē, citu laiku", "no", True),
        ("no, keep it", "no", True),
        ("nav", "no", False),
        ("", "no", False),
        ("lūdzu", "yes", False),
    ],
)
def test_replies(text: str, kind: Reply, is_one: bool) -> None:
    assert reply(text, kind) is is_one


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Budžets un partneri.", About("Budžets un partneri", None, None)),
        (
            "budžets; Anna Bērziņa, anna@skola.lv",
            About("budžets", "Anna Bērziņa", "anna@skola.lv"),
        ),
        (
            "Mani sauc Jānis Kalns, tālr. 29 123 456, par partneriem",
            About("par partneriem", "Jānis Kalns", "29 123 456"),
        ),
        ("Project idea, email: a.b@c.co.uk", About("Project idea", None, "a.b@c.co.uk")),
        ("+371 29123456", About(None, None, "+371 29123456")),
        ("Erasmus", About("Erasmus", None, None)),
        ("Latvijas Universitāte", About("Latvijas Universitāte", None, None)),
    ],
)
def test_what_it_is_about_and_who_comes(text: str, told: About) -> None:
    assert about(text) == told
