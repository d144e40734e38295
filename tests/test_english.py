"""What the check of language promises: English news passes, its neighbours do not, short texts get the benefit."""

import pytest

from briefings.seeds.cleaning.english import is_english

ENGLISH = [
    "The governments of Norland and Estaria agreed on Monday to reopen the border bridge.",
    "BRIDGE OPENS: THE MAYOR OF THE TOWN SAID ON MONDAY THAT LORRIES WILL BE ALLOWED TO CROSS IT BY DAY.",
    "Workers in Norland have blocked a road near Lowbridge in protest at rising prices, a news agency reported.",
    "Kovač, Müller, Åström and Đorđević were on the list of candidates that was put to a vote after the talks.",
]
OTHERS = {
    "French": "Les gouvernements des deux pays ont convenu lundi de rouvrir le pont frontalier, fermé depuis les"
    " inondations du printemps dernier, ont indiqué des responsables des deux côtés.",
    "Spanish": "Los gobiernos de los dos países acordaron el lunes reabrir el puente fronterizo, cerrado desde las"
    " inundaciones de la primavera pasada, según informaron funcionarios de ambas partes.",
    "German": "Die Regierungen der beiden Länder haben sich am Montag darauf geeinigt, die Brücke wieder zu öffnen, die"
    " seit den Überschwemmungen im Frühjahr geschlossen war, wie Beamte mitteilten.",
    "Dutch": "De regeringen van de twee landen zijn maandag overeengekomen om de brug te heropenen, die sinds de"
    " overstromingen van het voorjaar was gesloten, aldus ambtenaren van beide zijden.",
    "Danish": "Regeringerne i de to lande blev mandag enige om at genåbne broen over grænsen, som har været lukket"
    " siden oversvømmelserne i foråret, oplyser embedsmænd for begge sider, og her er den første aftale i over ti år.",
    "Indonesian": "Pemerintah kedua negara sepakat pada hari Senin untuk membuka kembali jembatan perbatasan yang"
    " ditutup sejak banjir musim semi lalu, kata para pejabat dari kedua pihak itu.",
    "Russian": "Правительства двух стран договорились в понедельник вновь открыть пограничный мост.",
    "Hindi": "दोनों देशों की सरकारें सोमवार को पुल फिर से खोलने पर सहमत हुईं।",
    "Chinese": "两国政府周一同意重新开放边境大桥。",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_news_is_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("language", OTHERS)
def test_news_in_another_language_is_not(language: str) -> None:
    assert not is_english(OTHERS[language])


@pytest.mark.parametrize("text", ["", "1 2 3 – 4", "Bridge opens", "Putin dials Modi"])
def test_a_text_too_short_to_judge_is_taken_for_english(text: str) -> None:
    assert is_english(text)
