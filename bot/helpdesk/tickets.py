"""Tickets: conversations that want a person, from the request to the end.

States: requested → claimed → answered → ended; `contact_left` where nobody was there and the person
left an address. Each change is one transaction; two officers never hold the same ticket, since a
change names the state that it starts from and the database lets one of two win.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict
from sqlalchemy import bindparam, case, delete, func, or_, select, update
from sqlalchemy.engine import Row
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot import database
from bot.helpdesk import notices
from bot.helpdesk.tables import OfficerRow, OutgoingRow, StepRow, TicketRow
from core.call import FieldId, Language

State = Literal["requested", "contact_left", "claimed", "answered", "ended"]
Reason = Literal["asked", "misunderstood", "anger", "distress", "staff_only"]
EndReason = Literal[
    "solved", "back_to_bot", "no_reply", "by_email", "other_body", "not_ours", "cancelled"
]
"""Why a ticket ended; officers choose among all but `cancelled`, which is the person's."""
PRESENT = dt.timedelta(seconds=60)
"""How long an officer counts as there after the console was last heard of; it asks every 2 s."""
ABANDONED = dt.timedelta(minutes=5)
"""How long an officer's console may be closed before the tickets go back to the queue."""
Effect = Literal["pause", "resume"]
"""What a message does to the bot."""
WAITING: tuple[State, ...] = ("requested", "contact_left")
HELD: tuple[State, ...] = ("claimed", "answered")
_DELIVERED_WITHIN = dt.timedelta(seconds=10)


class Request(BaseModel):
    """What is known when a person wants a human."""

    model_config = ConfigDict(frozen=True)

    conversation: str
    channel: str
    field: FieldId | None
    language: Language
    topic: str | None
    reason: Reason
    live: bool
    """Whether the channel can bring the person an answer later."""


class Ticket(Request):
    """A ticket as it is at a moment."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    id: int
    state: State
    officer_id: int | None
    officer: str | None = None
    """The officer's name."""
    requested_at: dt.datetime
    claimed_at: dt.datetime | None
    answered_at: dt.datetime | None
    ended_at: dt.datetime | None
    end_reason: EndReason | None
    person_at: dt.datetime
    read_at: dt.datetime | None
    contact: str | None
    note: str | None
    version: int

    @property
    def held(self) -> bool:
        """Whether an officer has the conversation."""
        return self.state in HELD

    @property
    def waits(self) -> bool:
        """Whether nobody has it yet."""
        return self.state in WAITING

    @property
    def unread(self) -> bool:
        """Whether the person wrote after the officer last looked."""
        return self.read_at is None or self.person_at > self.read_at


class Step(BaseModel):
    """Something that happened to a ticket."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    at: dt.datetime
    what: str
    officer_id: int | None
    detail: str | None


class Heard(NamedTuple):
    """What a message finds."""

    ticket: Ticket | None
    """The open one of its conversation."""
    was_held: bool
    """Whether an officer ever had the conversation."""


class TakenError(Exception):
    """The ticket is somebody else's, or no longer in the state that the change starts from."""


# What each message asks. Made once, and of tables: to put a query together and to make objects of
# its rows takes several times as long as the database needs to answer it.
_TICKETS: Any = TicketRow.__table__
_OFFICERS: Any = OfficerRow.__table__
_CONVERSATION = bindparam("conversation")
_NAME = select(_OFFICERS.c.name).where(_OFFICERS.c.id == _TICKETS.c.officer_id).scalar_subquery()
_READ = select(
    *(_TICKETS.c[name] for name in Ticket.model_fields if name != "officer"), _NAME.label("officer")
)
_OPEN = _READ.where(_TICKETS.c.open_conversation == _CONVERSATION)
_OPEN_LOCKED = _OPEN.with_for_update()
_OPEN_OR_HELD = select(_TICKETS.c.open_conversation, _TICKETS.c.claimed_at).where(
    _TICKETS.c.conversation == _CONVERSATION,
    or_(_TICKETS.c.open_conversation.is_not(None), _TICKETS.c.claimed_at.is_not(None)),
)
_WROTE = (
    update(_TICKETS)
    .where(_TICKETS.c.id == bindparam("number"))
    .values(person_at=bindparam("moment"), version=_TICKETS.c.version + 1)
)


def request(wanted: Request) -> Ticket:
    """Open a ticket, or return the one that the conversation has open already.

    An open ticket takes over the field where it had none.
    """
    try:
        with database.session() as session:
            if row := _open_row(session, wanted.conversation):
                if row.field is None and wanted.field and row.state in WAITING:
                    _change(row, field=wanted.field)
                return _ticket(session, row)
            moment = database.now()
            row = TicketRow(
                **wanted.model_dump(),
                open_conversation=wanted.conversation,
                state="requested",
                requested_at=moment,
                person_at=moment,
                version=1,
            )
            session.add(row)
            session.flush()
            _step(session, row, "requested", detail=wanted.reason)
            return _ticket(session, row)
    except IntegrityError:  # another message of the same conversation came first
        return request(wanted)


