"""Partners and the places where they are."""

from __future__ import annotations

from actions.places import countries_of
from actions.said import Said
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    OF_COUNTRIES,
    REFUSED,
    SENTENCE,
    SHORT,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant.rule import PARTS_OF_A_PLAN, first_match
from bot.responses import topics

_OF_PEOPLE_AND_PLACES = OF_AN_ACTIVITY | {
    "learning_activities", "linguistic_support", "multiplier_events", "management",
    "partner_country_role", "who_can_participate", "largest_consortium", "eligibility",
}  # fmt: skip
"""Topics where a country may be that of partners or guests, or where somebody goes."""
_LIKE_ANOTHER_PARTNER = (
    "ask_countries", "ask_partner_country_role", "ask_consortium", "nlu_fallback",
)  # fmt: skip
"""What it may sound like to ask whether a partner more makes them enough."""
_LIKE_A_VENUE = (
    "ask_start_window", "ask_travel", "ask_meetings", "ask_countries", "ask_learning_activities",
    *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether something may take place where no partner is."""
_LIKE_A_LIST = (
    "ask_countries", "ask_cross_sector", "ask_partner_country_role", "inform", "ask_eligibility",
    "describe_project", "ask_who_can_participate",
)  # fmt: skip
"""What it may sound like to list the partners by their places."""
LIKE_PARTNERS_LATER = (
    "ask_partner_changes", "ask_partner_search", "ask_consortium", "ask_results_date", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether partners may be found after the approval."""
_OF_CHANGES = ("partner_changes", "change_application", "partner_search")
"""Topics after which somebody tells who would be left of the partners."""
_LIKE_WHO_LEAVES = (
    "ask_partner_changes", "ask_change_application", "ask_who_can_participate", "ask_consortium",
    "ask_partner_payments", "ask_total", "inform", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask for the management money when somebody leaves."""
_LIKE_AN_AGE = (
    "ask_who_can_participate", "ask_registration", "ask_duration", "ask_eligibility",
    "ask_applicant", "ask_how_to_apply", "ask_several_applications", "inform", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask how old an organisation must be."""
_TWO = 2
"""More countries than these are a list of partners'."""


def of_partners(turn: Turn) -> str | None:
    """Return the intent where it is about who the partners are, from where and how many."""
    rules = (_of_an_age, _of_who_leaves, _of_a_list, _of_partners_later, _of_a_venue)
    if found := first_match(rules, turn):
        return found
    if _is_of_a_venue_before(turn):
        joins = turn.message.turns_on("comes_in")
        joins = joins and (turn.follows or turn.message.length <= SHORT)
        return "ask_venues" if joins else None  # 'and if we take an Irish college on board?'
    if found := first_match((_of_who_counts, _of_what_is_listed_still), turn):
        return found
    if _tells_who_remains(turn):
        # 'What if then we are only two left?'
        return "ask_consortium" if turn.message.hangs_on("doubtful") else None
    return first_match((_of_a_signature, _of_another_country, _of_the_most, _of_who_joins), turn)


def _of_an_age(turn: Turn) -> str | None:
    said, message = turn.said, turn.message
    learners = "learner" in said.participant or said.people or said.kilometres
    if not message.turns_on("how_old") or turn.intent not in _LIKE_AN_AGE or learners:
        return None
    itself = {*message.marked("who")} - {"informal", "person"} or message.turns_on("founds")
    return "ask_who_can_participate" if itself else None  # 'Is our association too young?'


def _of_who_leaves(turn: Turn) -> str | None:
    """Return the intent where partners told before give way to others, or leave."""
    said, message = turn.said, turn.message
    before = {*turn.last_said.country, *turn.last_said.town}
    others = len(before) > 1 and turn.last_topic == "consortium"
    leaves = bool(message.has("left") and before & {*said.country})
    gone = leaves or turn.gives_up("country") or turn.gives_up("town")
    of_all = said.months or said.date or said.project_type  # 'Without Minsk, 12 months from 1 May.'
    if others and not of_all and (gone or (message.has("instead") and said.country)):
        return "ask_consortium"  # 'Un ja Šveices vietā ņemam Norvēģiju?'
    third = turn.intent == "ask_partner_country_role" and turn.confidence < UNSURE
    if third and said.nth and said.country and message.whether:
        return "ask_consortium"  # 'A school from Basel would be our third beside Finland. Ok?'
    counted = turn.last_topic == "management" and bool(turn.last_said.organisation_count)
    like = turn.intent in _LIKE_WHO_LEAVES and not (turn.members.known or said.country)
    if counted and like and message.has("left") and message.hangs_on("much"):
        return "ask_management"  # 'One school might drop out before we submit. How much then?'
    exits = turn.given_up("country")
    allowed = message.turns_on("forbidden") or message.hangs_on("may")
    back = exits and (exits == {"GB"} or exits & {*countries_of(said.town, turn)})
    if turn.intent == "ask_partner_changes" and back and allowed and not turn.last_topic:
        return "ask_countries"  # 'Partneris no Londonas. Briti izstājās, tad viņus nevar ņemt?'
    left = message.turns_on("only_them") or message.has("none")
    alone = turn.last_topic in _OF_CHANGES and turn.intent in (*LIKE_PARTNERS_LATER, "inform")
    if alone and left and len({*said.country, *said.town}) > 1 and message.length <= SENTENCE:
        return "ask_consortium"  # 'without them there's only us in Latvia and a Danish school'
    return None


def _of_a_list(turn: Turn) -> str | None:
    """Return the intent where the partners are listed by their places, and little else is said."""
    said, message = turn.said, turn.message
    if _lists_partners(turn):
        return "ask_consortium"  # 'So: Riga, us, and a school in Glasgow.'
    unclear = turn.intent in REFUSED or (turn.intent == "inform" and not turn.last_topic)
    like = turn.intent in ("ask_consortium", "describe_project") and not turn.plan.active
    unclear = unclear or (like and message.hangs_on("enough") and not said.months)
    if unclear and _lists_countries(turn) and not (said.months or said.field):
        return "ask_consortium"  # 'Esam LV, EE, FI. Pietiek?'
    partners = message.marked("who") or message.turns_on("of_partners")
    if unclear and len(said.town) > 1 and partners and not said.kilometres:
        return "ask_consortium"  # 'Three NGOs: Daugavpils, Vilnius, Białystok. Good to go?'
    return None


def _lists_countries(turn: Turn) -> bool:
    """Tell whether countries are listed and it is asked if they are enough."""
    asks = turn.message.hangs_on("enough") or turn.message.has("fits")
    return len(turn.said.country) > _TWO and asks


def _of_partners_later(turn: Turn) -> str | None:
    message = turn.message
    later = message.turns_on("after_approval") and message.turns_on("finds") and message.asks
    of_them = message.turns_on("of_partners") or message.turns_on("partnership_size")
    like = turn.intent in LIKE_PARTNERS_LATER
    if later and of_them and like and not message.turns_on("moved"):
        return "ask_consortium"  # 'Vai partnerus drīkst atrast pēc apstiprināšanas?'
    return None


def _of_a_venue(turn: Turn) -> str | None:
    """Return the intent where it is about a place in which something is held, or partners are."""
    said, message = turn.said, turn.message
    nowhere = message.lacks_partner and (said.town or said.venue) and not said.date
    if turn.intent in _LIKE_A_VENUE and nowhere and message.asks and not said.kilometres:
        return "ask_venues"  # 'May the kick-off be in Vienna? No Austrian partner.'
    if _asks_for_a_place(turn):
        return "ask_venues"
    if turn.last_topic == "venues" and said.town and turn.intent == "describe_project":
        return "ask_venues"  # 'and Vienna, with partners from LV, AT and SI'
    from_there = message.turns_on("of_partners") and turn.last_topic != "venues"
    if turn.intent == "ask_venues" and turn.confidence < UNSURE and from_there:
        return "ask_countries"  # 'Are partners from all of those places permitted?'
    return None


def _is_of_a_venue_before(turn: Turn) -> bool:
    named = turn.last_topic == "venues" and bool(turn.said.country)
    return named and turn.intent in _LIKE_ANOTHER_PARTNER


def _of_who_counts(turn: Turn) -> str | None:
    """Return the intent where it is asked who counts towards the partners that are needed."""
    said, within = turn.said, turn.message.turns_on("within")
    if within and turn.intent == "ask_countries" and len(said.country) > 1 and said.countries:
        return "ask_consortium"  # 'Latvija, Norvēģija un Islande: vai skaitās 3 valstis?'
    counted = within and (said.number or said.countries)
    if counted and turn.last_topic in OF_COUNTRIES and turn.confidence < UNSURE:
        return "ask_consortium"  # 'Do we count as one of the three?'
    return _asks_what_counts(turn)


def _of_what_is_listed_still(turn: Turn) -> str | None:
    listed = _lists_countries(turn) and turn.message.hangs_on("presents")
    if turn.intent == "ask_partner_changes" and listed:
        return "ask_consortium"  # 'without the Italians we are LV, LT, LT, DE. still valid?'
    return None


def _tells_who_remains(turn: Turn) -> bool:
    few = turn.said.organisations or turn.said.number or turn.said.we
    remain = turn.message.has("remains") or turn.message.turns_on("stay")
    return turn.intent == "ask_partner_changes" and remain and bool(few)


def _of_a_signature(turn: Turn) -> str | None:
    message = turn.message
    theirs = turn.said.country or message.turns_on("of_partners")
    signs = theirs and message.turns_on("signs") and message.whether and message.length <= SENTENCE
    if signs and turn.last_topic in OF_COUNTRIES | {"consortium"} and turn.confidence < UNSURE:
        return "ask_annexes"  # 'do the Icelanders need to sign something?'
    return None


def _of_another_country(turn: Turn) -> str | None:
    return "ask_countries" if _asks_of_another_country(turn) else None


def _of_the_most(turn: Turn) -> str | None:
    again = turn.last_topic == "consortium" and turn.intent == "ask_consortium"
    if again and turn.message.turns_on("most") and not turn.said.named:
        return "ask_largest_consortium"  # 'is there a maximum?'
    return None


def _of_who_joins(turn: Turn) -> str | None:
    """Return the intent where somebody joins the partners spoken of before."""
    said, message = turn.said, turn.message
    goes_on = turn.follows or message.length <= SENTENCE
    who = bool(said.organisations or said.country or said.town)
    if not (goes_on and message.adds_partners and who):
        return None
    about_them = turn.intent in _LIKE_ANOTHER_PARTNER or _names_only_places(turn)
    if turn.intent == "ask_partner_country_role" and turn.confidence >= UNSURE:
        about_them = False  # 'Kāds risks ar Šveici, ja mums būtu arī Itālija?'
    if turn.last_topic == "consortium" and about_them:
        return "ask_consortium"  # 'Tad ņemam klāt Norvēģiju. Tagad ir labi?'
    if turn.last_topic == "contacts" and turn.background.country:
        return "ask_consortium"  # 'un ja pierunājam vēl vienu skolu Igaunijā?'
    return None


def _asks_for_a_place(turn: Turn) -> bool:
    """Tell whether it is asked if an activity may be in a town, the partners being told.

    'The children dream of Rome, our partners are Poland and Latvia. May the exchange be there?'
    """
    said = turn.said
    place = len(said.country) > 1 and bool(said.town) and bool(said.activity)
    counts = said.days or said.months or said.people or said.kilometres or said.meetings
    asks = turn.intent == "ask_learning_activities" and turn.message.hangs_on("may")
    return asks and place and not counts


def _names_only_places(turn: Turn) -> bool:
    """Tell whether a message of a few words names nothing but places, for no topic of its own."""
    said = turn.said
    only = said.shared == Said(town=said.town, destination=said.destination, country=said.country)
    parts = {each["word"] for each in turn.message.words} & PARTS_OF_A_PLAN
    return turn.confidence < UNSURE and turn.message.length <= SHORT and only and not parts


def _lists_partners(turn: Turn) -> bool:
    """Tell whether a message lists where the partners of a consortium are, and asks nothing else.

    'So: Riga, us, and a school in Glasgow.' Who only asks of three countries whether they are
    Programme Countries lists no partners.
    """
    said, message = turn.said, turn.message
    ours = ("ask_distance_rule", "ask_venues") if turn.names("own") and not message.asks else ()
    like = turn.intent in (*_LIKE_A_LIST, *ours, *REFUSED)
    if not like or turn.plan.active or said.partner_role:
        return False
    places = {*said.town, *said.country}
    own = turn.names("own")
    who = bool(own) or (message.marked("who") and not message.turns_on("programme"))
    of_others = said.model_copy(
        update={"town": [], "destination": [], "country": [], "venue": [], "own": [], "field": []}
    )
    nothing_else = not (of_others.named or turn.message.has("meetings") or message.has("trip"))
    return len(places) + own > _TWO and bool(who) and nothing_else and message.length <= SENTENCE


def _asks_what_counts(turn: Turn) -> str | None:
    """Return the intent where it is asked whether those before count, or which of them do."""
    message = turn.message
    goes_on = turn.follows or message.length <= SENTENCE
    if not message.turns_on("within") or turn.said.country or not goes_on:
        return None
    like = turn.intent in ("ask_partner_country_role", "ask_consortium", "ask_countries")
    if turn.last_topic == "associated_partners" and like:
        return "ask_associated_partners"  # 'Do they count towards the three?'
    return "ask_consortium" if like and turn.asks_which_count else None  # 'Which of those count?'


def _asks_of_another_country(turn: Turn) -> bool:
    """Tell whether an unclear message names only a country that the last topic has no use for.

    'and Turkey? Same rules?'
    """
    said, message = turn.said, turn.message
    unclear = turn.intent in (*REFUSED, "inform") or turn.confidence < UNLIKELY
    if not unclear or turn.plan.active or message.length > SHORT or message.adds:
        return False
    alone = len(said.country) == 1 and said == Said(country=said.country)  # 'in Estonia?' is not
    return alone and not takes_country(turn)


def takes_country(turn: Turn) -> bool:
    """Tell whether a country that is named may change what the last topic said."""
    about = topics().get(turn.last_topic or "")
    places = about is None or {"country", "town"} & set(about.values)
    return bool(places) or turn.last_topic in _OF_PEOPLE_AND_PLACES
