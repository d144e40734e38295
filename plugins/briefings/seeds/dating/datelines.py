"""``NEW DELHI, May 5 (Reuters) — `` and ``New Delhi: `` at the start of a body: place and day of writing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .written_days import DAY_MONTH

# Seats of government and other cities that news is sent from, with the colon or dash of a dateline.
# An unknown name before a colon may as well be a speaker ("Anna: …") or a label ("Update: …").
_CITIES = """
Abidjan; Abu Dhabi; Abuja; Accra; Addis Ababa; Aden; Agartala; Ahmedabad; Aleppo; Algiers; Almaty; Amman; Amritsar;
Amsterdam; Ankara; Antananarivo; Ashgabat; Asmara; Astana; Asunción; Athens; Atlanta; Auckland; Baghdad; Baku;
Bamako; Bangalore; Bangkok; Bangui; Barcelona; Basra; Beijing; Beirut; Belfast; Belgrade; Bengaluru; Berlin; Bern;
Bhopal; Bhubaneswar; Birmingham; Bishkek; Bogota; Bogotá; Boston; Brasilia; Brasília; Bratislava; Brazzaville;
Brisbane; Brussels; Bucharest; Budapest; Buenos Aires; Bujumbura; Cairo; Calcutta; Canberra; Cape Town; Caracas;
Cardiff; Casablanca; Chandigarh; Chennai; Chicago; Chisinau; Chittagong; Cologne; Colombo; Conakry; Copenhagen;
Cotonou; Dakar; Dallas; Damascus; Dar es Salaam; Darwin; Davos; Dehradun; Delhi; Denver; Detroit; Dhaka;
Dharamshala; Djibouti; Doha; Dubai; Dublin; Dushanbe; Edinburgh; Erbil; Frankfurt; Freetown; Gaborone; Gandhinagar;
Gangtok; Gaza; Gaza City; Geneva; Georgetown; Glasgow; Goma; Guangzhou; Guatemala City; Gurgaon; Gurugram; Guwahati;
Hamburg; Hanoi; Harare; Havana; Helsinki; Ho Chi Minh City; Hong Kong; Honolulu; Houston; Hyderabad; Imphal; Indore;
Islamabad; Istanbul; Itanagar; Jaipur; Jakarta; Jammu; Jeddah; Jerusalem; Johannesburg; Juba; Kabul; Kampala;
Kandahar; Kano; Karachi; Kathmandu; Kharkiv; Khartoum; Kherson; Kigali; Kingston; Kinshasa; Kochi; Kohima; Kolkata;
Kuala Lumpur; Kuwait City; Kyiv; Kiev; La Paz; Lagos; Lahore; Leh; Libreville; Lilongwe; Lima; Lisbon; Liverpool;
Ljubljana; Lomé; London; Los Angeles; Luanda; Lucknow; Lusaka; Luxembourg; Lviv; Madrid; Malé; Managua; Manama;
Manchester; Manila; Maputo; Marseille; Mecca; Melbourne; Mexico City; Miami; Milan; Minneapolis; Minsk; Mogadishu;
Mombasa; Monrovia; Montevideo; Montreal; Moscow; Mosul; Mumbai; Munich; Muscat; Nagpur; Nairobi; Nassau; Naypyidaw;
N'Djamena; New Delhi; New York; Niamey; Nicosia; Noida; Nouakchott; Nuuk; Odesa; Osaka; Oslo; Ottawa; Ouagadougou;
Panaji; Panama City; Paris; Patna; Perth; Peshawar; Philadelphia; Phnom Penh; Podgorica; Port-au-Prince;
Port Louis; Port Moresby; Prague; Pretoria; Pristina; Pune; Pyongyang; Quetta; Quito; Rabat; Raipur; Ramallah;
Ranchi; Rawalpindi; Reykjavik; Riga; Rio de Janeiro; Riyadh; Rome; San Francisco; San José; San Juan; San Salvador;
Sana'a; Sanaa; Santiago; Santo Domingo; Sao Paulo; São Paulo; Sarajevo; Seattle; Seoul; Shanghai; Shenzhen; Shillong;
Shimla; Singapore; Skopje; Sofia; Srinagar; St. Petersburg; St Petersburg; Stockholm; Strasbourg; Sukhumi; Suva;
Sydney; Taipei; Tallinn; Tashkent; Tbilisi; Tegucigalpa; Tehran; Tel Aviv; The Hague; Thimphu;
Thiruvananthapuram; Tirana; Tokyo; Toronto; Tripoli; Tunis; Turin; Ulaanbaatar; United Nations; Vaduz; Valletta;
Vancouver; Varanasi; Vatican City; Victoria; Vienna; Vientiane; Vijayawada; Vilnius; Visakhapatnam; Vladivostok;
Warsaw; Washington; Washington DC; Wellington; Windhoek; Yangon; Yaoundé; Yerevan; Zagreb; Zurich
"""
_KNOWN = {city.casefold(): city for city in (name.strip() for name in _CITIES.split(";"))}
_NAME = r"(?:[^\W\d_a-z][\w.'’-]{0,30})(?: (?:[^\W\d_a-z][\w.'’-]{0,30}|d[aeo]|es|of|al)){0,4}"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SENTENCE = 12  # words after a name that only the rest of the article proves a place
_AHEAD = r"[\"“‘'(]?[A-Z0-9]\S*\s+\S+\s+\S+\s+\S"  # the sentence that follows
_DATELINE = re.compile(
    rf"(?!{_WEEKDAY}\b)(?P<place>{_NAME}|Washington, D\.C\.)(?P<region>(?:, (?!{DAY_MONTH}){_NAME}){{0,2}})"
    rf"(?:,? (?P<day>{DAY_MONTH}(?:,? \d{{4}})?))?(?:,? ?[(\[](?P<agency>[\w .,/&-]{{2,40}})[)\]])?"
    rf"(?P<mark>\s?:\s+|\s?[—–]\s?|\s--?\s|\.\s+)(?={_AHEAD})"
)
_DAY_ALONE = re.compile(
    rf"(?:{_WEEKDAY},? )?(?P<day>{DAY_MONTH},? \d{{4}})(?:\s*[:—–|]\s*|\s+(?:--?\s+)?)(?=[\"“‘'(]?[A-Z]\S*\s+\S+\s+\S)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when the text says it was written; ``end`` is where the first sentence starts."""

    place: str | None
    day: str | None  # as it stands there: "May 5", "5 May 2025"
    words: str  # the whole of it, for readers
    end: int


