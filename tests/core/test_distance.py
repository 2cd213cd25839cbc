"""Places as people in Latvia write them, and distances that are known from elsewhere."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import distance
from core.call import newest
from core.distance import Place, UnclearPlaceError

PROGRAMME = [code for entry in newest().countries.programme for code in entry.countries]


def somewhere(latitude: float, longitude: float) -> Place:
    """Return a place that is on no map."""
    return Place(
        name="x", names=(), country="XX", latitude=latitude, longitude=longitude, population=1
    )


# Names


@pytest.mark.parametrize(
    ("typed", "name", "country"),
    [
        ("Rīga", "Riga", "LV"),
        ("riga", "Riga", "LV"),
        ("RĪGĀ", "Riga", "LV"),
        ("Rīgas", "Riga", "LV"),
        ("  Rīgu ", "Riga", "LV"),
        ("Lisabona", "Lisbon", "PT"),
        ("Lisabonu", "Lisbon", "PT"),
        ("lisabonas", "Lisbon", "PT"),
        ("Lisabonā", "Lisbon", "PT"),
        ("Lisboa", "Lisbon", "PT"),
        ("Lisbon", "Lisbon", "PT"),
        ("Kuldīga", "Kuldīga", "LV"),
        ("Kuldīgas", "Kuldīga", "LV"),
        ("kuldigai", "Kuldīga", "LV"),
        ("Tartu", "Tartu", "EE"),
        ("Tērbata", "Tartu", "EE"),
        ("Tērbatu", "Tartu", "EE"),
        ("Brisele", "Brussels", "BE"),
        ("Briseli", "Brussels", "BE"),
        ("Briselē", "Brussels", "BE"),
        ("Bruxelles", "Brussels", "BE"),
        ("Hāgā", "The Hague", "NL"),
        ("Den Haag", "The Hague", "NL"),
        ("Strasbūru", "Strasbourg", "FR"),
        ("Luksemburgā", "Luxembourg", "LU"),
        ("Frankfurtē", "Frankfurt am Main", "DE"),
        ("Viļņas", "Vilnius", "LT"),
        ("Tallinu", "Tallinn", "EE"),
        ("Parīzē", "Paris", "FR"),
        ("Cēsīs", "Cēsis", "LV"),
        ("Cēsu", "Cēsis", "LV"),
        ("Jēkabpilī", "Jēkabpils", "LV"),
        ("Ogrē", "Ogre", "LV"),
    ],
)
def test_a_town_is_found_in_any_case_and_without_diacritics(
    typed: str, name: str, country: str
) -> None:
    found = distance.find(typed)
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize("typed", ["Xyzzy", "Nekurienē", "Oz", "", "   "])
def test_an_unknown_place_is_not_guessed(typed: str) -> None:
    with pytest.raises(LookupError) as error:
        distance.find(typed)
    assert not isinstance(error.value, UnclearPlaceError)


def test_a_small_town_abroad_is_not_known() -> None:
    with pytest.raises(LookupError):
        distance.find("Hallstatt")  # 800 people


def test_springfield_is_unclear_and_its_candidates_come_largest_first() -> None:
    with pytest.raises(UnclearPlaceError) as error:
        distance.find("Springfield")
    sizes = [candidate.population for candidate in error.value.candidates]
    assert len(sizes) > 1
    assert sizes == sorted(sizes, reverse=True)
    assert str(error.value) == "Springfield"


def test_halle_in_belgium_and_in_germany_are_unclear_even_among_programme_countries() -> None:
    with pytest.raises(UnclearPlaceError) as error:
        distance.find("Halle", among=PROGRAMME)
    assert {candidate.country for candidate in error.value.candidates} == {"BE", "DE"}


def test_halle_is_clear_once_its_country_is_said() -> None:
    assert distance.find("Halle", "DE").country == "DE"
    assert distance.find("Halle", "BE").country == "BE"


def test_riga_is_not_found_in_estonia() -> None:
    with pytest.raises(LookupError):
        distance.find("Rīga", "EE")


@pytest.mark.parametrize(
    ("typed", "country"),
    [("Valencia", "ES"), ("Kordova", "ES"), ("Toledo", "ES"), ("Cambridge", "GB"), ("Romu", "IT")],
)
def test_a_name_that_is_unclear_in_the_world_is_clear_among_programme_countries(
    typed: str, country: str
) -> None:
    with pytest.raises(UnclearPlaceError):
        distance.find(typed)
    assert distance.find(typed, among=PROGRAMME).country == country


def test_countries_that_are_preferred_do_not_shut_out_the_others() -> None:
    assert distance.find("Tokyo", among=PROGRAMME).country == "JP"


def test_santiago_is_in_chile_but_among_programme_countries_in_spain() -> None:
    assert distance.find("Santiago").country == "CL"
    assert distance.find("Santiago", among=PROGRAMME).country == "ES"


def test_a_place_keeps_the_name_by_which_it_was_meant() -> None:
    lisbon = distance.find("lisabonu")
    assert distance.called(lisbon, "lisabonu") == "Lisabona"
    assert distance.called(lisbon, "Lisbon") == "Lisbon"


# Distances


@pytest.mark.parametrize(
    ("origin", "target", "kilometres"),
    [
        ("Rīga", "Lisabona", 3156),
        ("Rīga", "Tallina", 280),
        ("Rīga", "Viļņa", 263),
        ("Rīga", "Berlīne", 843),
        ("Londona", "Parīze", 344),
        ("Parīze", "Berlīne", 879),
        ("Rīga", "Kuldīga", 130),  # by hand: 2.137° of longitude × 60.9 km at 57° north
    ],
)
def test_distance_is_known_to_5_km(origin: str, target: str, kilometres: int) -> None:
    between = distance.kilometres(distance.find(origin), distance.find(target))
    assert abs(between - kilometres) <= 5


def test_riga_to_lisbon_stands_in_the_band_from_3000_km() -> None:
    between = distance.kilometres(distance.find("Rīga"), distance.find("Lisabonu"))
    assert 3151 <= between <= 3161
    assert between == between.quantize(Decimal("0.1"))


def test_a_distance_just_under_a_band_is_not_rounded_into_it() -> None:
    """A degree of the equator is 111.3195 km: 99.96 km is in 10-99, as plan.md drops fractions."""
    for almost in (99.96, 1999.96):
        between = distance.kilometres(somewhere(0, 0), somewhere(0, almost / 111.319491))
        assert int(between) == int(almost)


latitudes = st.floats(-89, 89)
longitudes = st.floats(-180, 180)


@given(latitudes, longitudes)
def test_a_place_is_0_km_from_itself(latitude: float, longitude: float) -> None:
    here = somewhere(latitude, longitude)
    assert distance.kilometres(here, here) == 0


@given(latitudes, longitudes, latitudes, longitudes)
def test_there_is_as_far_as_back_and_near_to_the_way_on_a_sphere(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> None:
    here, there = somewhere(latitude, longitude), somewhere(other_latitude, other_longitude)
    between = distance.kilometres(here, there)
    assert abs(between - distance.kilometres(there, here)) <= Decimal("0.1")
    assert 0 <= between <= 20_040
    assert math.isclose(between, _on_a_sphere(here, there), rel_tol=0.01, abs_tol=0.2)


def _on_a_sphere(here: Place, there: Place) -> float:
    """Return the haversine distance in km on a sphere of the Earth's mean radius."""
    first, second = math.radians(here.latitude), math.radians(there.latitude)
    turn = math.radians(there.longitude - here.longitude)
    half = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
