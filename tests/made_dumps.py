"""Select all, copy, paste: dumps of made-up pages with all that stands around and amid an article.

Lines that are the article's body start with ``= ``; all others are the page's.
"""

# ruff: noqa: E501  a paragraph is a line

BANNER = """
=banner with choices=
We and our 243 partners store and access information on your device
Accept all
Manage my choices
Skip to content
Menu
Home
Norland
World
Business
Opinion
Subscribe
Sign in
World
Bridge talks fail as river rises
Delegates leave Lowbridge without a word to the press
Anna Lind
Published 5 May 2031, 06:12
Share
Save
Delegates walk over the old bridge
Delegates on the old bridge, which has been closed since March. Picture: A. Moen
= Talks on reopening the bridge between Norland and Estaria broke down on Monday after four hours, with both sides leaving by separate doors.
= “There was nothing on the table but coffee,” said Mara Quill, the mayor of Lowbridge, who had hoped for a paper to sign.
= The river has risen by a metre since Saturday, and engineers say that the pillars will not bear lorries before it falls.
= Estaria's envoy, Tomas Reel, said his government had offered to pay for half of the repair.
= A new round is planned for June.
More on this story
Ferry strike enters third week
Five bridges that were never finished
How the flood took a village in one night
Most read
1
Trout prices double in a month
2
Minister resigns over stove affair
3
The man who paints only doors
© 2031 The Harbour Post. The Harbour Post is not responsible for the content of external sites. Read about our approach to external linking.
"""
RELATED_INSIDE = """
=links amid the text=
Lowbridge Courier
News
Sport
Court fines ferry company two million crowns
By Jo Marsh
November 30, 2031
= A court in Lowbridge fined the ferry company two million crowns on Sunday for leaving passengers behind in the storm of March.
READ MORE: How the night of the storm went, hour by hour
= Judge Ole Winter said that the company had been warned three times, and that its managers had laughed at the third.
Also read
Storm closes the port for a third day
= The company's lawyer, Tilda Rowe, told reporters that it would appeal, since no timetable binds the wind.
Recommended for you
The last lamplighter of Selwyn
Norland's queen opens a fish market
= Passengers who waited through the night will be paid eighty crowns each, the court ruled.
Follow us
Facebook
Instagram
Sign up for our newsletter
Your email address
Subscribe
By signing up you agree to our terms
"""
WIRE = """
=an agency's sign-off=
Skip to main content
Exclusive news, data and analytics for financial market professionals
World
Business
Markets
Sustainability
More
Norland's central bank keeps rates as fish exports fall
By Ida Berg and Keoni Maro
May 5, 2031 9:12 AM UTC Updated 2 hours ago
[1/3] The central bank in Tarn, Norland, April 2, 2031. Wire/Ole Winter/File Photo Purchase Licensing Rights
Summary
Bank keeps rate at 4.5%
Exports of fish fall for fifth month
= TARN, May 5 (Wire) - Norland's central bank kept its main rate at 4.5% on Monday, as most economists had expected, and said that falling exports of fish were a passing matter.
= Governor Lena Storm told a news conference that the board had been unanimous.
= “We are not looking at herring, we are looking at prices,” she said.
= The crown gained 0.3% against the dollar after the decision.
= Analysts at two banks said that a cut in autumn had become less likely.
Reporting by Ida Berg in Tarn and Keoni Maro in Port Selwyn; Editing by Jo Marsh
Our Standards: The Wire Principles of Trust.
Purchase Licensing Rights
Read Next
Markets category
Crown slips as traders wait for herring data
May 4, 2031
"""
NEWSLETTER = """
=a letter's box amid the text=
The Selwyn Independent
Support us
Why the lighthouse of Selwyn will not go dark
by Keoni Maro
January 2, 2031 5:20 pm
6 min read
Listen to this article
A lighthouse on a rock at night.
= The lighthouse of Port Selwyn was to be switched off at the end of the year, and was not.
= The minister for harbours, Lani Tua, told islanders on Thursday that ships still need it, whatever their captains say of satellites.
Islands Weekly
The stories of the week, every Friday, in your inbox
Email address
Sign up
= An inquiry had found that the lamp costs less than the ceremony that was planned for its last evening.
= “I have climbed those stairs for forty years,” the keeper, Ben Aalto, told this paper, “and I will believe it when I am paid.”
= Parliament is to vote on the matter in March.
Note from the author:
Hi, this is Keoni. I write about the sea because nobody else here will. If you like what I do, please consider becoming a member.
Keoni Maro
Reporter
Keoni Maro is a reporter at The Selwyn Independent, where he has covered the islands since 2019. He studied history in Tarn.
Read more
News Feed
5:02 PM
Ferry to Outer Selwyn cancelled until Sunday
4:41 PM
President meets fishermen
"""
BIOGRAPHY = """
=a biography at the end=
Opinion
The dam that nobody needs
Tilda Rowe
Mon 5 May 2031 08.00 CEST
Share
= Nobody in the valley of the Tarn has asked for a dam, and yet one is to be built, four hundred metres wide.
= I have read the report that the ministry paid for. It has ninety pages, of which eleven are about the river.
= When I asked the deputy minister, Pal Grieg, what would become of the salmon, he answered that they would adapt.
= They will not, of course.
Tilda Rowe is a lawyer and the author of Dry Land: A History of Water
Explore more on these topics
Norland
Rivers
opinion
Reuse this content
More from Opinion
Jo Marsh
Let the trains be late
Ida Berg
What a stove can teach a government
"""
SHARE_BARS = """
=bars and buttons between paragraphs=
HWTV
LIVE TV
LATEST
Norland police arrest eleven over stolen church bells
Edited by: Ole Winter
Norland News
May 05, 2031 10:41 am IST
Read Time: 2 mins
Share
= Police in Norland have arrested eleven people over the theft of forty church bells, officials said on Monday.
Advertisement
= The bells, some of them four hundred years old, were found in a barn near Tarn, packed in straw.
Listen to the latest songs, only on our music site
= “They were to be melted down,” Inspector Gerda Lund told a news agency. She did not say for whom.
Advertisement - Scroll to continue
= A priest from Lowbridge, Father Anton Weil, said that his parish had rung in the hours with a frying pan since Easter.
(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)
Show full article
Track latest news live on our site
Norland, Church bells, Theft
Comments
"""
LIVE = """
=updates of a live page=
Live
Flood in Lowbridge: water falls, bridge stays shut
Updated 6 minutes ago
What you need to know
09:42
= The water in Lowbridge has fallen by forty centimetres since midnight, the office for rivers says, and people of two streets may go home.
09:15
= Mayor Mara Quill has told a news conference that the bridge will stay shut until divers have looked at its pillars.
= “I would rather be late than wet,” she said.
08:30
= Estaria has offered twenty pumps, Norland's interior ministry says. It has not said whether they will be taken.
Load more updates
Top stories
Minister resigns over stove affair
Trout prices double in a month
"""
CAPTIONS = """
=captions and credits amid the text=
The Tarn Herald
Queen opens fish market in the rain
Text: Jo Marsh Photos: Ole Winter
5 May 2031 | 14:02
The queen with a cod. Photo: Ole Winter / Herald
= Queen Astrid opened the new fish market of Tarn on Monday, under an umbrella that she held herself.
The old market burned down in 2028. Photo: archive
= The market, which cost ninety million crowns, has sixty stalls, of which forty are taken.
1 of 4
= Fishmongers said that the rents were too high. “I sell herring, not gold,” said one of them, Berta Holm.
Next Previous
= The city's council is to talk about the rents next week, according to its spokesman, Nils Aker.
Published: 5 May 2031, 14:02 Updated: 5 May 2031, 16:40
Tip us: tips@tarnherald.example
"""
PRINT_EDITION = """
=the print edition at the end=
EPAPER | May 05, 2031
HOME
LATEST
NORLAND
OPINION
SPORT
Norland, Estaria agree to swap fishermen
Ida Berg Published May 5, 2031 Updated May 5, 2031 08:40am
Join our channel
0
= TARN: Norland and Estaria agreed on Sunday to release all fishermen whom they have held for crossing the line at sea, officials said.
= Foreign Office spokesperson Kai Lund confirmed that sixty-two men would go home before the feast.
= Families in the coastal village of Ost had blocked the road for three days to demand it.
= “My son went out for mackerel and came back a matter of state,” said Hanna Brink, a widow.
Published in The Post, May 5th, 2031
Opinion
Editorial
The price of fish
Must Read
What comes after the bridge?
Comments
Closed
"""
PAYWALL = """
=an offer amid the text=
Subscribe
Log in
Norland's stove affair: who knew, and when
The interior minister signed for eleven stoves. Nine cannot be found.
By Anna Lind and Jo Marsh
Published on May 5, 2031, at 8:12 am (Tarn), updated on May 5, 2031, at 9:00 am
5 min read
Subscribers only
Lire en français
= The invoice is dated 3 March and bears two signatures, of which one is the minister's.
= It is for eleven stoves of the make Polar, delivered to a depot in the north of Norland that has had no roof since the war.
Read more Subscribers only The minister, the mayor and the missing stoves
= Rolf Tanner, who kept the depot's keys until April, told investigators that he had seen two stoves, and had taken neither.
You have 62.4% of this article left to read. The rest is for subscribers only.
Continue reading for 1 crown
Already a subscriber? Log in
"""
FOOT_LINKS = """
=long headlines below the text=
NORLAND BROADCASTING
Weather: storm on its way to the coast, ferries stay in port
Today 11:20
= A storm with winds of up to 120 kilometres an hour will reach the west coast of Norland on Tuesday night, the weather service warned.
= Ferries to Outer Selwyn will stay in port until Thursday at least, their operator said.
= “Take in your chairs, and your neighbour's chairs,” said the service's head, Frida Moe.
Editor's recommendations
Why so many storms have women's names, and who decides which, and where the list is kept
The harbour master of Ost has seen eleven storms, and explains what to do with a boat in each of them
Two brothers built a house that floats; now the city wants to know where it is on dry days
In pictures: what the last storm left on the beach of Lowbridge, from a piano to a cow
All programmes
Frequencies
Contact
"""
COMMENTS = """
=readers' words below=
Lowbridge Courier
Town to sell its old tram
Ida Berg
5 May 2031
= The council of Lowbridge voted on Monday to sell the town's last tram, which has not moved since 1987.
= Councillor Per Strand, who voted against, said that a town without a tram was a village with debts.
= Three museums and a restaurant have asked for it. The price is to be named in June.
3 Comments
Sort by: newest
oldtramfan
2 hours ago
What a shame, my grandfather drove that tram for thirty years and never once was late with it.
Reply Like 12
M. K.
1 hour ago
Sell the council instead.
Reply Like 40
"""
SHORT_PARAGRAPHS = """
=short paragraphs between bars=
Home > News > Norland
Man walks bear through Tarn
05 May 2031 12:30
A A A
= A man walked a bear through the centre of Tarn on Monday.
= Nobody was hurt.
= “It was on a lead,” said a witness.
= Police took both to the station, where the bear fell asleep.
= The man, a musician from Estaria, said he had been promised a stage.
Share on Facebook
Share on X
Print
TAGS
Tarn
bear
"""
STANDFIRST = """
=dates, places and a kicker=
Foreign policy
Estaria | 05.05.2031
Two ministers, one boat
(Tarn) The foreign ministers of Norland and Estaria have met on a boat
= The foreign ministers of Norland and Estaria met on a boat in the middle of the river on Monday, since neither wanted to set foot on the other's bank.
= They spoke for two hours, mostly, it is said, about the engine.
= Norland's minister, Ilse Varga, called the talks useful. Her colleague, Jan Rook, called them damp.
= Both sides agreed to name a commission, which is to meet on land.
tr/ib (wire, agency)
Send
Share
Print
Permalink
"""
TABLE = """
=figures and a list in the text=
Business Daily
Tarn exchange ends week lower
Wire service
Friday, 9 May 2031 18:05
= Shares in Tarn ended the week lower, dragged down by fish and banks, with the main index off 1.2% at 4,310 points.
= The biggest losers of the week were these:
Index Last Change
TARN 50 4,310 -1.2
Herring futures 81.5 -3.4
= Brokers said that investors were waiting for the central bank. “Nobody buys before Lena Storm has spoken,” said one of them, Kurt Ahl.
= Oil rose for a third day.
Get the market report every morning
Disclaimer: prices are delayed by fifteen minutes
"""
DUMPS = (
    BANNER, RELATED_INSIDE, WIRE, NEWSLETTER, BIOGRAPHY, SHARE_BARS, LIVE, CAPTIONS, PRINT_EDITION, PAYWALL, FOOT_LINKS,
    COMMENTS, SHORT_PARAGRAPHS, STANDFIRST, TABLE,
)  # fmt: skip


def dumps() -> list[tuple[str, str, list[str]]]:
    """Name, dump and body of each."""
    found = []
    for marked in DUMPS:
        name, *lines = marked.strip().split("\n")
        body = [line.removeprefix("= ") for line in lines if line.startswith("= ")]
        found.append((name.strip("="), "\n".join(line.removeprefix("= ") for line in lines), body))
    return found
