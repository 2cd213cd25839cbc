"""Bookings as calendar files (iCalendar, RFC 5545), for a person and for an officer's whole day."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterable
from typing import Literal

from icalendar import Alarm, Calendar, Event, vCalAddress

from bot.helpdesk.slots import Booking
from bot.responses import Attachment, Speaker
from core.call import Call

MEDIA_TYPE = "text/calendar"
_NAME = "partneris.ics"
_PRODUCT = "-//Partneris//Partneris//LV"
_REMINDER = dt.timedelta(hours=-1)
_BEFORE, _AFTER = dt.timedelta(days=366), dt.timedelta(days=366)
"""Around the events; a time zone's rules are written for no more than that."""


def attachment(booking: Booking, call: Call, speaker: Speaker) -> Attachment:
    """Return a person's booking as a file; a cancelled one takes itself out of the calendar."""
    method: Literal["PUBLISH", "CANCEL"] = "CANCEL" if booking.cancelled_at else "PUBLISH"
    about = booking.about and speaker.phrase("slots-calendar-about", about=booking.about)
    lines = [
        speaker.phrase("slots-calendar-officer", officer=booking.officer),
        booking.officer_email,
        *([about] if about else []),
    ]
    event = _event(booking, call, speaker)
    event.add("summary", speaker.phrase("slots-calendar-summary", field=booking.field))
    event.add("description", "\n".join(lines))
    if method == "PUBLISH":
        event.add_component(_alarm(str(event["summary"])))
    content = base64.b64encode(_written([event], method)).decode("ascii")
    return Attachment(name=_NAME, media_type=MEDIA_TYPE, content=content)


def day_file(bookings: Iterable[Booking], call: Call, speaker: Speaker) -> bytes:
    """Return an officer's bookings as one file; cancelled ones among them are marked so."""
    events = []
    for booking in bookings:
        event = _event(booking, call, speaker)
        summary = speaker.phrase("slots-calendar-person", name=booking.name, field=booking.field)
        event.add("summary", summary)
        told = [booking.about, booking.contact]
        if lines := [each for each in told if each]:
            event.add("description", "\n".join(lines))
        events.append(event)
    return _written(events, "PUBLISH")


def place(booking: Booking, call: Call, speaker: Speaker) -> str | None:
    """Return where a booking's day takes place; none where the call no longer has that day."""
    days = call.helpdesk.consultation_days
    found = next((each.place for each in days if each.day == booking.day), None)
    return getattr(found, speaker.language) if found else None


def _event(booking: Booking, call: Call, speaker: Speaker) -> Event:
    event = Event()
    event.add("uid", booking.uid)
    event.add("sequence", booking.sequence)
    event.add("dtstamp", booking.changed_at)
    event.add("created", booking.created_at)
    event.add("last-modified", booking.changed_at)
    event.add("dtstart", booking.starts_at.astimezone(call.timezone))
    event.add("dtend", booking.ends_at.astimezone(call.timezone))
    event.add("status", "CANCELLED" if booking.cancelled_at else "CONFIRMED")
    organizer = vCalAddress(f"mailto:{booking.officer_email}")
    organizer.params["cn"] = booking.officer
    event.add("organizer", organizer)
    if where := place(booking, call, speaker):
        event.add("location", where)
    return event


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", _REMINDER)
    return alarm


def _written(events: list[Event], method: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for event in events:
        calendar.add_component(event)
    if events:
        starts = [event.start for event in events]
        calendar.add_missing_timezones(
            (min(starts) - _BEFORE).date(), (max(starts) + _AFTER).date()
        )
    return bytes(calendar.to_ical())
