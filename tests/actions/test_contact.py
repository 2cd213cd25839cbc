"""E-mail addresses and telephone numbers that a person leaves."""

from __future__ import annotations

import pytest

from actions.said import contact_in


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("ilze.berzina@skola.lv", "ilze.berzina@skola.lv"),
        ("Rakstiet uz ilze@pasvaldiba.riga.lv, paldies", "ilze@pasvaldiba.riga.lv"),
        ("mans numurs 29111222", "29111222"),
        ("tel. 29 111 222, lūdzu pēc četriem", "29 111 222"),
        ("29.111.222", "29.111.222"),
        ("67/111222", "67/111222"),
        ("+371 67785421", "+371 67785421"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("Vai projekts var sākties 2020-09-01?", None),
        ("projekts 2020-2022", None),
        ("120380-12345", None),
        ("2020-1-LV01-KA201-077505", None),
        ("12 500 EUR un 450 000 EUR", None),
        ("24 mēneši, 4 partneri", None),
        ("nevajag", None),
    ],
)
def test_contact_in(text: str, contact: str | None) -> None:
    assert contact_in(text) == contact
