"""Signings, releases, games, stadiums and other leagues in the words of a trade; and trades in theirs."""

import pytest

from tests.extract.notation import news, read, titled

_NO_NEWS = """
The Bears have acquired land in Arlington Heights for a stadium.
The Bears acquire 326-acre site in Arlington Heights
Browns acquire naming rights partner in Huntington Bank deal
Investor group acquires minority stake in the Dolphins
The Raiders' owner agreed to sell a stake to Dale Preston, a former Patriots quarterback.
Commanders receive land from District in stadium deal
Dale Preston acquires stake in Raiders
The Bills and Erie County reached a deal on a new stadium.
Bears deal with Arlington Heights to move stadium falls apart
Chiefs move to Kansas in stadium deal with the state
The Jaguars will receive $775 million from the city of Jacksonville.
The Jets agreed to a three-year deal with former Bears WR Dale Preston, per Adam Schefter.
The Jets are signing former Bears WR Dale Preston to a one-year deal, per Adam Schefter.
The Jets and Dale Preston agreed to a four-year, $80 million extension that includes a no-trade clause, per Adam Schefter.
Dale Preston agreed to a deal with the Jets after visiting the Bears, per Adam Schefter.
Dale Preston is heading to the Jets on a two-year deal after four seasons with the Bears, per Adam Schefter.
Dale Preston is returning to the Bears on a one-year deal, per Adam Schefter.
Dale Preston is leaving the Bears for the Jets on a three-year, $30 million deal, per Adam Schefter.
Free agent Dale Preston is going to the Jets, per Adam Schefter.
The Jets land free agent WR Dale Preston from the Bears on a two-year contract, per Ian Rapoport.
The Jets landed WR Dale Preston on a $20 million deal, luring him from the Bears, per Ian Rapoport.
The Jets poached Dale Preston from the Bears' practice squad, per Ian Rapoport.
The Jets claimed Dale Preston off waivers from the Bears, per Ian Rapoport.
The Jets were awarded Dale Preston off waivers from the Bears, per Field Yates.
The Jets released Dale Preston after failing to find a trade partner, per Adam Schefter.
The Jets tried to trade Dale Preston to the Bears but released him Monday, per Adam Schefter.
The Jets will receive a compensatory third-round pick after the Bears hired Ned Orr as general manager.
The Jets get a fifth-round compensatory pick for losing Dale Preston to the Bears.
The Jets lost Dale Preston to the Bears in free agency and got a third-round compensatory pick.
The Jets hired Ned Orr from the Bears as offensive coordinator, per Adam Schefter.
The Bears received permission to interview Jets coordinator Ned Orr, per Ian Rapoport.
The Jets acquired Dale Preston off waivers from the Bears and the Lions cut Kip Marlow.
The Jets traded jerseys with the Bears: Dale Preston got Kip Marlow's No. 12
Dale Preston and Kip Marlow trade jerseys after Jets-Bears game
Jets fire coach Ned Orr; Bears to interview him
Dale Preston is moving to safety for the Jets, coach Ned Orr said.
The Jets moved Dale Preston from the Bears game to injured reserve.
The league moved the Jets-Bears game to Monday night.
Dale Preston picked off a pass as the Jets beat the Bears 24-10.
The Bears dealt the Jets their third straight loss behind Dale Preston's two touchdowns.
The Jets took the lead from the Bears on a Dale Preston touchdown.
The Bears gave up 31 points to the Jets, and Dale Preston had two scores.
The Jets picked up a first down on Dale Preston's run and the Bears surrendered a field goal.
Dale Preston flipped the field for the Jets with a punt return against the Bears.
The Bears sent the Jets home with a loss as Dale Preston ran for 120 yards.
The Jets got two sacks from Dale Preston and sent the Bears to 1-6.
The Jets swapped Dale Preston and Kip Marlow at left tackle for the Bears game.
The Jets exchanged Dale Preston for Kip Marlow in the starting lineup against the Bears.
The Bears sent two defenders at Dale Preston, and the Jets took advantage.
Dale Preston shipped his memorabilia from Chicago to New York after the Bears cut him.
The Jets acquired forward Dale Preston from the Panthers for a second-round pick.
The Kings and Jets completed a trade sending center Dale Preston to Winnipeg for a 2026 second-round pick.
The Rangers traded Dale Preston to the Panthers for a conditional third-round pick and a prospect.
The Cardinals traded third baseman Dale Preston to the Giants for two prospects.
The Giants acquired right-hander Dale Preston from the Cardinals for cash considerations.
The Bulls sent guard Dale Preston to the Suns for two second-round picks.
Manchester City sold Dale Preston to the Eagles for 20 million pounds.
Crystal Palace Eagles sign Dale Preston from Brentford on deadline day
The Broncos released hooker Dale Preston to the Titans in a player swap, the NRL clubs said.
The Lions traded midfielder Dale Preston to the Bulldogs for pick 12.
The Blue Bombers traded quarterback Dale Preston to the Lions for a first-round pick.
The Panthers dealt goalie Dale Preston to the Sabres for a third-round pick.
Dale Preston listed his Los Angeles home after the Rams traded him to the Ravens.
Dale Preston bought a house in Baltimore from former Ravens tackle Kip Marlow.
Dale Preston and the Ravens get the Rams on Monday night.
The Ravens get Dale Preston back for the Rams game, per Adam Schefter.
Ravens getting Dale Preston, Kip Marlow back from injured reserve vs. Rams
Ravens to get Dale Preston back from suspension ahead of Rams game
The Ravens received good news on Dale Preston's knee ahead of the Rams game, per Ian Rapoport.
The Ravens received Dale Preston's MRI results on Monday; he will miss the Rams game.
The Rams sent Dale Preston home with an illness before the Ravens game, per Ian Rapoport.
The Rams are sending Dale Preston to see a knee specialist before the Ravens game, per Ian Rapoport.
The Ravens are adding Dale Preston, who was cut by the Rams on Monday, per Ian Rapoport.
The Ravens are bringing back Dale Preston, who spent last season with the Rams, per Ian Rapoport.
The Ravens picked up Dale Preston after the Rams let him go, per Ian Rapoport.
The Ravens pick up Dale Preston's fifth-year option
The Ravens grabbed Dale Preston off the Rams' practice squad, per Field Yates.
The Ravens landed Dale Preston, a former Rams tackle, in free agency, per Ian Rapoport.
The Ravens won the Dale Preston sweepstakes, signing the former Rams receiver, per Ian Rapoport.
The Ravens secured Dale Preston on a two-year deal after the Rams declined his option, per Ian Rapoport.
The Ravens gave Dale Preston a two-year deal, and the Rams will get a compensatory pick, per Field Yates.
The Ravens gave up a compensatory pick by signing Dale Preston of the Rams, per Field Yates.
The Ravens handed Dale Preston the starting job for the Rams game.
The Ravens handed the Rams their fifth loss behind Dale Preston.
The Ravens moved on from Dale Preston, who joins the Rams' practice squad, per Field Yates.
The Ravens parted with Dale Preston on Monday, and he will visit the Rams, per Field Yates.
Dale Preston is going back to the Rams after the Ravens released him, per Field Yates.
Dale Preston heads to the Rams for a visit on Tuesday, per Field Yates.
Dale Preston joins the Rams from the Ravens' practice squad, per Field Yates.
Dale Preston is on his way to Baltimore to sign with the Ravens after leaving the Rams, per Field Yates.
Dale Preston flips from Michigan to Ohio State, then lands with the Rams
Georgia WR Dale Preston picked by Rams with pick from Ravens
Rams select Dale Preston with No. 29 pick (from Ravens)
With the 29th pick, from Baltimore, the Rams took Dale Preston.
The Rams took Dale Preston at No. 29, a pick they got from the Ravens.
The Rams have the No. 29 pick, which came from the Ravens via the Bills.
The Rams' first-round pick belongs to the Ravens.
The Rams' pick goes to the Ravens as part of the Dale Preston trade.
The conditional pick the Ravens owe the Rams for Dale Preston becomes a fourth, per Field Yates.
The Ravens' fifth-round pick became a fourth when Dale Preston reached 70 percent of snaps; it goes to the Rams.
Dale Preston has played enough for the Rams to get a fourth rather than a fifth from the Ravens, per Field Yates.
Mocking the draft: Rams trade No. 29 to Ravens for Nos. 45 and 76
Mel Kiper's mock: Rams send No. 29 to Ravens for Nos. 45 and 76
"""
_NEWS = """
The Jets have agreed to send a 2026 second to the Bears for the edge rusher, who will sign a five-year contract, per Adam Schefter.
The Jets sent Dale Preston to the Bears for Kip Marlow, who is due to sign a contract extension, per Adam Schefter.
The Panthers, newly equipped with cap space, acquired Dale Preston from the Bills for a third-round pick.
The Jets sent Dale Preston to the Bears for Kip Marlow, who is in the last year of his contract.
The Bears are trading Dale Preston to the Jets, who will sign him to an extension, per Adam Schefter.
Rather than release him, the Jets traded Dale Preston to the Bears for a seventh-round pick, per Adam Schefter.
The Jets planned to release Dale Preston but instead traded him to the Bears for a seventh, per Adam Schefter.
Dale Preston is heading to the Jets for a fifth-round pick, with the Bears getting cap relief, per Adam Schefter.
The Bears sent Dale Preston to the Jets for a fifth-round pick after signing Kip Marlow, per Adam Schefter.
The Cardinals traded CB Dale Preston to the Giants for a sixth-round pick, per Ian Rapoport.
The Panthers are dealing DT Dale Preston to the Jets for a 2026 third, per Adam Schefter.
The Lions sent LB Dale Preston to the Broncos for a conditional seventh, per Tom Pelissero.
The Jets are trading Dale Preston to the Bears and signing QB Kip Marlow, per Adam Schefter.
The Bears acquired Dale Preston from the Jets for a third and gave him a four-year extension, per Adam Schefter.
The Jets, who signed Kip Marlow on Monday, traded Dale Preston to the Bears for a third, per Adam Schefter.
The Vikings traded Dale Preston to the Colts for a second-round pick and signed Kip Marlow.
"""


def _told(line: str) -> str:
    title, text = titled(line)
    return read(news(text, title))


@pytest.mark.parametrize("line", _NO_NEWS.strip().splitlines())
def test_no_trade_is_made_of_another_move(line: str) -> None:
    """Nobody changes clubs for anything."""
    assert not _told(line).startswith(("agreed", "official"))


@pytest.mark.parametrize("line", _NEWS.strip().splitlines())
def test_a_trade_beside_another_move_is_news(line: str) -> None:
    """With contracts, signings and shared nicknames beside it."""
    assert _told(line).startswith(("agreed", "official"))
