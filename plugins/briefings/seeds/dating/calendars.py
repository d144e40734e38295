"""Months and weekdays of other languages, so that the day of an article in one of them is known.

Names that are two months in two of them (Polish and Croatian ``listopada``) are left out.
"""

import re

# January first, as a date spells them.
_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",  # Spanish
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",  # Portuguese
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",  # French
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",  # Italian
    "januar februar märz april mai juni juli august september oktober november dezember",  # German
    "januari februari maart april mei juni juli augustus september oktober november december",  # Dutch
    "januari februari mars april maj juni juli augusti september oktober november december",  # Swedish
    "januar februar marts april maj juni juli august september oktober november december",  # Danish
    "januari februari maret april mei juni juli agustus september oktober november desember",  # Indonesian
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",  # Turkish
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",  # Russian
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",  # Ukrainian
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października - grudnia",  # Polish
    "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",  # Hindi
)
_WEEKDAYS = """
lunes martes miércoles jueves viernes sábado domingo
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
lundi mardi mercredi jeudi vendredi samedi dimanche
lunedì martedì mercoledì giovedì venerdì sabato domenica
montag dienstag mittwoch donnerstag freitag samstag sonntag
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
måndag tisdag onsdag torsdag fredag lördag söndag
mandag tirsdag lørdag søndag
senin selasa rabu kamis jumat sabtu minggu
pazartesi salı çarşamba perşembe cuma cumartesi pazar
понедельник вторник среда четверг пятница суббота воскресенье
понеділок вівторок середа п'ятниця субота неділя
poniedziałek wtorek środa czwartek piątek sobota niedziela
सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
"""
MONTHS = {name: number for names in _MONTHS for number, name in enumerate(names.split(), 1) if name != "-"}
WEEKDAY = rf"(?:{'|'.join(map(re.escape, sorted(_WEEKDAYS.split())))})"

_NAMES = "|".join(map(re.escape, sorted(MONTHS, key=lambda name: (-len(name), name))))
# ``5 de mayo de 2031``, ``5. Mai 2031``, ``1er juin 2031``; the year is asked for, so that no word is taken for a day.
WRITTEN = re.compile(
    rf"(?<![\w/.-])(?P<d>\d{{1,2}})(?:er|º|\.)? (?:de )?(?P<m>{_NAMES})\b,? (?:del? )?(?P<y>(?:1[6-9]|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
# ``2031年5月5日``
IN_SIGNS = re.compile(r"(?P<y>(?:1[6-9]|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")
