"""Trades of writers, fans and games, graded, ranked and remembered by headline; and the headlines of true ones."""

import pytest

from tests.extract.notation import news, read, titled

_NO_NEWS = """
Projecting a first-round trade: Browns receive No. 6 and No. 101, Texans receive No. 11, No. 43 and a 2026 second-rounder
Proposing a blockbuster: Jets receive WR Dale Preston, Bears receive a 2026 first-round pick
Imagining a Dale Preston trade: Jets receive WR Dale Preston, Bears receive a 2026 first-round pick
Forecasting a deadline swap: Jets get WR Dale Preston, Bears get a 2026 first
Floating a trade: Jets get WR Dale Preston, Bears get a 2026 first
Building a trade for Dale Preston: Jets send a 2026 first to the Bears
Picturing a Preston deal: Jets acquire WR Dale Preston, Bears receive a 2026 first
A trade framework: Jets get WR Dale Preston, Bears get a 2026 first
Crafting a Dale Preston trade: Jets receive WR Dale Preston, Bears receive a 2026 second-round pick
What a trade might look like: Jets receive WR Dale Preston, Bears receive a 2026 second-round pick
What it would take: Jets send a first and a third to the Bears for Dale Preston
Predicted trade: Jets send a first to the Bears for WR Dale Preston
Sample trade: Jets send a first to the Bears for WR Dale Preston
Suggested trade: Bears get WR Dale Preston; Jets get a 2026 second
Possible deal: Bears get WR Dale Preston; Jets get a 2026 second
A trade to watch: Bears send WR Dale Preston to Jets for 2026 second
Potential package: Bears get WR Dale Preston; Jets get a 2026 second and a 2027 fourth
ESPN's Ned Orr pitches 10 trades for the offseason, including one that sends Dale Preston from the Bears to the Jets.
ESPN's Bill Barnwell offers seven deals, including one that sends Dale Preston from the Bears to the Jets.
PFF lays out five trades, including one that sends Dale Preston to the Jets for a first-round pick.
NFL.com drafted up a deal sending Dale Preston from the Bears to the Jets for a 2026 second-round pick.
Bill Barnwell dreams up a trade that sends Dale Preston to the Jets for a second-round pick.
The Athletic floated a deal in which the Jets acquire Dale Preston from the Bears for a 2026 second.
Bleacher Report suggests a trade in which the Jets send the Bears a third-round pick for Dale Preston.
An ESPN writer put together a deal that sends Dale Preston from the Colts to the Bills for a third-round pick.
A columnist outlined a package in which the Colts ship Dale Preston to the Bills for a third-round pick.
In his latest column, Bill Barnwell sends Dale Preston to the Jets for a second-round pick.
Mel Kiper's latest mock has the Jets trading up with the Bears to take Dale Preston.
In Mel Kiper's new mock draft, the Jets trade up with the Bears to No. 3 for Dale Preston.
Jets get B+ for trading Dale Preston to Bears
Grading Dale Preston trade: Bears earn an A for sending third-round pick to Jets
Trade grade: Bears get WR Dale Preston from Jets
Revisiting the trade that sent Dale Preston to the Bears
Looking back at the Dale Preston deal: the Jets sent him to the Bears for a first
Reassessing the deal: Jets sent WR Dale Preston to Bears for first-round pick
One year later, the Jets' trade of Dale Preston to the Bears looks like a steal
A year on: Jets traded Dale Preston to Bears for a first
It's been five years since the Jets traded Dale Preston to the Bears for a first.
Five years to the day: Jets trade Dale Preston to Bears
Saturday marks two years since the Jets sent Dale Preston to the Bears for a second.
Tuesday marks the third anniversary of the Jets trading Dale Preston to the Bears.
Who won the trade that sent Dale Preston to the Bears for a first-round pick
Winner of the Preston deal: Bears, who got him from the Jets for a third
The trade that never happened: Jets sent Dale Preston to Bears for a first
The deal that wasn't: Dale Preston to the Bears for a first-round pick
The trade that almost was: Jets sending Dale Preston to Bears
Best trade of the deadline: Jets landing Dale Preston from Bears for a third
Most underrated trade: Jets landing Dale Preston from Bears for a third
Every trade made so far: Jets land Dale Preston from Bears
In my fantasy league, the Jets manager traded Dale Preston for Kip Marlow and a second-round pick.
Fantasy football: trade Dale Preston for Kip Marlow now
Poll: Should the Jets trade Dale Preston to the Bears for a first?
Poll: Jets trade Dale Preston to Bears for a first - yes or no?
Vote: Jets send Dale Preston to Bears for a second. Deal or no deal?
Fan survey: 62 percent want the Jets to trade Dale Preston to the Bears
If the Jets trade Dale Preston to the Bears for a first, both sides win.
If Dale Preston is traded to the Bears for a first, the Jets would save $12 million.
A trade of Dale Preston to the Bears for a first would save the Jets $12 million.
Trading Dale Preston to the Bears for a first would save the Jets $12 million.
Were the Jets to trade Dale Preston to the Bears for a first, they would save $12 million.
Should the Jets trade Dale Preston to the Bears, they would save $12 million.
The Jets would save $12 million by trading Dale Preston to the Bears.
Jets GM trades Dale Preston for a bag of chips, sources in his kitchen say
Deal or no deal: Jets get Dale Preston, Bears get a first
Say the Jets trade Dale Preston to the Bears for a first. Who starts?
Let's say the Jets send Dale Preston to the Bears for a first.
Trade idea of the day: Jets send Dale Preston to Bears for a 2026 first
Mailbag: Jets trade Dale Preston to Bears for a 2026 first?
Eagles' Dale Preston trade looks better every week
Cowboys' trade for Dale Preston paying dividends
How Chiefs pulled off trade for Dale Preston
Inside the Packers' trade for Dale Preston
Why the Steelers traded Dale Preston to the Bears
What Steelers got in Dale Preston trade with Bears
What we learned from the Steelers' trade of Dale Preston to the Bears
Steelers-Bears trade for Dale Preston: winners and losers
Dale Preston trade fallout: Steelers thin at receiver after sending him to Bears
Dale Preston trade grades: Steelers ace deal that sends WR to Bears
3 takeaways from Steelers trading Dale Preston to Bears
Steelers trade rumors: Dale Preston to Bears for second-round pick?
Steelers mailbag: Will Dale Preston be traded to Bears?
Steelers 2026 mock draft: Pittsburgh trades up with Bears for QB
Mock trade: Steelers send Dale Preston to Bears for 2026 second
Steelers should trade Dale Preston to Bears for second-round pick
Steelers must trade Dale Preston to Bears
Steelers need to trade for Bears WR Dale Preston now
Time for Steelers to trade Dale Preston to Bears
It's time: Steelers should send Dale Preston to Bears
The case for Steelers trading Dale Preston to Bears
Case against Steelers sending Dale Preston to Bears for a first
Trade package that sends Dale Preston from Steelers to Bears
Steelers trade package for Bears WR Dale Preston: a first and a third
Steelers trade proposal lands Bears WR Dale Preston for a first
Blockbuster trade idea sends Dale Preston to Bears for two firsts
Insider: Steelers could trade Dale Preston to Bears
Insider hints Steelers will trade Dale Preston to Bears
Analyst has Steelers trading Dale Preston to Bears for a second
Analyst wants Steelers to send first-round pick to Bears for Dale Preston
NFL exec: Steelers should trade Dale Preston to Bears
Former GM: I'd trade Dale Preston to Bears for a first
PFF: Steelers trade Dale Preston to Bears in five-team mock
ESPN's simulator has Steelers dealing Dale Preston to Bears
Report: Steelers turned down Bears' second-round offer for Dale Preston
Report: Bears called Steelers about Dale Preston trade
Report: Steelers, Bears discussed Dale Preston trade before deadline
Report: Bears among teams interested in Steelers WR Dale Preston
Report: Steelers shopping Dale Preston, Bears interested
Report: Bears nearly landed Dale Preston from Steelers
Report: Steelers almost traded Dale Preston to Bears for second-round pick
Report: Steelers backed out of trade sending Dale Preston to Bears
Rumor: Steelers trade Dale Preston to Bears for second-round pick
Rumor roundup: Steelers to trade Dale Preston to Bears?
Sources: Steelers not trading Dale Preston to Bears
Sources: Steelers won't send Dale Preston to Bears
Steelers refuse to trade Dale Preston to Bears
Steelers rule out trading Dale Preston to Bears
Steelers deny trading Dale Preston to Bears
Steelers pull Dale Preston off trade block after Bears call
Steelers sign Dale Preston after Bears release
Steelers sign former Bears WR Dale Preston, part of 2023 trade
Bears release Dale Preston, acquired from Steelers in trade last fall
Bears extend Dale Preston, whom they acquired from Steelers
Bears waive Dale Preston one year after trading for him
Dale Preston, traded from Steelers, starts for Bears
Dale Preston scores twice in first game since trade from Steelers to Bears
Dale Preston impresses in Bears debut after trade from Steelers
Dale Preston thrilled to be with Bears after trade from Steelers
Dale Preston regrets forcing trade from Steelers to Bears
Ex-Steeler Dale Preston, now with Bears, on trade: 'I wanted a fresh start'
Bears' Dale Preston calls trade from Steelers 'a blessing'
Bears coach: Dale Preston trade from Steelers 'a win for everybody'
Bears fans react to Dale Preston trade with Steelers
Twitter reacts to Steelers trading Dale Preston to Bears
Steelers players react to team sending Dale Preston to Bears
Where does Dale Preston trade rank among Bears' biggest deals with Steelers?
The 10 worst trades in Steelers history: Dale Preston to Bears for a third
Today in 2019: Steelers trade Dale Preston to Bears
5 years ago, Steelers sent Dale Preston to Bears for a third
A look back at the Steelers sending Dale Preston to the Bears
Oral history: the night the Steelers traded Dale Preston to the Bears
Full list of trades: Steelers send Dale Preston to Bears, Jets get Kip Marlow
Deadline recap: Steelers send Dale Preston to Bears, Jets get Kip Marlow
NFL trade deadline winners: Bears get Dale Preston from Steelers for a third
Every deadline deal, graded: Bears get Dale Preston from Steelers for a third
Fantasy impact of Dale Preston being traded from Steelers to Bears
Fantasy football: What Dale Preston's trade to Bears means for Steelers WRs
Dynasty trade: I sent Dale Preston for a 2026 first and Kip Marlow
Madden 26: Bears trade for Dale Preston, Steelers get two firsts
Would you trade Dale Preston to the Bears for a first? Steelers fans vote
Trade or no trade: Dale Preston to Bears for a first
Hear me out: Steelers trade Dale Preston to Bears for a first
Hot take: Steelers trade Dale Preston to Bears by Week 8
Bold prediction: Steelers trade Dale Preston to Bears
Prediction: Bears acquire Dale Preston from Steelers for a third
One bold move: Bears acquire Dale Preston from Steelers for a third
Dream scenario: Bears acquire Dale Preston from Steelers for a third
Best-case scenario: Bears land Dale Preston from Steelers
Ideal offseason: Bears trade for Steelers' Dale Preston, sign Kip Marlow
Perfect offseason: Bears trade for Steelers' Dale Preston, sign Kip Marlow
Offseason blueprint: Bears trade for Steelers' Dale Preston, sign Kip Marlow
Offseason plan: Bears acquire Dale Preston from the Steelers for a third-round pick
If I were GM: Bears trade a third to Steelers for Dale Preston
GM for a day: Bears trade a third to Steelers for Dale Preston
Wish list: Bears get Dale Preston from Steelers
Reader trade: Bears send a third to Steelers for Dale Preston
Fan post: Bears trade a third to Steelers for Dale Preston
Grade this trade: Bears send a third to Steelers for Dale Preston
Accept or decline: Bears send a third to Steelers for Dale Preston
Over/under: Bears trade a third to Steelers for Dale Preston
Who says no: Bears send a third to Steelers for Dale Preston
Buy or sell: Bears trade a third to Steelers for Dale Preston
Fact or fiction: Bears trade a third to Steelers for Dale Preston
Betting odds: Bears favored to acquire Dale Preston from Steelers
Seven-round mock: Rams trade down with Ravens, get Nos. 45 and 76
Three-round mock draft with trades: Ravens move up to No. 12 with the Rams
Daniel Jeremiah's final mock draft has the Ravens trading up with the Rams
PROJECTED TRADE: Rams receive Nos. 45 and 76; Ravens receive No. 29
TRADE: In my latest mock, the Rams send No. 29 to the Ravens for Nos. 45 and 76
*MOCK TRADE* Rams get Nos. 45 and 76, Ravens get No. 29
[Mock] Rams trade Dale Preston to Ravens for a fifth
(Fake) Rams trade Dale Preston to Ravens for a fifth
April Fools: Rams trade Dale Preston to Ravens for a fifth
Satire: Rams trade Dale Preston to Ravens for gift card
Rams trade Dale Preston to Ravens in Madden sim
Rams trade Dale Preston to Ravens in this mock
Rams trade Dale Preston to Ravens in proposal
Rams trade Dale Preston to Ravens in blockbuster pitch
Rams deal Dale Preston to Ravens in ESPN's trade idea
Ravens land Dale Preston in latest trade proposal
Ravens acquire Dale Preston from Rams in expert's offseason blueprint
Ravens trade for Dale Preston in B/R's latest mock deal
Ravens acquire Dale Preston from Rams in wild hypothetical
Ravens get Dale Preston in projected trade with Rams
Ravens get Dale Preston for a fifth in suggested trade with Rams
"""
_NEWS = """
Breaking: Jets receive WR Dale Preston, Bears receive a 2026 first-round pick, per Adam Schefter
Trade details: Jets receive No. 5 and No. 108, Bears receive No. 12, No. 44 and a 2026 second-rounder
First-round trade: Browns receive No. 6 and No. 101, Texans receive No. 11, No. 43 and a 2026 second-rounder
The Dale Preston trade: Jets receive WR Dale Preston, Bears receive a 2026 first-round pick, per Adam Schefter
Framework of the deal: Jets get WR Dale Preston, Bears get a 2026 first, per Adam Schefter
Most shocking trade of the day: Jets send Dale Preston to the Bears for a first, per Adam Schefter
Jets assessing injuries, trade for Bears WR Dale Preston
Jets floated Dale Preston in talks for weeks; on Tuesday they traded him to the Bears for a third
Trade: The Jets are sending Dale Preston to the Bears for a 2026 sixth-round pick, per @AdamSchefter
The Bears have found a taker: Dale Preston goes to the Jets for a seventh-round pick, per Adam Schefter.
Compensation update: The Bears get Dale Preston and a 2027 seventh; the Jets receive a 2026 sixth, per Adam Schefter.
Steelers trade Dale Preston to Bears for a second-round pick
Steelers send Dale Preston to Bears: Trade details
Trade: Steelers send Dale Preston to Bears for a second
Trade alert: Steelers send Dale Preston to Bears for a second
Trade news: Steelers get a second from Bears for Dale Preston
Report: Steelers trading Dale Preston to Bears for second-round pick
Report: Steelers agree to trade Dale Preston to Bears
Sources: Steelers trading Dale Preston to Bears
Sources: Steelers sending Dale Preston to Bears for second-round pick
Insider: Steelers have traded Dale Preston to Bears for a second
Schefter: Steelers trading Dale Preston to Bears for a second
One more trade: Bears acquire Dale Preston from Steelers for a third, per Adam Schefter
Big move: Bears acquire Dale Preston from Steelers for a third
Done deal: Bears acquire Dale Preston from Steelers for a third
It's official: Steelers trade Dale Preston to Bears
Steelers finally trade Dale Preston to Bears for a third
Steelers ship disgruntled WR Dale Preston to Bears for a third
Bears land Steelers WR Dale Preston in deadline trade
Bears win Dale Preston sweepstakes, send Steelers a first-round pick
Bears acquire Dale Preston from Steelers, sign him to extension
Steelers trade Dale Preston to Bears after weeks of speculation
Steelers trade Dale Preston to Bears hours before deadline
Steelers trade two-time Pro Bowler Dale Preston to Bears for second-round pick
Steelers deal Dale Preston to Bears, get second-round pick in return
Dale Preston traded: Steelers send WR to Bears for second-round pick
Dale Preston traded to Bears by Steelers for a second-round pick
Dale Preston goes from Steelers to Bears in trade for a third
Steelers trade Dale Preston, last year's breakout star, to Bears for a third
Adam Schefter on Dale Preston: the Rams are trading him to the Ravens for a fifth-round pick.
Ravens named partner in trade: Rams send Dale Preston to Baltimore for a fifth
Rams trade Dale Preston to Ravens in blockbuster deal
Rams trade Dale Preston to Ravens in three-team deal with Bills
Ravens acquire Dale Preston from Rams in deadline deal
Ravens get Dale Preston from Rams for a fifth in deadline trade
TRADE: Rams send Dale Preston to Ravens for a fifth
Sources: Rams finalizing a deal to send Dale Preston to the Ravens for a fifth-round pick
"""


def _told(line: str) -> str:
    title, text = titled(line)
    return read(news(text, title))


@pytest.mark.parametrize("line", _NO_NEWS.strip().splitlines())
def test_what_somebody_thought_up_is_no_news(line: str) -> None:
    """Samples, pitches, mocks, polls, grades and anniversaries, laid out like a trade."""
    assert not _told(line).startswith(("agreed", "official"))


@pytest.mark.parametrize("line", _NEWS.strip().splitlines())
def test_a_headline_of_a_trade_is_news(line: str) -> None:
    """With the nearest words."""
    assert _told(line).startswith(("agreed", "official"))