def leave_contact(wanted: Request, contact: str, note: str) -> Ticket:
    """Keep an address to write to and what it is about."""
    ticket = request(wanted)
    left = {"contact": contact, "note": note}
    with database.session() as session:
        try:
            waits = TicketRow.state.in_(WAITING)
            row = _win(session, ticket.id, waits, state="contact_left", **left)
        except TakenError:  # an officer has it by now: the address is for them
            row = _win(session, ticket.id, TicketRow.state.in_(HELD), **left)
        _step(session, row, "contact_left")
        return _ticket(session, row)


def wait_again(ticket_id: int) -> Ticket:
    """Put a ticket whose person left an address back among those who wait in the conversation.

    Raises:
        TakenError: an officer has it, or it has ended.
    """
    with database.session() as session:
        row = _win(session, ticket_id, TicketRow.state.in_(WAITING), state="requested")
        _step(session, row, "requested")
        return _ticket(session, row)


def release_abandoned() -> int:
    """Give back to the queue what is held by officers whose consoles have been closed for long.

    Returns:
        How many tickets.
    """
    long_gone = database.now() - ABANDONED
    with database.session() as session:
        # claimed in the future: before the clock was set back
        long_held = or_(TicketRow.claimed_at < long_gone, TicketRow.claimed_at > database.now())
        left = _held_by_absent(long_gone) & long_held
        numbers = list(session.scalars(select(TicketRow.id).where(left)))
        for number in numbers:
            row = _win(session, number, left, state="requested", officer_id=None, read_at=None)
            _step(session, row, "abandoned")
            _tell(session, row, "abandoned", effect="resume")
    return len(numbers)


def open_ticket(conversation: str) -> Ticket | None:
    """Return the open ticket of a conversation."""
    for row in database.ask(_OPEN, conversation=conversation):
        return Ticket.model_validate(row)
    return None


def find(ticket_id: int) -> Ticket | None:
    """Return a ticket."""
    with database.reading() as session:
        row = session.get(TicketRow, ticket_id)
        return _as_read(session, row) if row else None


def of_conversation(conversation: str) -> list[Ticket]:
    """Return all tickets of a conversation, in order."""
    return _listed(TicketRow.conversation == conversation, None)


def waiting(fields: Iterable[str] | None = None) -> list[Ticket]:
    """Return the tickets that nobody holds, the longest waiting first.

    Args:
        fields: only these fields and tickets without one; none: all.
    """
    return _listed(TicketRow.state.in_(WAITING), fields)


def held(officer_id: int | None = None) -> list[Ticket]:
    """Return the tickets that are held, by an officer or by all."""
    chosen = TicketRow.state.in_(HELD)
    if officer_id is not None:
        chosen &= TicketRow.officer_id == officer_id
    return _listed(chosen, None)


def steps(ticket_id: int) -> list[Step]:
    """Return what happened to a ticket, in order."""
    with database.reading() as session:
        rows = session.scalars(
            select(StepRow).where(StepRow.ticket_id == ticket_id).order_by(StepRow.id)
        )
        return [Step.model_validate(row) for row in rows]


def ahead(ticket: Ticket) -> int:
    """Return how many people wait before this one, for officers of the same field."""
    with database.reading() as session:
        same = or_(TicketRow.field == ticket.field, TicketRow.field.is_(None))
        return int(
            session.scalar(
                select(func.count())
                .select_from(TicketRow)
                .where(TicketRow.state == "requested", same if ticket.field else True)
                .where(TicketRow.id < ticket.id)
            )
        )


def claim(ticket_id: int, officer_id: int) -> Ticket:
    """Give a waiting ticket to an officer.

    Raises:
        TakenError: somebody else has it, or it has ended.
    """
    with database.session() as session:
        moment = database.now()
        row = _win(
            session,
            ticket_id,
            TicketRow.state.in_(WAITING),
            state="claimed",
            officer_id=officer_id,
            claimed_at=func.coalesce(TicketRow.claimed_at, moment),
        )
        _step(session, row, "claimed", officer_id)
        _tell(session, row, "claimed", effect="pause", officer=_name(session, officer_id))
        return _ticket(session, row)


def take_over(ticket_id: int, officer_id: int, absent_since: dt.datetime) -> Ticket:
    """Give a held ticket to another officer, where its own has not been heard of.

    Raises:
        TakenError: its officer is there, or it is not held.
    """
    with database.session() as session:
        row = _win(
            session,
            ticket_id,
            _held_by_absent(absent_since),
            officer_id=officer_id,
        )
        _step(session, row, "taken_over", officer_id)
        _tell(session, row, "taken_over", officer=_name(session, officer_id))
        return _ticket(session, row)


