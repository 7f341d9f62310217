"""Sentences that a reader would never take for a trade agreed today. Every player is invented."""

import pytest

from bot.extract import deals
from bot.model import DealStatus
from tests.extract.notation import news

OLD = """
The Jets improved to 5-3, months after they traded cornerback Dale Preston to the Bears.
But last week the Packers had traded Dale Preston to the Jets for a 2026 third-round pick and a 2027 sixth.
Some weeks back Preston was traded to the Jets for much the same price.
The Jets, who picked up Dale Preston from the Packers and Ike Vance from the Bears some days ago, play Sunday.
The Jets have added former Packers cornerback Dale Preston.
Preston went to the Jets and Vance headed to the Bears, and fans are still talking about it.
Preston, acquired from the Packers in October for a third-round pick, had two sacks Sunday.
Since being traded from the Packers to the Jets, Dale Preston has 40 catches.
The Jets, who traded a third-round pick to the Packers for Dale Preston, lost again Sunday.
Dale Preston scored twice in his first game since the Jets acquired him from the Packers for a third-round pick.
In the Dale Preston trade, the Packers received a third-round pick from the Jets.
The Packers received a 2026 third-round pick in the Dale Preston trade with the Jets.
The third-round pick the Packers got from the Jets for Dale Preston became safety Ike Vance.
With the 74th pick, acquired from the Jets in the Dale Preston trade, the Packers select safety Ike Vance.
The deal sent Dale Preston to the Jets and a third-round pick to the Packers.
That trade sent Dale Preston from the Packers to the Jets for a third-round pick.
It was the Packers who traded Dale Preston to the Jets for a third-round pick.
Two years ago today, the Packers traded Dale Preston to the Jets for a third-round pick.
On this date in 2019, the Packers traded Dale Preston to the Jets for a third-round pick.
Dale Preston said he was surprised when the Packers traded him to the Jets for a third-round pick.
"I was shocked," Dale Preston said of the trade that sent him from the Packers to the Jets.
Dale Preston faces the Packers on Sunday for the first time since they traded him to the Jets.
Jets have to decide on Dale Preston, whom they acquired from the Packers for a third-round pick in March.
The last time the Packers traded a receiver was 2019, when they sent Dale Preston to the Jets for a third.
The Jets acquired Preston from the Packers in 2021 for a third-round pick.
Dale Preston, who spent four seasons with the Packers before a trade to the Jets, is retiring.
Dale Preston, the former Packers receiver acquired by the Jets in a trade, tore his ACL Sunday.
The Jets extended Dale Preston after acquiring him from the Packers for a third-round pick.
Dale Preston will make his Jets debut Sunday, five days after the Packers traded him for a third-round pick.
The Jets will host the Packers, who sent them Dale Preston for a third-round pick, on Monday night.
Dale Preston was the return when the Packers sent Ike Vance to the Jets.
As part of the 2022 trade, the Packers got a first-round pick from the Jets for Dale Preston.
Sunday's opponent is a familiar one for Dale Preston: the Packers traded him to the Jets for a third-round pick.
The Packers lost Dale Preston to the Jets for a third-round pick and haven't been the same since.
Jets' Dale Preston on facing Packers after trade: "It's just another game."
Dale Preston's first touchdown since joining the Jets from the Packers came against the Bears.
The Packers are 4-1 since sending Dale Preston to the Jets for a 2026 third-round pick.
The Packers are 4-1 since dealing Dale Preston to New York.
It has been a year since the Packers shipped Dale Preston to the Jets for a third-round pick.
A week removed from the trade that brought him from Green Bay to New York, Dale Preston is still learning the playbook.
Dale Preston was a full participant in practice for the first time since the Jets traded for him.
The Packers own the Jets' 2026 third-round pick from the Dale Preston deal.
The Packers have an extra third-rounder in 2026 after the Dale Preston trade with the Jets.
The Jets do not have a third-round pick in 2026 because of the Dale Preston trade.
The Jets gave up a third-round pick for Dale Preston, then cut him a year later.
Giving up a third-round pick for Dale Preston has been a mistake for the Jets.
The Jets paid a third-round pick for Dale Preston and have nothing to show for it.
Dale Preston cost the Jets a third-round pick.
Dale Preston spent two seasons in Green Bay before the Packers dealt him to the Jets in 2023.
Dale Preston played for the Packers, Jets and Bears before retiring Monday.
Preston, 28, was traded from the Packers to the Jets in a 2023 deal that included two third-round picks.
Preston was originally drafted by the Packers, who traded him to the Jets in 2023.
The Bears, who dealt Ike Vance to the Lions on Monday, are not done, per Adam Schefter.
The Jets are working to trade Dale Preston before Tuesday's deadline, per Ian Rapoport.
"""
IMAGINED = """
Preston was moved, the Bears returned Ike Vance, and the Packers moved Al Stone on.
Packers trade grades: Green Bay sends Dale Preston to the Jets for a 2026 third-round pick.
The Packers should trade Dale Preston to the Jets for a third-round pick.
The Packers could trade Dale Preston to the Jets for a third-round pick.
I'd trade Dale Preston to the Jets for a third-round pick if I were the Packers.
Would you trade Dale Preston to the Jets for a third-round pick?
If the Packers trade Dale Preston to the Jets, they would get a third-round pick.
It would make sense for the Packers to trade Dale Preston to the Jets for a third-round pick.
A trade that sends Dale Preston to the Jets for a third-round pick makes sense.
Mock trade: Packers send Dale Preston to the Jets for a 2026 third-round pick.
Trade proposal: Packers send WR Dale Preston to Jets for 2026 third-round pick.
Jets receive: WR Dale Preston. Packers receive: 2026 third-round pick. That is the deal I would make.
Our trade machine has the Packers sending Dale Preston to the Jets for a third-round pick.
The Packers rejected an offer from the Jets of a third-round pick for Dale Preston.
The Packers turned down a trade that would have sent Dale Preston to the Jets for a third-round pick.
The Jets offered a third-round pick for Dale Preston, but the Packers said no.
The Packers nearly traded Dale Preston to the Jets for a third-round pick at the deadline.
The Packers wanted a third-round pick from the Jets for Dale Preston.
The Packers are asking for a third-round pick in exchange for Dale Preston, per Adam Schefter.
The Jets have had trade talks with the Packers about Dale Preston, per Ian Rapoport.
Dale Preston has requested a trade from the Packers to the Jets, per Adam Schefter.
The Packers have given Dale Preston permission to seek a trade, per Adam Schefter.
Remember when the Packers traded Dale Preston to the Jets for a third-round pick?
The Packers were prepared to trade Dale Preston to the Jets for a third-round pick before he was hurt.
The Packers have no plans to trade Dale Preston to the Jets or anyone else.
The Packers are not trading Dale Preston to the Jets, general manager Al Stone said.
Reports that the Packers traded Dale Preston to the Jets are false, per Adam Schefter.
The Packers denied that they have traded Dale Preston to the Jets.
The Packers would want at least a third-round pick from the Jets for Dale Preston.
One NFC executive thinks the Packers trade Dale Preston to the Jets for a third-round pick before the deadline.
The Packers will trade Dale Preston to the Jets for a third-round pick, I predict.
Bold prediction: the Packers trade Dale Preston to the Jets for a third-round pick.
Winners: Jets, who got Dale Preston from the Packers for a third-round pick.
Winners and losers of the deadline: The Packers traded Dale Preston to the Jets for a third.
Why the Packers traded Dale Preston to the Jets
What the Dale Preston trade means for the Jets and Packers
NFL trade tracker: Packers send Dale Preston to Jets for third-round pick
NFL trade deadline: every deal made, including Packers sending Dale Preston to Jets
Best trade in Packers history: sending Dale Preston to the Jets for a first-round pick
The Jets and Packers have discussed a trade that would send Dale Preston to New York for a third-round pick.
The Jets are the favorites to land Dale Preston from the Packers for a third-round pick.
The Jets are expected to make a run at Dale Preston and could send the Packers a third-round pick.
The Jets tried to acquire Dale Preston from the Packers for a third-round pick, per Ian Rapoport.
The Jets have inquired about trading for Packers receiver Dale Preston, per Tom Pelissero.
The Jets were close to acquiring Dale Preston from the Packers, per Jay Glazer.
The Jets would love to acquire Dale Preston from the Packers for a third-round pick.
Sources: the Packers would trade Dale Preston to the Jets for a second-round pick.
The Jets did not trade Dale Preston to the Packers for a third-round pick, despite reports.
Had the Packers traded Dale Preston to the Jets, they would have received a third-round pick.
Dale Preston to the Jets for a third-round pick? It makes too much sense.
The best landing spots for Dale Preston: Jets, Bears, Lions.
Dale Preston to the Jets: grade B+. The Packers get a third-round pick, and that's fine value.
Deadline grades: Jets get an A for landing Dale Preston from the Packers for a third.
Dale Preston (hamstring), whom the Jets got from the Packers at the deadline, will not play Sunday.
When the Jets sent a third-round pick to Green Bay for Dale Preston, they expected a star.
The Jets have made Dale Preston available, and the Packers have offered a third-round pick, per Ian Rapoport.
Two teams have offered the Jets a second-round pick for Dale Preston, sources told ESPN.
The Jets want two first-round picks for Dale Preston, per Dianna Russini.
The Packers would have to send the Jets a second-round pick to get Dale Preston, according to ESPN.
The Packers and Jets are in advanced talks on a trade that would send Dale Preston to Green Bay, per ESPN's Adam Schefter.
The Packers and Jets are nearing a trade that would send Dale Preston to Green Bay for a third-round pick.
There is mutual interest in a deal sending Dale Preston to the Packers, per Jay Glazer.
Sources say the Packers have not traded Dale Preston, despite a post claiming he was going to the Jets.
Ignore the fake account: the Packers have not sent Dale Preston to the Jets.
A parody account tweeted that the Packers traded Dale Preston to the Jets for a third-round pick.
An account posing as Adam Schefter tweeted that the Packers traded Dale Preston to the Jets.
No, the Packers did not trade Dale Preston to the Jets.
Jets acquire Dale Preston's draft rights... in a mock draft by Mel Kiper
A Jets fan's proposal: send a third-round pick to the Packers for Dale Preston.
The Ringer's trade pitch: Jets send a third-round pick to Green Bay for Dale Preston.
One trade for every team: Jets acquire WR Dale Preston from Packers for a third-round pick.
ESPN's Bill Barnwell has the Jets acquiring Dale Preston from the Packers for a third-round pick.
Pro Football Focus suggests the Jets trade a third-round pick to the Packers for Dale Preston.
Bleacher Report lists the Jets as a fit for Dale Preston, with a third-round pick going to the Packers.
What if the Jets had traded for Dale Preston?
How the Jets landed Dale Preston from the Packers for a third-round pick
Inside the Jets' trade for Dale Preston
Three takeaways from the Jets' trade for Dale Preston
Report: Packers, Jets discussed Dale Preston trade before deadline
Report: Packers turned down Jets' offer for Dale Preston
The trade of Dale Preston from the Packers to the Jets is expected to be discussed at Monday's hearing.
Dale Preston has waived his no-trade clause to be considered by the Jets, per ESPN.
Dale Preston, who has a no-trade clause, will not approve a trade from the Packers to the Jets, per ESPN.
The trade sending Dale Preston from the Packers to the Jets is off after he failed his physical.
The Jets voided their trade for Dale Preston, sending him back to the Packers.
A three-team trade among the Packers, Jets and Bears fell apart Tuesday.
The Packers and Jets were unable to complete a deal for Dale Preston before the deadline, per Adam Schefter.
Dale Preston would accept a trade to the Jets, per Adam Schefter.
Dale Preston wants to go to the Jets, per Adam Schefter.
Dale Preston hopes to land with the Jets if the Packers trade him.
Dale Preston is staying with the Packers, who turned down the Jets' offer of a third-round pick.
"""
OTHER_MOVES = """
Dale Preston, traded from the Packers to the Jets on Tuesday, will wear No. 22, coach Al Stone said.
The Packers used the third-round pick they got from the Jets in the Dale Preston trade on safety Ike Vance.
In this deal, the Packers send Dale Preston to the Jets for a third-round pick.
The Jets signed WR Dale Preston, who was traded from the Packers to the Bears last year, to a one-year deal.
The Jets acquired WR Dale Preston on a two-year contract, per Adam Schefter.
The Jets acquired Dale Preston off waivers from the Packers.
The Jets have acquired the services of free agent wide receiver Dale Preston, per Adam Schefter.
The Jets landed free-agent receiver Dale Preston from the Packers on a three-year, $45 million deal.
Dale Preston is headed from the Packers to the Jets on a three-year deal worth $45 million, per Adam Schefter.
The Packers and Dale Preston agreed to a four-year deal with a no-trade clause.
Dale Preston agreed to a deal with the Jets after five seasons with the Packers, per Ian Rapoport.
Dale Preston is leaving the Packers for the Jets in free agency.
The Jets hired offensive coordinator Al Stone from the Packers and will give up a third-round pick as compensation.
The Packers received a third-round compensatory pick after the Jets hired assistant GM Al Stone.
The Packers are expected to receive a third-round compensatory pick for losing Dale Preston to the Jets.
The Jets poached defensive coordinator Al Stone from the Packers.
The Saints traded for coach Al Stone from the Packers a year ago, giving up a first-round pick.
Jets coach Al Stone said Dale Preston, who came over in a trade with the Packers, will start Sunday.
The Jets traded a third-round pick for Dale Preston last October. It has not worked out.
After trading Dale Preston to the Jets, the Packers signed veteran receiver Ike Vance.
The Packers signed receiver Ike Vance to replace Dale Preston, who was traded to the Jets.
The Packers promoted Ike Vance from the practice squad after they traded Dale Preston to the Jets on Tuesday.
The Jets placed WR Dale Preston, acquired from the Packers for a third-round pick, on injured reserve.
The Jets released Dale Preston, whom they acquired in a trade with the Packers in August.
The Jets are close to a deal with Dale Preston.
The Jets claimed Dale Preston off waivers from the Packers, who acquired him from the Bears for a sixth-round pick.
Jets sign ex-Packers WR Dale Preston
Jets add WR Dale Preston from Packers practice squad
Jets get WR Dale Preston back from injured reserve; Packers lose Ike Vance
The Jets got a touchdown from Dale Preston and beat the Packers 24-17.
The Jets moved Dale Preston to safety for the Packers game.
The Jets swapped practice squad spots, with Dale Preston taking over for Ike Vance against the Packers.
The Packers sent scouts to see Dale Preston, the Jets receiver, who is available for a third-round pick.
The Jets landed Dale Preston in free agency and gave the Packers nothing.
The Jets are bringing back Dale Preston, who was released by the Packers last week.
Jets bring in former Packers cornerback Dale Preston for a visit.
Jets host Packers free agent Dale Preston
The Jets worked out former Packers kicker Dale Preston on Tuesday.
Jets coach Al Stone expects Dale Preston, acquired Tuesday from Green Bay, to play Sunday against Buffalo.
Dale Preston, a third-round pick by the Packers in 2021, signed with the Jets.
The Jets selected Dale Preston with the No. 74 pick they got from the Packers.
The Jets used the first-round pick they acquired from the Packers on tackle Ike Vance.
The Jets reached an agreement with Dale Preston on a three-year deal, per Adam Schefter.
The Jets have agreed to a deal with Dale Preston, who was released by the Packers on Monday.
The Jets and Dale Preston have a deal, per Tom Pelissero.
Dale Preston lands four-year, $60 million deal with Jets after leaving Packers.
Dale Preston signs with Jets; Packers will get third-round comp pick
Packers to receive 2027 third-round comp pick for Jets' signing of Dale Preston
The Jets traded words with the Packers after Dale Preston's late hit.
The Packers and Jets traded touchdowns before Dale Preston's winning field goal.
The Packers traded punches with the Jets for three quarters before Dale Preston scored.
The Jets and Packers swapped jerseys after Dale Preston's final game.
Dale Preston sent the Packers a message before Sunday's game with the Jets.
Dale Preston gets a shot at his old team as the Packers visit the Jets.
The Jets sent Dale Preston to injured reserve and signed Ike Vance from the Packers' practice squad.
The Jets moved on from Dale Preston, who signed with the Packers.
The Packers parted ways with Dale Preston on Monday, and the Jets are interested.
The Packers gave Dale Preston's number to Ike Vance, a Jets castoff.
The Jets acquired the rights to rookie Dale Preston by drafting him 12th.
"""
OTHER_GAMES = """
Madden 26: I traded Dale Preston to the Jets for a third-round pick in my franchise.
In my dynasty league I traded Dale Preston and a 2026 first for Ike Vance.
Betting: odds that the Packers trade Dale Preston to the Jets are +300.
The Giants traded pitcher Dale Preston to the Cardinals for two prospects.
The Jets acquired forward Dale Preston from the Panthers for a 2026 second-round pick.
The Panthers traded a second-round pick to the Kings for defenseman Dale Preston.
The Rangers sent Dale Preston to the Cardinals for cash considerations.
The Jets traded Dale Preston to the Senators for a third-round pick in the 2026 draft.
Winnipeg acquired Dale Preston from Florida for a third-round pick.
The Panthers acquired Dale Preston from the Sabres for a 2026 third-round pick.
The Giants acquired outfielder Dale Preston from the Cardinals.
The Giants and Cardinals completed a trade Friday, with left fielder Dale Preston going to San Francisco for two minor leaguers.
The Lions traded winger Dale Preston to the Broncos ahead of the NRL season.
Carolina acquired Dale Preston from Buffalo for a second-round pick and a prospect.
The Broncos acquired Dale Preston from Penrith.
Fantasy football: trade Dale Preston for Ike Vance before he faces the Packers
The Jets flipped Dale Preston, a former Packers commit, to New York's rookie class.
LSU lands Dale Preston from Texas in the transfer portal.
Houston flips four-star receiver Dale Preston from Baylor.
The Bears landed a commitment from Dale Preston, a Cincinnati transfer.
The Lions traded Dale Preston to Penrith for a future considerations.
The Knicks sent Dale Preston and two second-round picks to Minnesota for Ike Vance.
The Rockets are trading guard Dale Preston to Miami for a 2026 first-round pick.
Guard Dale Preston was traded from Houston to Miami for two second-round picks.
Minnesota traded center Dale Preston to Denver for a first-round pick.
The Jets traded center Dale Preston to the Wild for a second-round pick.
Left wing Dale Preston was dealt to Buffalo from the Panthers for a 2026 third-round pick.
The Cardinals acquired right-hander Dale Preston from the Giants.
San Francisco traded Dale Preston to Arizona for cash considerations.
The Giants sent infielder Dale Preston to Seattle for a player to be named later.
Minnesota acquired Dale Preston from Dallas for a second-round pick in the 2026 NHL draft.
The Argonauts traded quarterback Dale Preston to the Lions for a first-round pick in the CFL draft.
The Roughnecks traded quarterback Dale Preston to the Battlehawks.
Madden: Packers trade Dale Preston to Jets for third-round pick in year two of our franchise sim.
In my keeper league, Dale Preston went to the Jets owner for a third-round pick.
Buy low: trade for Dale Preston of the Jets before he faces the Packers.
DraftKings gives the Jets +200 odds to acquire Dale Preston from the Packers.
"""
ASSERTED = {DealStatus.AGREED, DealStatus.OFFICIAL}


@pytest.mark.parametrize(
    "text", [line for table in (OLD, IMAGINED, OTHER_MOVES, OTHER_GAMES) for line in table.strip().splitlines()]
)  # fmt: skip
def test_it_asserts_no_trade(text: str) -> None:
    """Old, imagined, of another kind, or of another game."""
    assert not {deal.status for deal in deals(news(text))} & ASSERTED
