"""Days that are known by computation: ``the 80th anniversary of Victory Day`` is 9 May 2025."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

# What news says after "anniversary of", and the day it happened (local time).  Events whose day is
# told in two ways (V-J Day: 15 August or 2 September) are left out: two days would fit.
_EVENTS = {
    "American independence": date(1776, 7, 4),
    "Bangladesh's independence": date(1971, 3, 26),
    "Bastille Day": date(1789, 7, 14),
    "D-Day": date(1944, 6, 6),
    "Ghana's independence": date(1957, 3, 6),
    "India's independence": date(1947, 8, 15),
    "Indian independence": date(1947, 8, 15),
    "Indonesia's independence": date(1945, 8, 17),
    "Israel's independence": date(1948, 5, 14),
    "Kenya's independence": date(1963, 12, 12),
    "Nigeria's independence": date(1960, 10, 1),
    "Pakistan's independence": date(1947, 8, 14),
    "Russia's full-scale invasion": date(2022, 2, 24),
    "Russia's invasion of Ukraine": date(2022, 2, 24),
    "Ukraine's independence": date(1991, 8, 24),
    "V-E Day": date(1945, 5, 8),
    "VE Day": date(1945, 5, 8),
    "Victory Day": date(1945, 5, 9),
    "Victory in Europe": date(1945, 5, 8),
    "the Apollo 11 moon landing": date(1969, 7, 20),
    "the Armistice": date(1918, 11, 11),
    "the Bhopal gas": date(1984, 12, 3),
    "the Brexit referendum": date(2016, 6, 23),
    "the Chernobyl": date(1986, 4, 26),
    "the Declaration of Independence": date(1776, 7, 4),
    "the Good Friday Agreement": date(1998, 4, 10),
    "the Indian Ocean tsunami": date(2004, 12, 26),
    "the Jallianwala Bagh massacre": date(1919, 4, 13),
    "the Lockerbie bombing": date(1988, 12, 21),
    "the Mumbai attacks": date(2008, 11, 26),
    "the Normandy landings": date(1944, 6, 6),
    "the Oklahoma City bombing": date(1995, 4, 19),
    "the Pulwama": date(2019, 2, 14),
    "the Sept. 11": date(2001, 9, 11),
    "the September 11": date(2001, 9, 11),
    "the Sharpeville massacre": date(1960, 3, 21),
    "the Tiananmen Square": date(1989, 6, 4),
    "the assassination of John F. Kennedy": date(1963, 11, 22),
    "the assassination of Martin Luther King": date(1968, 4, 4),
    "the assassination of President John F. Kennedy": date(1963, 11, 22),
    "the atomic bombing of Hiroshima": date(1945, 8, 6),
    "the atomic bombing of Nagasaki": date(1945, 8, 9),
    "the attack on Pearl Harbor": date(1941, 12, 7),
    "the bombing of Hiroshima": date(1945, 8, 6),
    "the bombing of Nagasaki": date(1945, 8, 9),
    "the fall of the Berlin Wall": date(1989, 11, 9),
    "the founding of NATO": date(1949, 4, 4),
    "the founding of the People's Republic of China": date(1949, 10, 1),
    "the founding of the United Nations": date(1945, 10, 24),
    "the independence of India": date(1947, 8, 15),
    "the independence of Ukraine": date(1991, 8, 24),
    "the invasion of Ukraine": date(2022, 2, 24),
    "the liberation of Auschwitz": date(1945, 1, 27),
    "the moon landing": date(1969, 7, 20),
    "the storming of the Bastille": date(1789, 7, 14),
    "the terrorist attacks of Sept. 11": date(2001, 9, 11),
    "the terrorist attacks of September 11": date(2001, 9, 11),
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "seventy-fifth": 75, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_DAYS = {name.casefold().removeprefix("the "): day for name, day in _EVENTS.items()}
_ANNIVERSARY = re.compile(
    rf"\b(?P<words>(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)})) anniversary"
    rf" of (?P<event>(?:the )?(?:{'|'.join(map(re.escape, _DAYS))})))\b",
    re.IGNORECASE,
)


class Anniversary(NamedTuple):
    """``text[start:end]`` speaks of an anniversary that falls on ``day``."""

    start: int
    end: int
    words: str
    day: date


def find_anniversaries(text: str) -> Iterator[Anniversary]:
    """Finds those in `text` whose event and number are known, in order."""
    if "anniversary" not in text.casefold():
        return
    for match in _ANNIVERSARY.finditer(text.replace("’", "'")):
        day = _DAYS[match["event"].casefold().removeprefix("the ")]
        years = int(match["figure"]) if match["figure"] else _ORDINALS[match["word"].lower()]
        if years:
            yield Anniversary(*match.span(), text[slice(*match.span())], day.replace(year=day.year + years))