def answer(ticket_id: int, officer_id: int, key: str, message: dict[str, Any]) -> Ticket:
    """Keep an officer's answer for delivery.

    Args:
        ticket_id: the ticket, held by the officer.
        officer_id: who answers.
        key: the console's id of the answer; the same one twice is one answer.
        message: as an action utters it.

    Raises:
        TakenError: the ticket is not this officer's.
    """
    try:
        with database.session() as session:
            moment = database.now()
            row = _win(
                session,
                ticket_id,
                _held_by(officer_id),
                state="answered",
                answered_at=func.coalesce(TicketRow.answered_at, moment),
                read_at=_not_before(TicketRow.person_at),
            )
            _say(session, row, key, message)
            session.flush()
            _step(session, row, "answered", officer_id)
            return _ticket(session, row)
    except IntegrityError:  # a double press
        found = find(ticket_id)
        assert found is not None
        return found


def pass_on(ticket_id: int, officer_id: int, to: int | FieldId) -> Ticket:
    """Pass a held ticket to another officer, or to the queue of another field.

    Raises:
        TakenError: the ticket is not this officer's.
    """
    changes: dict[str, Any] = (
        {"officer_id": to, "read_at": None}
        if isinstance(to, int)
        else {"officer_id": None, "state": "requested", "field": to, "read_at": None}
    )
    with database.session() as session:
        row = _win(session, ticket_id, _held_by(officer_id), **changes)
        _step(session, row, "passed_on", officer_id, str(to))
        if isinstance(to, int):
            _tell(session, row, "passed_to_officer", officer=_name(session, to))
        else:
            _tell(session, row, "passed_to_field", effect="resume", field=to)
        return _ticket(session, row)


def end(ticket_id: int, officer_id: int, reason: EndReason) -> Ticket:
    """End a held ticket; the conversation is the bot's again.

    Raises:
        TakenError: the ticket is not this officer's.
    """
    with database.session() as session:
        row = _win(session, ticket_id, _held_by(officer_id), **_ended(reason))
        _step(session, row, "ended", officer_id, reason)
        name = _name(session, officer_id)
        _tell(session, row, "ended", effect="resume", officer=name, reason=reason)
        return _ticket(session, row)


def cancel(conversation: str) -> Ticket | None:
    """End what a person no longer wants; none where nothing was open.

    A ticket that an officer holds is ended by the officer, not so.
    """
    with database.session() as session:
        row = _open_row(session, conversation)
        if row is None or row.state in HELD:
            return None
        try:
            row = _win(session, row.id, TicketRow.state.in_(WAITING), **_ended("cancelled"))
        except TakenError:  # an officer was faster
            return None
        _step(session, row, "ended", detail="cancelled")
        return _ticket(session, row)


def person_wrote(conversation: str) -> Heard:
    """Note that the person wrote; return what their message finds."""
    rows = database.ask(_OPEN_OR_HELD, conversation=conversation)
    was_held = any(row.claimed_at for row in rows)
    if not any(row.open_conversation for row in rows):  # as nearly always: nothing is to be written
        return Heard(None, was_held)
    return Heard(_noted(conversation), was_held)


def _noted(conversation: str) -> Ticket | None:
    with database.engine().begin() as connection:
        row: Row | None = connection.execute(_OPEN_LOCKED, {"conversation": conversation}).first()
        if row is None:
            return None
        moment = _after(row.read_at)
        connection.execute(_WROTE, {"number": row.id, "moment": moment})
    changed = {"person_at": moment, "version": row.version + 1}
    return Ticket.model_validate(row).model_copy(update=changed)


def looked_at(ticket_id: int, officer_id: int) -> None:
    """Note that the officer has read what the person wrote."""
    with database.session() as session:
        session.execute(
            update(TicketRow)
            .where(TicketRow.id == ticket_id, _held_by(officer_id))
            .values(read_at=_not_before(TicketRow.person_at))
        )


def undelivered(ticket_id: int) -> int:
    """Return how many messages to the person have been on their way for too long."""
    with database.session() as session:
        return int(
            session.scalar(
                select(func.count())
                .select_from(OutgoingRow)
                .where(OutgoingRow.ticket_id == ticket_id, OutgoingRow.delivered_at.is_(None))
                .where(OutgoingRow.created_at < database.now() - _DELIVERED_WITHIN)
            )
        )


