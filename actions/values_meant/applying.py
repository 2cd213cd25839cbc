"""Who may apply or take part, and how to hand in."""

from __future__ import annotations

from actions.organisations import applies_from_abroad, names_code
from actions.topic_groups import (
    REFUSED,
    SENTENCE,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant.rule import LIKELY

_LIKE_HANDING_IN = (
    "ask_contacts", "ask_website", "ask_consultation_day", "ask_change_application",
    "ask_deadline", "ask_form_trouble", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether one may hand in on paper."""
_OF_PARTNERS = ("ask_consortium", "ask_largest_consortium", "ask_eligibility")
"""What it may sound like to ask whether one's organisation may take part."""


_LIKE_A_FIELD = (
    "ask_who_can_participate", "ask_cross_sector", "ask_consortium", "ask_eligibility",
    "ask_registration", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask to which field one's organisation belongs."""
_LIKE_SENDING = (
    "ask_how_to_apply", "ask_consortium", "ask_who_can_participate", "ask_applicant",
    "ask_one_application", "ask_several_applications", "ask_countries", "ask_other_agency",
    *REFUSED,
)  # fmt: skip
"""What it may sound like to ask from abroad whether one may apply here."""


def of_applying(turn: Turn) -> str | None:
    """Return the intent where it is asked how to hand in, or whether those named may."""
    said, message, sure = turn.said, turn.message, turn.confidence >= UNSURE
    abroad = any(code != turn.call.agency_country for code in said.country) or said.town
    of_agency = message.turns_on("agency") or message.turns_on("our_agency")
    of_agency = of_agency or message.turns_on("to_us")
    if turn.intent == "ask_how_to_apply" and said.partner_role and abroad and of_agency:
        return "ask_applicant"  # 'Koordinators ir centrs Hamburgā. Kurai aģentūrai jāsūta?'
    compares = turn.intent in ("ask_difference", "plan_compare") and not turn.plan.active
    if compares and turn.elsewhere and not (turn.sums or said.named):
        return "ask_what_is_partnership"  # 'What would be the difference then?' after KA1
    sends = message.turns_on("sends_application") and message.asks
    if sends and applies_from_abroad(turn) and turn.intent in _LIKE_SENDING:
        return "ask_applicant"  # 'We're an Estonian NGO and want to apply to VIAA. OK?'
    unlikely = turn.intent == "ask_consortium" and turn.confidence < UNLIKELY
    if unlikely and message.whether and message.turns_on("our_agency"):
        return "ask_applicant"  # 'Esam skola Rīgā, partneri no Igaunijas. Vai jāpiesakās VIAA?'
    if turn.intent in _LIKE_HANDING_IN and message.turns_on("on_paper") and not sure:
        return "ask_how_to_apply"  # 'can I just drop it off on paper at your office?'
    places = len({*said.town, *said.country})
    whether = turn.intent == "ask_how_to_apply" and message.whether and places > 1
    if whether and message.turns_on("agency") and not message.turns_on("of_partners"):
        return "ask_applicant"  # 'A Latvian school: may we apply to the Estonian agency?'
    each_applies = message.whether and message.turns_on("separately")
    if turn.intent == "ask_consortium" and each_applies and of_agency:
        return "ask_applicant"  # 'Vai katrs partneris piesakās savā aģentūrā?'
    if whether and not sure and not each_applies:
        return "ask_consortium"  # 'Kolēģi Klaipēdā un Kaliningradā … Vai tā varam pieteikties?'
    mandate = message.turns_on("mandate") and message.turns_on("signs")
    if mandate and turn.confidence < UNSURE:
        return "ask_signature"  # 'Our Italian partner is closed, they can't sign the mandate.'
    return None


def of_who_asks(turn: Turn) -> str | None:
    """Return the intent where somebody says what they are, or that they are no organisation."""
    message = turn.message
    with_charter = {"universities", "colleges"} & {*message.marked("who")}
    of_charter = message.turns_on("charter") and bool(with_charter) and message.hangs_on("may")
    if of_charter and turn.intent in ("ask_action_codes", "ask_who_can_participate", *_OF_PARTNERS):
        return "ask_eche"  # 'Esam koledža, ECHE mums nav. Varam būt partneri KA203?'
    if turn.intent == "ask_action_codes" and message.turns_on("of_youth") and message.asks:
        return "near_miss_youth"  # 'projekts ārpusskolas jauniešiem. Kurš no KA201-204?'
    short = turn.intent in REFUSED and message.length <= SENTENCE
    if (turn.intent in _OF_PARTNERS or short) and _asks_for_itself(turn):
        return "ask_who_can_participate"  # 'We are a library. Can we apply?'
    nobody = {"person", "informal"} & set(message.marked("who"))
    if nobody and turn.intent in ("ask_consortium", *REFUSED) and message.hangs_on("may"):
        return "ask_who_can_participate"  # 'Vai skolotājs var pieteikties viens pats, bez skolas?'
    like = turn.intent in _LIKE_A_FIELD and turn.confidence < UNSURE
    if message.turns_on("counts_as_field") and message.marked("who") and like:
        return "ask_action_codes"  # 'Esam pirmsskola, vai skaitāmies pie skolām?'
    code = names_code(turn)
    joins = message.hangs_on("may") and message.marked("who") and not code
    if turn.intent == "ask_action_codes" and joins and turn.confidence < UNSURE:
        return "ask_who_can_participate"  # 'un augstskolu drīkst pieņemt klāt?'
    if turn.intent in ("inform", "nlu_fallback") and turn.last_topic is None and _fits_code(turn):
        # 'Esam tehnikums. KA202?'; 'vai tehnikums drīkst būt KA201 projektā?' asks for the other
        return "ask_who_can_participate" if message.hangs_on("may") else "ask_action_codes"
    return None


def _asks_for_itself(turn: Turn) -> bool:
    """Tell whether an organisation says what it is and asks whether it may, not with how many."""
    message, said = turn.message, turn.said
    how_many = turn.intent == "ask_largest_consortium"
    presents = message.hangs_on("presents") and not how_many
    presents = presents or turn.confidence < LIKELY
    presents = presents and bool(message.marked("who"))
    partners = said.organisations or said.countries or said.country or said.number or said.own
    partners = partners or said.months or said.date or said.euro
    apart = message.hangs_on("alone") or message.denies or message.hangs_on("required")
    return presents and message.hangs_on("may") and not partners and not apart


def _fits_code(turn: Turn) -> bool:
    """Tell whether it is asked if a code is the one of the organisation that is named."""
    code = names_code(turn)
    return code and bool(turn.message.marked("who")) and turn.message.asks
