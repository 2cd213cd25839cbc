"""Consultation slots on SQLite and PostgreSQL, also with many who want the same one at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from bot import database
from bot.helpdesk import officers, slots
from bot.helpdesk.officers import Officer
from bot.helpdesk.slots import AlreadyBookedError, Booking, Request, Slot, TakenError
from bot.helpdesk.tables import BookingRow
from core.call import Call, newest
from tests import consultation

pytestmark = pytest.mark.usefixtures("both")
SECOND = {"day": "2020-04-02", "opens": "09:00", "closes": "10:00", "slot_minutes": 25}
T = TypeVar("T")


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Call]:
    folder = consultation.make(tmp_path_factory.mktemp("calls"), {}, SECOND)
    with consultation.used(folder) as call:
        yield call


def officer(name: str = "Anna", *fields: Any, role: Any = "officer") -> Officer:
    email = f"{name.lower()}@viaa.gov.lv"
    return officers.add(email, name, "a good long password", role, list(fields), "lv")


def at(text: str, call: Call) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=call.timezone)


def free(
    call: Call, field: Any = "school", now: str = "2020-03-20T10:00", day: int = 0
) -> list[Slot]:
    return slots.free(call, call.helpdesk.consultation_days[day], field, at(now, call))


def starts(found: Sequence[Slot]) -> list[str]:
    return [f"{slot.start:%H:%M}" for slot in found]


def who(conversation: str = "web-1") -> Request:
    return Request(conversation=conversation, channel="website", field="school", language="lv")


def together(work: Callable[[int], T], number: int = 16) -> list[T | str]:
    """Do something many times at once; what is refused is named by its error."""
    barrier = Barrier(number)

    def run(index: int) -> T | str:
        barrier.wait()
        try:
            return work(index)
        except (TakenError, AlreadyBookedError, LookupError) as error:
            return type(error).__name__

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))


def test_migrations_make_the_tables_that_the_code_knows() -> None:
    with database.engine().connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, database.Base.metadata)
    assert [each for each in differences if "bookings" in str(each)] == []


def test_day_is_parted_from_its_opening_and_a_short_rest_is_left_out(call: Call) -> None:
    officer("Anna", "school")
    found = free(call)
    assert starts(found)[:4] == ["10:00", "10:20", "10:40", "11:00"]
    assert (len(found), f"{found[-1].end:%H:%M}") == (15, "15:00")
    assert starts(free(call, day=1)) == ["09:00", "09:25"]


def test_only_officers_of_the_field_are_met(call: Call) -> None:
    anna, both = officer("Anna", "school"), officer("Berta", "vet", "school")
    officer("Chief", role="head")
    assert {slot.officer.id for slot in free(call)} == {anna.id, both.id}
    assert {slot.officer.id for slot in free(call, "vet")} == {both.id}
    assert free(call, "adult") == []
    assert {slot.officer.id for slot in free(call, None)} == {anna.id, both.id}
    officers.disable(anna.email)
    assert {slot.officer.id for slot in free(call)} == {both.id}


def test_what_has_begun_is_not_free_and_a_day_that_is_over_is_not_upcoming(call: Call) -> None:
    officer("Anna", "school")
    assert starts(free(call, now="2020-03-31T14:20")) == ["14:40"]
    days = [day.day.isoformat() for day in slots.upcoming(call, at("2020-03-31T14:39", call))]
    assert days == ["2020-03-31", "2020-04-02"]
    days = [day.day.isoformat() for day in slots.upcoming(call, at("2020-03-31T14:40", call))]
    assert days == ["2020-04-02"]


def test_booked_slot_is_taken_until_it_is_cancelled(call: Call) -> None:
    officer("Anna", "school")
    slot = free(call)[1]
    booking = slots.book(slot, who())
    assert (booking.officer, booking.officer_email) == ("Anna", "anna@viaa.gov.lv")
    assert (booking.starts_at, booking.ends_at) == (slot.start, slot.end)
    assert slot not in free(call)
    with pytest.raises(TakenError):
        slots.book(slot, who("web-2"))
    cancelled = slots.cancel("web-1", booking.id)
    assert cancelled.cancelled_at is not None
    assert slot in free(call)
    again = slots.book(slot, who("web-2"))
    assert again.uid != booking.uid


def test_conversation_has_one_slot_a_day(call: Call) -> None:
    officer("Anna", "school")
    first, second = free(call)[:2]
    slots.book(first, who())
    with pytest.raises(AlreadyBookedError):
        slots.book(second, who())
    with pytest.raises(AlreadyBookedError):
        slots.book(first, who())
    slots.book(free(call, day=1)[0], who())
    assert [each.day.day for each in slots.of_conversation("web-1")] == [31, 2]
    other = slots.of_conversation("web-1")[1]
    with pytest.raises(AlreadyBookedError):
        slots.move("web-1", other.id, second, "school")


def test_only_the_conversation_itself_changes_its_booking(call: Call) -> None:
    officer("Anna", "school")
    first, second = free(call)[:2]
    booking = slots.book(first, who())
    for change in (
        lambda: slots.move("web-2", booking.id, second, "school"),
        lambda: slots.cancel("web-2", booking.id),
        lambda: slots.describe("web-2", booking.id, "mine now"),
    ):
        with pytest.raises(LookupError):
            change()
    assert slots.of_conversation("web-2") == []
    assert slots.find("web-2", booking.id) is None
    assert slots.of_conversation("web-1") == [booking]


def test_moving_keeps_the_uid_raises_the_sequence_and_frees_the_old_slot(call: Call) -> None:
    officer("Anna", "school")
    first, second = free(call)[:2]
    booking = slots.book(first, who())
    moved = slots.move("web-1", booking.id, second, "school")
    assert (moved.uid, moved.sequence, moved.starts_at) == (booking.uid, 1, second.start)
    assert first in free(call)
    assert second not in free(call)
    assert slots.cancel("web-1", booking.id).sequence == 2
    with pytest.raises(LookupError):
        slots.move("web-1", booking.id, first, "school")


def test_old_slot_is_kept_where_the_new_one_is_gone(call: Call) -> None:
    officer("Anna", "school")
    first, second = free(call)[:2]
    booking = slots.book(first, who())
    slots.book(second, who("web-2"))
    with pytest.raises(TakenError):
        slots.move("web-1", booking.id, second, "school")
    assert slots.of_conversation("web-1") == [booking]


def test_what_it_is_about_is_kept_and_shortened(call: Call) -> None:
    officer("Anna", "school")
    booking = slots.book(free(call)[0], who())
    told = slots.describe("web-1", booking.id, "x" * 900, "Jānis", "janis@skola.lv")
    assert (told.about, told.name, told.contact) == ("x" * 500, "Jānis", "janis@skola.lv")
    kept = slots.describe("web-1", booking.id, None, None, None)
    assert (kept.about, kept.name) == (told.about, told.name)


def test_list_of_the_day(call: Call) -> None:
    anna, berta = officer("Anna", "school"), officer("Berta", "school")
    of = {
        each.id: [slot for slot in free(call) if slot.officer.id == each.id]
        for each in (anna, berta)
    }
    late = slots.book(of[anna.id][3], who("web-1"))
    early = slots.book(of[anna.id][0], who("web-2"))
    hers = slots.book(of[berta.id][1], who("web-3"))
    gone = slots.book(of[anna.id][1], who("web-4"))
    slots.cancel("web-4", gone.id)
    day = early.day
    assert slots.day_list(anna, day) == [early, late]
    assert slots.day_list(None, day) == [early, hers, late]
    assert len(slots.day_list(anna, day, with_cancelled=True)) == 3
    assert slots.day_list(anna, dt.date(2020, 4, 2)) == []


def test_bookings_are_deleted_when_their_time_is_over(call: Call) -> None:
    officer("Anna", "school")
    first, second = free(call)[:2]
    slots.book(first, who("web-1"))
    kept = slots.book(second, who("web-2"))
    assert slots.delete_older(second.start + dt.timedelta(seconds=1)) == 1
    assert slots.of_conversation("web-1") == []
    assert slots.of_conversation("web-2") == [kept]


def test_of_many_who_want_a_slot_at_once_one_has_it(call: Call) -> None:
    officer("Anna", "school")
    slot = free(call)[0]
    found = together(lambda number: slots.book(slot, who(f"web-{number}")))
    assert [each for each in found if isinstance(each, Booking)] == slots.day_list(
        None, slot.start.date()
    )
    assert found.count("TakenError") == len(found) - 1


def test_conversation_that_books_many_at_once_has_one(call: Call) -> None:
    officer("Anna", "school")
    offered = free(call)
    found = together(lambda number: slots.book(offered[number], who()), len(offered))
    assert len(slots.of_conversation("web-1")) == 1
    assert found.count("AlreadyBookedError") == len(found) - 1


def test_of_many_who_move_to_a_slot_at_once_one_has_it_and_the_others_keep_theirs(
    call: Call,
) -> None:
    officer("Anna", "school")
    offered = free(call)
    aim, *rest = offered
    booked = [slots.book(slot, who(f"web-{n}")) for n, slot in enumerate(rest)]
    found = together(lambda n: slots.move(f"web-{n}", booked[n].id, aim, "school"), len(booked))
    assert found.count("TakenError") == len(booked) - 1
    after = slots.day_list(None, aim.start.date())
    assert sorted(each.conversation for each in after) == sorted(
        each.conversation for each in booked
    )
    for number, result in enumerate(found):
        if isinstance(result, str):
            assert slots.of_conversation(f"web-{number}") == [booked[number]]


def test_slots_that_change_hands_at_once_are_never_held_twice(call: Call) -> None:
    """Everybody moves on by one while the slots are booked anew by others."""
    officer("Anna", "school")
    offered = free(call)
    booked = [slots.book(slot, who(f"web-{n}")) for n, slot in enumerate(offered)]

    def change(number: int) -> Booking:
        n = number % len(offered)
        if number >= len(offered):
            return slots.book(offered[n], who(f"new-{n}"))
        if n % 3 == 0:
            return slots.cancel(f"web-{n}", booked[n].id)
        return slots.move(f"web-{n}", booked[n].id, offered[(n + 1) % len(offered)], "school")

    together(change, 2 * len(offered))
    after = slots.day_list(None, offered[0].start.date())
    assert len({each.starts_at for each in after}) == len(after)
    assert len({each.conversation for each in after}) == len(after)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["book", "move", "cancel"]),
        st.integers(0, 3),
        st.integers(0, 5),
    ),
    max_size=25,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
@pytest.mark.usefixtures("call")
def test_any_order_of_changes_leaves_each_slot_to_one(
    steps: list[tuple[str, int, int]],
) -> None:
    call = newest()  # not the fixture: hypothesis would write it out whole
    with database.session() as session:
        session.execute(delete(BookingRow))
    if not officers.everybody():
        officer("Anna", "school")
        officer("Berta", "school")
    offered = [slot for slot in free(call) if slot.start.hour == 10]
    held: dict[str, Slot] = {}
    for what, person, number in steps:
        name, slot = f"web-{person}", offered[number]
        own = next(iter(slots.of_conversation(name)), None)
        taken = slot in [each for key, each in held.items() if key != name]
        try:
            if what == "book":
                slots.book(slot, who(name))
                assert name not in held
                assert not taken
                held[name] = slot
            elif own and what == "move":
                slots.move(name, own.id, slot, "school")
                assert not taken
                held[name] = slot
            elif own:
                slots.cancel(name, own.id)
                del held[name]
        except TakenError:
            assert taken
        except AlreadyBookedError:
            assert name in held
    found = slots.day_list(None, offered[0].start.date())
    assert {each.conversation: (each.officer_id, each.starts_at) for each in found} == {
        name: (slot.officer.id, slot.start) for name, slot in held.items()
    }
    still = [slot for slot in offered if slot not in held.values()]
    assert [slot for slot in free(call) if slot.start.hour == 10] == still