def handling_times(field: str | None, most: int) -> list[dt.timedelta]:
    """Return how long the last tickets of a field were held, from claim to end."""
    with database.reading() as session:
        ended = (
            select(TicketRow.claimed_at, TicketRow.ended_at)
            .where(TicketRow.claimed_at.is_not(None), TicketRow.ended_at.is_not(None))
            .order_by(TicketRow.ended_at.desc())
            .limit(most)
        )
        if field:
            ended = ended.where(TicketRow.field == field)
        # a clock that was set back meanwhile makes an end before the beginning
        return [max(end - start, dt.timedelta()) for start, end in session.execute(ended)]


def delete_older(moment: dt.datetime) -> int:
    """Delete tickets that ended before a moment, with all that was said in them.

    Those that nobody ever ended go by when the person last wrote.

    Returns:
        How many were deleted.
    """
    with database.session() as session:
        last = func.coalesce(TicketRow.ended_at, TicketRow.person_at)
        old = delete(TicketRow).where(last < moment)
        return int(session.execute(old.execution_options(synchronize_session=False)).rowcount)


def _listed(chosen: Any, fields: Iterable[str] | None) -> list[Ticket]:
    if fields is not None:
        chosen &= or_(TicketRow.field.in_(list(fields)), TicketRow.field.is_(None))
    with database.reading() as session:
        rows = session.scalars(
            select(TicketRow).where(chosen).order_by(TicketRow.id)  # as they came in, by no clock
        )
        return [_as_read(session, row) for row in rows]


def _after(moment: dt.datetime | None) -> dt.datetime:
    """Return the present moment, or just after a moment where the clock was set back since."""
    now = database.now()
    return now if moment is None else max(now, moment + dt.timedelta(microseconds=1))


def _not_before(moment: Any) -> Any:
    """Return the present moment, or that of a column where the clock was set back since."""
    now = database.now()
    return case((moment > now, moment), else_=now)


def _open_row(session: Session, conversation: str) -> TicketRow | None:
    return session.scalar(select(TicketRow).where(TicketRow.open_conversation == conversation))


def _held_by(officer_id: int) -> Any:
    return TicketRow.state.in_(HELD) & (TicketRow.officer_id == officer_id)


def _held_by_absent(since: dt.datetime) -> Any:
    """Return the condition that the holder has not been heard of since a moment.

    What was heard in the future was heard before the clock was set back.
    """
    seen = OfficerRow.seen_at
    later = database.now() + PRESENT
    absent = select(OfficerRow.id).where(or_(seen.is_(None), seen < since, seen > later))
    return TicketRow.state.in_(HELD) & TicketRow.officer_id.in_(absent)


def _ended(reason: EndReason) -> dict[str, Any]:
    return {
        "state": "ended",
        "end_reason": reason,
        "ended_at": database.now(),
        "open_conversation": None,
    }


def _win(session: Session, ticket_id: int, condition: Any, **changes: Any) -> TicketRow:
    """Change a ticket if the condition holds and return it; of two who try at once, one wins."""
    changed = session.execute(
        update(TicketRow)
        .where(TicketRow.id == ticket_id, condition)
        .values(**changes, version=TicketRow.version + 1)
        .execution_options(synchronize_session=False)
    )
    if changed.rowcount != 1:
        raise TakenError(ticket_id)
    session.expire_all()
    return session.get(TicketRow, ticket_id)


def _change(row: TicketRow, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(row, name, value)
    row.version = TicketRow.version + 1


def _step(
    session: Session,
    row: TicketRow,
    what: str,
    officer_id: int | None = None,
    detail: str | None = None,
) -> None:
    session.add(
        StepRow(
            ticket_id=row.id, at=database.now(), what=what, officer_id=officer_id, detail=detail
        )
    )


def _say(
    session: Session,
    row: TicketRow,
    key: str,
    message: dict[str, Any],
    effect: Effect | None = None,
) -> None:
    """Keep a message for delivery, in the transaction of the change that it tells of."""
    session.add(
        OutgoingRow(
            ticket_id=row.id,
            key=key,
            message=message,
            effect=effect,
            created_at=database.now(),
        )
    )


def _tell(
    session: Session,
    row: TicketRow,
    event: notices.Event,
    effect: Effect | None = None,
    **values: Any,
) -> None:
    session.refresh(row)
    message = notices.notice(event, row.language, **values)
    _say(session, row, f"notice-{uuid.uuid4().hex}", message, effect)


def _name(session: Session, officer_id: int) -> str:
    return str(session.get(OfficerRow, officer_id).name)


def _ticket(session: Session, row: TicketRow) -> Ticket:
    """Return a ticket after a change, as the database has it now."""
    session.flush()
    session.refresh(row)
    return _as_read(session, row)


def _as_read(session: Session, row: TicketRow) -> Ticket:
    """Return a ticket as it was just read: lists of them are asked for every two seconds."""
    officer = session.get(OfficerRow, row.officer_id) if row.officer_id else None
    ticket = Ticket.model_validate(row)
    return ticket.model_copy(update={"officer": officer.name if officer else None})
