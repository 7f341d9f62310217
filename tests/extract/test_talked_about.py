"""Trades that are wanted, offered, denied and talked about; and those that came of it."""

import pytest

from tests.extract.notation import news, read, titled

_NO_NEWS = """
The Browns and Patriots have agreed on the framework of a trade with San Francisco for Dale Preston, but he has to agree to a contract, per Ian Rapoport.
The Jets and Packers agreed to the parameters of a trade that would send Dale Preston to Green Bay, per Adam Schefter.
Kip Marlow signed a five-year, $40 million contract with the Titans, who are now expected to trade Dale Preston.
Kip Marlow agreed to a two-year deal with the Jets, who now plan to trade Dale Preston, per Adam Schefter.
Kip Marlow is signing with the Colts, who are expected to move on from Dale Preston, per Ian Rapoport.
The Vikings signed QB Kip Marlow and are expected to trade QB Dale Preston, sources tell ESPN's Adam Schefter.
With Kip Marlow signed, the Saints are now expected to deal Dale Preston, per Adam Schefter.
The Saints are expected to trade Dale Preston before the draft, per Adam Schefter.
The Jets talked with the Lions and Buccaneers about a three-way trade involving Dale Preston, NFL Network's Ian Rapoport reports.
The Jets and Bears discussed a trade involving Dale Preston, Adam Schefter reports.
The Jets and Bucs have ramped up trade discussions involving Dale Preston, Adam Schefter of ESPN reports.
The Jets and Bears have intensified trade talks centered on Dale Preston, per Adam Schefter.
The Browns and Eagles have resumed trade negotiations for Dale Preston, per Ian Rapoport.
The Colts and Rams are engaged in trade conversations about Dale Preston, per Ian Rapoport.
Dolphins, Seahawks deep in talks on a Dale Preston trade, per Adam Schefter
The Dolphins are exploring a three-team trade with the Seahawks and Bills that involves Dale Preston, per Adam Schefter.
The Vikings and Patriots have had trade discussions about Dale Preston, sources told ESPN's Adam Schefter.
The Texans had dialogue with the Bears about a trade for Dale Preston, per Adam Schefter.
The Saints approached the Giants about a trade for Dale Preston, per Ian Rapoport.
Trade talks between the Bears and Raiders involving Dale Preston have heated up, per Adam Schefter.
The Packers spoke to the Raiders about trading Dale Preston, per Adam Schefter.
The Packers and Raiders are working on a trade that would send Dale Preston to Las Vegas, per Adam Schefter.
The Packers are working toward a trade of Dale Preston to the Raiders, per Adam Schefter.
The Packers and Raiders are discussing a deal for Dale Preston, per Tom Pelissero.
The Packers continue to talk with the Raiders about a Dale Preston trade, per Tom Pelissero.
The Chiefs are in discussions with the Jets to acquire Dale Preston, per Tom Pelissero.
The Chiefs have inquired about trading for Jets WR Dale Preston, per Tom Pelissero.
Several teams, including the Chiefs and Jets, have called the Bears about a trade for Dale Preston, per Tom Pelissero.
The Jets would want two first-round picks to move down from No. 3, but no offer has come close, per Ian Rapoport.
The Bears want at least a first-rounder and a starter for Dale Preston, per Adam Schefter.
The Colts are asking for two first-round picks to trade Dale Preston, ESPN's Adam Schefter reports.
It would take a first-round pick and more for the Bills to trade Dale Preston, per Ian Rapoport.
The Giants turned down a second-round pick from the Ravens for Dale Preston, per Ian Rapoport.
The Ravens offered the Giants a second-round pick for Dale Preston but were rebuffed, per Adam Schefter.
The Ravens made an offer to the Giants for Dale Preston that included a second-round pick, per Adam Schefter.
The Browns rejected the Eagles' offer of a first- and a third-round pick for Dale Preston, per Adam Schefter.
The price for Dale Preston is a first-round pick, and the Jets have not moved, per Adam Schefter.
The Jets set a deadline for teams to make offers for Dale Preston, per Tom Pelissero.
Teams have offered the Jets as much as a second-round pick for Dale Preston, per Tom Pelissero.
The Jets are listening to offers for Dale Preston, per Adam Schefter.
Dale Preston has been given permission to seek a trade, per Adam Schefter.
Dale Preston has requested a trade from the Jets, per Ian Rapoport.
Dale Preston asked the Jets to trade him to the Bears, per Ian Rapoport.
Dale Preston wants to be traded to the Bears, per Adam Schefter.
Dale Preston would welcome a trade to the Bears, per Adam Schefter.
Dale Preston has told the Jets he wants out; the Bears and Lions are interested, per Adam Schefter.
The Jets do not plan to trade Dale Preston to the Bears, per Adam Schefter.
The Jets have no plans to trade Dale Preston, per Adam Schefter.
The Jets will not trade Dale Preston to the Bears, per Adam Schefter.
The Jets have not traded Dale Preston to the Bears, per Adam Schefter.
The Bears are frontrunners to land Dale Preston from the Jets, per Adam Schefter.
The Bears are the favorites to acquire Dale Preston from the Jets, per Adam Schefter.
The Bears have emerged as a landing spot for Jets WR Dale Preston, per Ian Rapoport.
The Bears hope to acquire Dale Preston from the Jets, per Ian Rapoport.
The Bears are trying to trade for Dale Preston, per Ian Rapoport.
The Bears tried to trade for Dale Preston before he went to the Jets, per Ian Rapoport.
The Bears were close to trading Dale Preston to the Jets before the deadline, per Adam Schefter.
The Bears nearly traded for Jets WR Dale Preston at the deadline, per Adam Schefter.
The Bears almost sent a first to the Jets for Dale Preston, per Adam Schefter.
The Bears could send a second-round pick to the Jets for Dale Preston, per Adam Schefter.
The Bears might trade Dale Preston to the Jets this week, per Adam Schefter.
The Bears may end up trading Dale Preston to the Jets, per Adam Schefter.
A trade sending Dale Preston to the Bears is possible, per Adam Schefter.
A trade sending Dale Preston to the Bears is unlikely, per Adam Schefter.
A trade that would send Dale Preston to the Bears has been discussed, per Adam Schefter.
There is optimism the Jets will trade Dale Preston to the Bears, per Adam Schefter.
There's growing belief the Jets will trade Dale Preston to the Bears, per Adam Schefter.
Momentum is building toward the Jets trading Dale Preston to the Bears, per Ian Rapoport.
Many around the league expect the Jets to trade Dale Preston to the Bears, per Adam Schefter.
Keep an eye on the Bears as a trade partner for Jets WR Dale Preston, per Adam Schefter.
Don't be surprised if the Jets trade Dale Preston to the Bears, Adam Schefter says.
Watch for the Jets to trade Dale Preston to the Bears, Adam Schefter said on ESPN.
The Jets are more likely to trade Dale Preston than cut him, per Adam Schefter.
The Jets are likely to trade Dale Preston to the Bears, per Adam Schefter.
The Jets are seeking a trade partner for Dale Preston, per Adam Schefter.
The Jets plan to trade or release Dale Preston, per Adam Schefter.
The Jets are looking to trade down from No. 7, per Adam Schefter.
The Jets have discussed trading up with the Bears for No. 1, per Adam Schefter.
The Jets are open to moving down from No. 7 and have talked to the Bears, per Ian Rapoport.
The Jets called the Bears about moving up to No. 1, per Ian Rapoport.
The Vikings are trying to move up to No. 3 with the Patriots, per Ian Rapoport.
The Vikings have called the Patriots about the No. 3 pick and offered two firsts, per Ian Rapoport.
The Jets denied a report that they traded Dale Preston to the Bears.
Reports that the Jets traded Dale Preston to the Bears are false, per Adam Schefter.
Contrary to reports, the Jets have not traded Dale Preston to the Bears, per Adam Schefter.
Adam Schefter shot down a rumor that the Jets traded Dale Preston to the Bears.
There is no deal between the Jets and Bears for Dale Preston, per Ian Rapoport.
No trade is imminent between the Jets and Bears for Dale Preston, per Ian Rapoport.
A fake Adam Schefter account tweeted that the Jets traded Dale Preston to the Bears for a first.
A fake tweet claimed the Jets traded Dale Preston to the Bears, but Adam Schefter says it isn't so.
Despite what you may have read, the Jets did not trade Dale Preston to the Bears, per Ian Rapoport.
Jets GM: 'We're not trading Dale Preston to the Bears or anybody'
The Jets insist they won't trade Dale Preston to the Bears, per Ian Rapoport.
It would make sense for the Vikings to trade Dale Preston to the Colts for a second-round pick.
The Vikings would be smart to send Dale Preston to the Colts for a second-round pick.
A Vikings-Colts trade involving Dale Preston makes sense for both sides.
In this mock, the Vikings trade No. 24 and No. 88 to the Colts for No. 14.
In our simulation the Vikings traded Dale Preston to the Colts for a second-round pick.
In this scenario, Minnesota sends Dale Preston to Indianapolis for a second.
Under this proposal, the Vikings get a second and the Colts get Dale Preston.
The proposal has the Vikings sending Dale Preston to the Colts for a second.
Under the proposed deal, the Vikings would send Dale Preston to the Colts for a second.
ESPN's Bill Barnwell has the Vikings trading Dale Preston to the Colts for a second-round pick.
ESPN's Bill Barnwell thinks the Vikings trade Dale Preston to the Colts.
Bill Barnwell proposed that the Vikings trade Dale Preston to the Colts for a second.
ESPN's mock trade has Dale Preston going to the Colts for a second-round pick.
One general manager told ESPN he could see the Vikings trading Dale Preston to the Colts.
An AFC executive said the Vikings should trade Dale Preston to the Colts for a second-round pick.
Fans want the Vikings to trade Dale Preston to the Colts for a second-round pick.
The Vikings have until Tuesday to trade Dale Preston, and the Colts are watching, per Adam Schefter.
The Vikings are not actively shopping Dale Preston but would move him for a first, per Adam Schefter.
The Vikings have told teams Dale Preston is available for a second-round pick, per Ian Rapoport.
The Vikings have made Dale Preston available in a trade, per Ian Rapoport.
The Vikings gave Dale Preston permission to seek a trade, and the Colts are interested, per Ian Rapoport.
The Colts have had internal discussions about trading for Dale Preston, per Tom Pelissero.
The Colts have been in contact with the Vikings about Dale Preston, per Tom Pelissero.
The Colts and Vikings are not close on a Dale Preston trade, per Tom Pelissero.
The Colts and Vikings have made progress on a Dale Preston trade, per Tom Pelissero.
The Colts and Vikings are far apart on compensation for Dale Preston, per Tom Pelissero.
A deal between the Colts and Vikings for Dale Preston could be done by Friday, per Tom Pelissero.
The Colts are one of three teams that made an offer for Dale Preston, per Tom Pelissero.
The Colts would part with a second-round pick for Dale Preston, per Tom Pelissero.
The Colts are willing to give up a second-round pick for Dale Preston, per Tom Pelissero.
The Colts are prepared to send a second-round pick to the Vikings for Dale Preston, per Tom Pelissero.
The Colts are weighing whether to send a second-round pick to the Vikings for Dale Preston.
The Colts considered trading a second-round pick to the Vikings for Dale Preston, per Ian Rapoport.
The Colts passed on trading a second-round pick to the Vikings for Dale Preston, per Ian Rapoport.
The Colts lost out on Dale Preston, who was traded to the Bears, per Ian Rapoport.
The Colts finished second to the Bears in the bidding for Dale Preston, per Ian Rapoport.
The Colts wanted Dale Preston but the Vikings sent him elsewhere, per Ian Rapoport.
Dale Preston blocked a trade to the Colts by using his no-trade clause, per Ian Rapoport.
Dale Preston would have to waive his no-trade clause for the Vikings to send him to the Colts, per Ian Rapoport.
Dale Preston is unwilling to waive his no-trade clause for a move to the Colts, per Ian Rapoport.
The Vikings restructured Dale Preston's deal, making a trade to the Colts easier, per Field Yates.
Trading Dale Preston would leave the Vikings with $12 million in dead money, per Field Yates.
The Vikings would take on $12 million in dead cap by trading Dale Preston to the Colts, per Field Yates.
The Vikings, who would save $10 million by trading Dale Preston, have spoken with the Colts, per Field Yates.
The Colts, who own the Vikings' second-round pick from the Dale Preston trade, are on the clock.
The Vikings hold the Colts' 2026 second-round pick, acquired in the Dale Preston deal.
The Vikings pick 24th, a slot they got from the Colts in the trade for Dale Preston.
The Vikings have nine picks, including a second-rounder from the Colts for Dale Preston.
The Vikings have a second-round pick from the Colts for Dale Preston, and two fifths.
The Vikings, minus Dale Preston, who was shipped to Indianapolis, signed Kip Marlow, per Adam Schefter.
The Rams informed teams they would trade Dale Preston for a fifth, and the Ravens called, per Ian Rapoport.
The Rams wanted a third from the Ravens for Dale Preston, per Ian Rapoport, who says talks have stalled.
The Rams and Ravens agreed in principle to a trade for Dale Preston in March, but it fell apart over his physical.
The Ravens voided the trade for Dale Preston after he failed his physical and sent him back to the Rams.
The Rams' trade of Dale Preston to the Ravens was nullified.
The trade of Dale Preston from the Rams to the Ravens is off, per Adam Schefter.
The Ravens' trade for Dale Preston is on hold, per Adam Schefter.
Trade talks have broken off between the Rams and Ravens over Dale Preston, per Adam Schefter.
No deal: the Rams and Ravens could not agree on a trade for Dale Preston, per Adam Schefter.
If he passes his physical, Dale Preston would be traded to the Ravens for a fifth, per a report.
The Rams would have received a fifth for Dale Preston had the Ravens agreed, per Ian Rapoport.
The Rams could have had a second for Dale Preston from the Ravens last year, per Ian Rapoport.
The Rams once could have traded Dale Preston to the Ravens for a first, per ESPN.
A year ago, the Rams asked the Ravens for a first for Dale Preston, per ESPN.
Ravens GM Ned Orr on whether he would trade a first for Dale Preston: "No"
Asked about a trade of Dale Preston to the Ravens, Sean Orr declined comment.
Rumors of a Dale Preston trade to the Ravens are heating up, per a report.
Rams' Dale Preston liked a post about a trade to the Ravens.
Dale Preston posted a photo in a Ravens jersey amid talk the Rams will trade him.
Ravens steal Dale Preston from Rams in trade simulation
Ravens predicted to trade for Rams WR Dale Preston
Ravens projected to land Rams WR Dale Preston in trade
Ravens linked to Rams WR Dale Preston in trade
Ravens tabbed as best trade fit for Rams WR Dale Preston
Ravens named landing spot for Rams WR Dale Preston in trade
Ravens encouraged to trade for Rams WR Dale Preston
Ravens advised to send third-round pick to Rams for Dale Preston
Ravens told to trade third-round pick to Rams for Dale Preston
Ravens listed as trade partner for Rams WR Dale Preston
Rams reportedly would trade Dale Preston to Ravens for a third
Rams reportedly considering trading Dale Preston to Ravens
Rams reportedly close to trading Dale Preston to Ravens
Rams nearing trade of Dale Preston to Ravens, per report
Rams in talks to send Dale Preston to Ravens
Rams, Ravens in talks on Dale Preston trade
Rams, Ravens working on Dale Preston trade
Rams, Ravens trading barbs over Dale Preston
"""
_NEWS = """
The Titans are expected to trade Dale Preston to the Bears for a third-round pick, per Adam Schefter.
The Saints are expected to send Dale Preston to the Jets, per Adam Schefter.
Dale Preston is expected to be traded to the Jets once the league year begins, per Adam Schefter.
After a week of talks with the Lions and Buccaneers, the Jets traded Dale Preston to the Lions for a third, Ian Rapoport reports.
The Jets, Lions and Buccaneers have agreed to a three-way trade involving Dale Preston, NFL Network's Ian Rapoport reports.
The Jets and Bucs have agreed to a trade involving Dale Preston, Adam Schefter of ESPN reports.
The Packers and Raiders talked for weeks and on Tuesday agreed on a trade that sends Dale Preston to Las Vegas for a second.
The Jets and Bears put together a deal that sends Dale Preston to Chicago for a third-round pick, per Adam Schefter.
ESPN's Adam Schefter reports the Bears are sending Dale Preston to the Jets for a third-round pick.
ESPN's Adam Schefter reports two trades, including one that sends Dale Preston from the Bears to the Jets.
NFL.com's Ian Rapoport first reported the deal sending Dale Preston from the Bears to the Jets for a 2026 second-round pick.
The Bears traded Dale Preston to the Browns, a source told ESPN, ending a week of trade talks.
The Jets and Bears completed trade talks Tuesday, sending Dale Preston to Chicago for a third-round pick.
The Jaguars acquired Dale Preston from the Bears for a conditional pick, and he is expected to play Sunday.
The Jets agreed to send two first-round picks to the Bears to move up from No. 3, per Ian Rapoport.
The Bears, who wanted a first, traded Dale Preston to the Jets for a second-round pick, per Adam Schefter.
The Jets granted Dale Preston's request and traded him to the Bears for a third-round pick, per Ian Rapoport.
Dale Preston, who requested a trade last week, is being traded to the Bears for a fourth-round pick, per Adam Schefter.
The Jets had been listening to offers for Dale Preston; he is going to the Bears for a third, per Adam Schefter.
The Jets confirmed a report that they traded Dale Preston to the Bears for a third-round pick.
The Jets had denied they would trade Dale Preston, but he is going to the Bears for a third, per Adam Schefter.
After months of rumors, the Jets finally traded Dale Preston to the Bears for a second-round pick, per Ian Rapoport.
The Jets are expected to trade Dale Preston to the Bears for a second-round pick on Wednesday, per Adam Schefter.
The Vikings have agreed to trade Dale Preston, who must pass a physical, to the Colts for a third, per Tom Pelissero.
The Vikings restructured Dale Preston's deal and traded him to the Colts for a third, per Field Yates.
An NFL analyst reports the Vikings are trading Dale Preston to the Colts for a third-round pick.
The Steelers have traded Dale Preston to the Bears, ending his request, which he later repeated, per Adam Schefter.
Dale Preston is a Raven, Ian Rapoport reports. Baltimore traded a fifth to the Rams for the receiver.
The Rams agreed to terms with the Ravens on a trade that sends Dale Preston to Baltimore for a fifth.
"""


def _told(line: str) -> str:
    title, text = titled(line)
    return read(news(text, title))


@pytest.mark.parametrize("line", _NO_NEWS.strip().splitlines())
def test_talk_is_not_announced(line: str) -> None:
    """Whoever reports it."""
    assert not _told(line).startswith(("agreed", "official"))


@pytest.mark.parametrize("line", _NEWS.strip().splitlines())
def test_what_came_of_talk_is_news(line: str) -> None:
    """The same words beside a trade that was made."""
    assert _told(line).startswith(("agreed", "official"))