def find_dateline(text: str, told: str = "") -> Dateline | None:
    """Finds the dateline at the start of `text` and all that follow on it: ``Friday, 5 May 2023 ROME — ``.

    ``PORT SELWYN: `` is one where `told`, the rest of the article, has somebody taken to Port Selwyn.
    """
    found = list(_datelines(text, told))
    if not found:
        return None
    end = found[-1].end()
    places = [match for match in found if match.re is _DATELINE]
    return Dateline(
        place=_place_of_dateline(places[0]) if places else None,
        day=next((match["day"] for match in found if match["day"]), None),
        words=_words_of_dateline(text[:end], found[-1]),
        end=end,
    )


def after_dateline(text: str) -> str:
    """Gives what follows a dateline: ``"New Delhi: The ministers met."`` → ``"The ministers met."``."""
    dateline = find_dateline(text)
    return text[dateline.end :] if dateline else text


def _words_of_dateline(text: str, last: re.Match[str]) -> str:
    """Cuts ``Orlen, 12 March 2031. `` to ``Orlen, 12 March 2031``."""
    words = text.rstrip(" :—–|-")
    return words.removesuffix(".") if last.re is _DATELINE and last["mark"].startswith(".") else words


def _datelines(text: str, told: str) -> Iterator[re.Match[str]]:
    at = 0
    while match := _DAY_ALONE.match(text, at) or _DATELINE.match(text, at):
        if match.re is _DATELINE and not (_is_place(match) or _is_visited_by_others(match, told)):
            return
        yield match
        at = match.end()


def _is_place(match: re.Match[str]) -> bool:
    """Tells whether it is a place: by day or agency, else a known city, or capitals or a region before a dash.

    With a full stop it takes a day: ``Orlen, 12 March 2031. More than 3,000 dockers …``.
    """
    if match["mark"].startswith("."):
        return bool(match["day"])
    if match["day"] or match["agency"] or match["place"].casefold() in _KNOWN:
        return True
    return ":" not in match["mark"] and bool(match["region"] or (match["place"].isupper() and len(match["place"]) > 3))


def _is_visited_by_others(match: re.Match[str], told: str) -> bool:
    """Tells whether it is a name in capitals before a sentence, which others go to or are in."""
    name = match["place"]
    if not name.isupper() or len(name) < 4 or len(match.string[match.end() : match.end() + 200].split()) < _SENTENCE:
        return False
    return re.search(rf"\b(?:at|from|in|near|to) {re.escape(_spelled(name))}\b", told) is not None


def _place_of_dateline(match: re.Match[str]) -> str:
    return ", ".join(_spelled(part) for part in (match["place"] + match["region"]).split(", "))


def _spelled(name: str) -> str:
    """Spells a place: ``NEW DELHI`` → ``New Delhi``; ``N.Y.`` and ``NY`` stay."""
    known = _KNOWN.get(name.casefold())
    if known or not name.isupper() or "." in name:
        return known or name
    return " ".join(word.capitalize() if len(word) > 2 else word for word in name.split(" "))
