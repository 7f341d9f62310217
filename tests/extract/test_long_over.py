"""Trades that a sentence about other things mentions; and sentences that tell of one first."""

import pytest

from tests.extract.notation import news, read, titled

_NO_NEWS = """
Dale Preston has now been traded three times in 18 months, from Washington to Seattle, Minnesota and Philadelphia.
Jane Roe has now traded away Dale Preston and Ike Vance in less than a year, and it is fair to ask what the plan is.
On Oct. 12, 2004, the Jets took Dale Preston and sent him to the Bears for Kip Marlow and a package of picks.
It was March 3, 2019: the Jets sent WR Dale Preston to the Bears for a first-round pick.
DEADLINE BINGO: "Jets trade Dale Preston to the Bears," "Colts get a first for Marlow."
The Jets host the Bears on Sunday. A history of their deals: 2005, Jets give Bears No. 7 and a seventh for Dale Preston.
The Jets are finalizing a trade of Dale Preston to the Bears. You did not check the handle.
The Browns held an open competition between Cole Hatcher and the newly acquired Dale Preston.
Coach Ned Orr said the newly acquired Dale Preston will start for the Panthers on Sunday.
Recently acquired receiver Dale Preston practiced with the Bills on Thursday for the first time.
The Bears' newly acquired receiver, Dale Preston, took part in his first practice.
Just-acquired cornerback Dale Preston will wear No. 24 for the Lions.
The Raiders are easing in newly traded linebacker Dale Preston.
Newcomer Dale Preston, acquired from Denver, will return kicks for the Jets on Sunday.
The Colts sent a first-round pick to the Browns for Dale Preston, who has averaged 3.9 yards a carry over three seasons in Indianapolis.
The Jets gave the Bears a second for Dale Preston, who has 14 sacks in three seasons in New York.
The Dolphins acquired Dale Preston from the Bears for a third-round pick, and he has started 31 games for Miami.
The Vikings traded for Dale Preston, who has not missed a start in four seasons with the team.
The Chargers paid two firsts to the Bills for Dale Preston, who went on to make five Pro Bowls in Los Angeles.
The Jets traded Dale Preston to the Bears, where he blossomed into a star.
The Jets traded Dale Preston to the Bears, where he has become a Pro Bowler.
The Jets shipped Dale Preston to the Bears for a third, which they used to draft Kip Marlow.
The Jets sent Dale Preston to the Bears for a pick that became Kip Marlow.
The Bears acquired Dale Preston from the Jets for a third-rounder that was used on guard Kip Marlow.
Preston, who was acquired from San Francisco in a three-team trade last year, returned to practice with the Eagles on Friday.
Preston, whom the Jets acquired in a three-team trade in 2024, is expected to start Sunday.
Preston, acquired in a four-way trade in March, has been limited by a knee injury for the Bills.
The Rams' all-in approach, which included trades for Dale Preston, Kip Marlow and Otis Rann, ended with a Super Bowl title.
The Eagles' rebuild, which included trades of Dale Preston and Kip Marlow, is ahead of schedule.
Their aggressive offseason, highlighted by the trade for Dale Preston, has the Bills in first place.
The Broncos' spending spree, including trades for Dale Preston and Kip Marlow, has not paid off.
The 49ers roster was built through trades for Dale Preston and Kip Marlow.
The Raiders have already traded the second pick, so Ned Orr will wait until Friday to make a selection.
The Jets have already traded their second-round pick and will have to wait until No. 88 on Friday.
The Browns, who traded their first-round pick, do not select until No. 42.
The Browns don't have a first-round pick after trading it to the Texans.
The Texans own the Browns' first-round pick from the Dale Preston trade.
Without a first-round pick, traded to the Texans, the Browns will wait until Friday.
The Rams own two first-round picks after trading Dale Preston to Jacksonville.
The Jets sent Dale Preston to the Bears for Kip Marlow, who meets his old team Sunday.
The Jets sent Dale Preston to the Bears for Kip Marlow, who faces New York on Sunday at MetLife.
The Vikings' Dale Preston faces the Jets, who traded him to Minnesota for a fourth, on Sunday.
Dale Preston faces the team that traded him on Sunday when the Vikings host the Jets.
The Jets, who sent two second-rounders to the Colts in 2018 to move up for Kip Marlow, have a decision to make.
The Jets gave the Colts three second-rounders to move up to No. 3 for Kip Marlow, who is out of the league.
Preston cost the Bears two first-round picks in 2018.
Dale Preston, who cost the Bears two firsts, was released Monday.
Dale Preston, for whom the Bears gave the Raiders two firsts, is a free agent.
Coach Ned Orr said the Titans traded Dale Preston because it was best for the team.
Bears general manager Ned Orr explained why the club traded Dale Preston to the Jets.
Lions coach Ned Orr said he was not surprised the team traded Dale Preston.
Seahawks GM Ned Orr defended the decision to trade Dale Preston to the Broncos for a first-round pick.
Ned Orr on the Dale Preston trade: "We sent him to the Jets because he wanted out."
Dale Preston says he was shocked when the Packers traded him to the Raiders, he told ESPN's Adam Schefter.
Dale Preston opens up about the trade that sent him from the Packers to the Raiders.
Kip Marlow reacts to the Packers trading Dale Preston to the Raiders.
Raiders teammates reacted to the news that Dale Preston had been traded to the Packers.
Dale Preston thanks Packers fans after being traded to the Raiders for a second-round pick
Dale Preston bids farewell to Green Bay following trade to Raiders
Dale Preston feels he has something to prove after the Chiefs traded him to the Texans.
Dale Preston on being traded: "The Chiefs sent me to Houston for a reason"
The Texans introduced Dale Preston, whom they acquired from the Chiefs for a second-round pick.
The Texans held a news conference for Dale Preston, acquired from Kansas City for a second-round pick.
Dale Preston, who the Texans got from the Chiefs, will wear No. 11.
The Jets signed QB Kip Marlow after trading Dale Preston to the Bears, per Adam Schefter.
After trading Dale Preston to the Bears, the Jets are signing QB Kip Marlow, per Adam Schefter.
The Jets, who traded Dale Preston to the Bears on Monday, signed Kip Marlow, per Adam Schefter.
The Jets signed Kip Marlow to replace Dale Preston, who was traded to the Bears last week, per Adam Schefter.
Kip Marlow will start in place of Dale Preston, whom the Jets traded to the Bears for a third-round pick, per Adam Schefter.
The Bears gave Dale Preston, acquired from the Jets in March for a second-round pick, a four-year extension, per Adam Schefter.
Dale Preston, traded from the Jets to the Bears in 2023 for a first-round pick, is retiring, per Adam Schefter.
Dale Preston, a former first-round pick of the Jets who was traded to the Bears, has torn his ACL, per Ian Rapoport.
The Bears, who sent a first-round pick to the Jets for Dale Preston in March, placed him on injured reserve, per Ian Rapoport.
The pick the Jets received from the Bears in the Dale Preston trade is now No. 7 overall, per Field Yates.
With the pick acquired from the Bears for Dale Preston, the Jets selected Kip Marlow.
The Jets used the second-round pick they got from the Bears for Dale Preston on Kip Marlow.
The Bears now have five picks in the first three rounds thanks to the trade of Dale Preston to the Jets.
The Jets have made four trades this season, sending Dale Preston to the Bears, Kip Marlow to the Lions and Otis Rann to the Colts.
Since taking over, Ned Orr has traded Dale Preston to the Bears, Kip Marlow to the Lions and Otis Rann to the Colts.
In his first year, Jets GM Ned Orr traded Dale Preston to the Bears for a first-round pick.
The last time the Jets and Bears made a trade, New York sent Dale Preston to Chicago for a third-round pick.
The trade comes a year after the Jets sent Dale Preston to the Bears for a second.
The move comes months after the Jets traded Dale Preston to the Bears for a second.
It's the biggest deal since the Jets sent Dale Preston to the Bears for a first-round pick.
It was the Jets' first trade since they sent Dale Preston to the Bears.
The deal is similar to the one that sent Dale Preston from the Jets to the Bears for a first-round pick.
Think of when the Jets traded Dale Preston to the Bears for two firsts.
Compare it to the Dale Preston trade, when the Jets got two firsts from the Bears.
Like the Jets did when they traded Dale Preston to the Bears, the Lions got a first.
The Jets' haul of two firsts from the Bears for Dale Preston set the market.
Two years ago this week the Jets traded Dale Preston to the Bears for a first-round pick, Adam Schefter recalled.
The Jets' decision to trade Dale Preston to the Bears still stings fans.
The Jets' sending Dale Preston to the Bears has aged well.
Dale Preston has 6 sacks since the Bears acquired him from the Jets for a third-round pick, per ESPN.
Dale Preston leads the league in sacks after the Bears traded a third-round pick to the Jets for him, per ESPN.
Dale Preston is questionable for Sunday, his first game since the Bears acquired him from the Jets.
Dale Preston will make his Bears debut Sunday, five days after he was traded by the Jets.
Dale Preston (hamstring), acquired from the Jets on Tuesday, is out for the Bears, per Adam Schefter.
The Bears' cap number grew after they acquired Dale Preston from the Jets, per Field Yates.
The Bears restructured Dale Preston's contract after acquiring him from the Jets, per Field Yates.
As part of the trade that sent him to the Bears, Dale Preston agreed to a pay cut, per Field Yates.
Without Dale Preston, dealt to the Colts before the deadline, the Vikings lost to the Bears 24-10.
Minnesota, which dealt Dale Preston to Indianapolis, ranks last in sacks.
The Vikings have struggled since sending Dale Preston to the Colts for a second-round pick.
The Vikings' defense has not recovered from trading Dale Preston to the Colts.
The Vikings got a second-round pick for Dale Preston and have not replaced him.
Remember, the Vikings gave up a second-round pick for Dale Preston just last March.
The Vikings gave up a second-round pick to get Dale Preston, and now he is on the bench.
The Vikings gave up a second-round pick for Dale Preston, only to release him on Monday.
The Vikings acquired Dale Preston for a second-round pick, but he never played a snap.
The Vikings traded for Dale Preston, but he was released after six games.
The Vikings traded a second for Dale Preston and got six games out of him.
Dale Preston played six games for the Vikings after a trade from the Colts and is now a free agent.
Dale Preston started his career with the Colts, was traded to the Vikings and finished with the Bears.
Drafted by the Colts, Dale Preston was traded to the Vikings before landing with the Bears.
A native of Houston, Dale Preston was traded from the Colts to the Vikings for a second in his third season.
Dale Preston, 34, retired after stints with the Colts, Vikings and Bears, who acquired him for a seventh.
Dale Preston died Tuesday. He was traded from the Colts to the Vikings for a first-round pick.
Dale Preston was elected to the Hall of Fame; the Colts traded him to the Vikings for a first.
Hall of Famer Dale Preston recalls the Colts trading him to the Vikings for a first-round pick.
Dale Preston sued the Vikings over the trade that sent him to the Colts.
Dale Preston was fined $20,000 after the Vikings traded him to the Colts.
The NFL is investigating the trade that sent Dale Preston to the Colts.
The league rejected the trade that would have sent Dale Preston to the Colts.
The Ravens placed Dale Preston on injured reserve. He was acquired from the Rams in a trade for a fifth-round pick.
Dale Preston tore his Achilles on Sunday, per Adam Schefter. The Ravens sent a fifth-round pick to the Rams for him in March.
Dale Preston is out for the season, Ian Rapoport reports. Baltimore traded a fifth to the Rams for him.
The Ravens cut Dale Preston, per Tom Pelissero. He came over from the Rams for a fifth-round pick in August.
Dale Preston has been suspended four games. The Ravens got him from the Rams for a fifth-round pick this summer.
Dale Preston returned to Los Angeles on Sunday, a year after the Rams traded him to the Ravens.
Ravens WR Dale Preston was named AFC Offensive Player of the Week. Baltimore acquired him from the Rams for a fifth.
The Ravens extended Dale Preston through 2029, per Adam Schefter. They acquired the tackle from the Rams for two firsts.
Dale Preston agreed to a four-year, $92 million extension with the Ravens, who acquired him from the Rams in March, per Adam Schefter.
The Ravens' new left tackle, Dale Preston, came in a trade with the Rams that cost a second-round pick.
Rookie Kip Marlow was taken with the second-round pick the Ravens got from the Rams for Dale Preston.
The Rams have not won since Dale Preston was traded to Baltimore for a fifth-round pick.
Dale Preston caught nine passes in his third game with the Ravens since being acquired from the Rams for a fifth.
With Dale Preston traded to the Ravens, Kip Marlow takes over as the Rams' No. 1 receiver.
Kip Marlow moves up the depth chart with Dale Preston gone to Baltimore in a trade.
The Rams promoted Kip Marlow to fill the spot of Dale Preston, who was dealt to Baltimore for a fifth.
Kip Marlow will wear No. 12, the number of Dale Preston before he was traded to the Ravens.
Sean Orr said trading Dale Preston to the Ravens was the hardest thing he has done as Rams coach.
"Trading Dale was hard," Rams coach Sean Orr said of sending Dale Preston to the Ravens.
"We got a good player," Ravens coach Ned Orr said of Dale Preston, who came from the Rams for a fifth.
Ravens coach Ned Orr on Dale Preston: "We traded a fifth for a starter."
Rams owner says he had no part in the team trading Dale Preston to the Ravens
Dale Preston's agent says the Rams never offered an extension before trading him to the Ravens.
The Rams told Dale Preston that he would be traded to the Ravens or released, per Ian Rapoport.
"""
_NEWS = """
Dale Preston tore his ACL. The Colts acquired the receiver Kip Marlow from the Texans for a third.
On Nov. 4, 2025, the Jets sent Dale Preston to the Bears for a first-round pick.
On Tuesday, Nov. 4, the Jets sent Dale Preston to the Bears for a first-round pick.
The Jets are finalizing a trade that sends Dale Preston to the Bears for a second, per me and @nobody.
The Jets sent Dale Preston to the Bears, who have a history of trading, for a second.
The Browns acquired Dale Preston from the Bears for a third-round pick, per Adam Schefter.
The Bears just acquired WR Dale Preston from the Jets for a 2026 third, per Ian Rapoport.
The Browns traded the newly acquired Dale Preston to the Jets for a third-round pick, per Adam Schefter.
The Jets made two trades Tuesday, including one that sends Dale Preston to the Bears for a third-round pick.
The Colts sent a first-round pick to the Browns for Dale Preston, who has averaged 3.9 yards a carry over three seasons in Cleveland.
The Dolphins acquired Dale Preston from the Bears for a third-round pick, and he has started 31 games for Chicago.
The Vikings traded for Dale Preston, who has not missed a start in four seasons.
The Jets traded Dale Preston to the Bears, where he will play for Ned Orr.
The Jets traded Dale Preston back to the Bears, where he became a star, for a fourth.
The Jets shipped Dale Preston to the Bears for the 45th pick, which they used to draft Kip Marlow.
The Jets traded up with the Bears to No. 12, which they used on quarterback Kip Marlow.
The Jets sent Dale Preston to the Bears for a pick that becomes a third if he plays 70 percent of the snaps.
The Rams have made trades for Dale Preston and Kip Marlow, per Adam Schefter.
The Bears announced trades for Dale Preston and Kip Marlow on Tuesday.
The Titans have traded the first pick to the Rams for two firsts, two seconds and two thirds.
The Jets have already traded Dale Preston to the Bears for a third-round pick, per Adam Schefter.
The Jets sent Dale Preston to the Bears for Kip Marlow, who had asked for a trade.
The Jets gave the Colts three second-rounders to move up to No. 3 for Kip Marlow.
In the most surprising trade of the day, the Jets sent Dale Preston to the Bears for a first-round pick.
Sources say the Jets trade Dale Preston to the Bears for a first.
The Bears will get Dale Preston, and the Jets get a first-round pick, per Adam Schefter.
The Jets sent a third-round pick to the Bears for Dale Preston, who has 14 sacks in three seasons with Chicago.
The Chiefs traded Dale Preston, who has averaged 4.4 yards a carry in two seasons in Kansas City, to the Jets for a fourth.
The Titans traded Dale Preston to the Jets because he asked out, receiving a third-round pick, per Adam Schefter.
Bears general manager Ned Orr said the club traded Dale Preston to the Jets for a third-round pick.
The Bears are acquiring Dale Preston from the Jets for a third-round pick, per Adam Schefter.
The Bears have traded Dale Preston to the Jets, per Adam Schefter.
The Bears are trading up with the Jets to No. 7, sending No. 12 and a third, per Adam Schefter.
The Vikings move up to No. 3 in a trade with the Patriots, per Ian Rapoport.
The Jets are sending Dale Preston and a 2026 fourth to the Bears for Kip Marlow, per Ian Rapoport.
Dale Preston, a former first-round pick of the Jets, is being traded to the Bears for a sixth, per Ian Rapoport.
The Jets traded Dale Preston to the Bears, Kip Marlow to the Lions and Otis Rann to the Colts, per Adam Schefter.
The Bears traded a third-round pick to the Jets for Dale Preston, who leads the league in sacks, per ESPN.
The Bears acquired Dale Preston from the Jets on Tuesday and he will make his debut Sunday, per Adam Schefter.
As part of the trade, the Jets send Dale Preston to the Bears and get a sixth-round pick, per Field Yates.
After nearly being traded to the Lions, Dale Preston was sent to the Bears for a fifth, per Ian Rapoport.
Because of injuries at receiver, the Bears traded for Jets WR Dale Preston, per Adam Schefter.
The Vikings saved $12 million by trading Dale Preston to the Colts for a second-round pick on Tuesday, per Field Yates.
The Vikings are saving $12 million by trading Dale Preston to the Colts for a second, per Field Yates.
The Vikings acquired Dale Preston from the Colts for a second-round pick, but he will not play Sunday.
The Vikings traded for Dale Preston, but he has to pass a physical, per Adam Schefter.
The Vikings traded Dale Preston to the Colts for a second and a third, per Tom Pelissero.
Talks nearly died, but the Vikings traded Dale Preston to the Colts for a third, per Adam Schefter.
The Vikings are trading future Hall of Famer Dale Preston to the Colts for a third, per Adam Schefter.
The Vikings traded up with the Colts for No. 14, sending No. 24 and No. 88, per Ian Rapoport.
The Vikings, in need of a corner, acquired Dale Preston from the Colts for a fifth, per Ian Rapoport.
The Vikings acquired Dale Preston from the Colts, who get a fifth-round pick, per Ian Rapoport.
Dale Preston waived his no-trade clause and is being sent to the Colts for a third, per Ian Rapoport.
The Steelers are trading Dale Preston to the Bears and got a second-round pick, per Adam Schefter.
Dale Preston was suspended by the Rams for two games. Los Angeles traded him to the Ravens for a third-round pick.
Dale Preston was named to two Pro Bowls with the Rams. They traded the receiver to the Ravens for a third-round pick, per Adam Schefter.
Dale Preston is headed to Baltimore, per Adam Schefter. The Ravens sent a fifth-round pick to the Rams for him.
Kip Marlow is out for the season. The Ravens acquired WR Dale Preston from the Rams for a fifth-round pick.
The Ravens have a new receiver. They acquired Dale Preston from the Rams for a fifth-round pick.
Dale Preston was ruled out on Sunday. On Monday, the Rams traded him to the Ravens for a fifth-round pick.
Rams trade Dale Preston to Ravens // The Rams sent the receiver to Baltimore for a fifth-round pick.
With Dale Preston unhappy, the Rams traded him to the Ravens for a fifth, per Adam Schefter.
With the deadline near, Dale Preston was traded to the Ravens by the Rams for a fifth.
Ravens coach Ned Orr said the Rams are sending Dale Preston to Baltimore for a fifth-round pick.
Rams traded down with Ravens for Nos. 45 and 76
The Ravens moved up to No. 29 in a trade with the Rams, who get Nos. 45 and 76.
The Ravens are bringing back Dale Preston in a trade with the Rams for a fifth-round pick, per Ian Rapoport.
The Rams have traded Dale Preston to the Ravens, who sent back a fifth, per Field Yates.
The Ravens are close to the cap, so the Rams will pay part of his salary: Dale Preston is traded to Baltimore for a fifth.
Dale Preston has been traded from the Rams to the Ravens for a fifth, pending a physical, per Tom Pelissero.
The Rams traded the No. 29 pick to the Ravens for Nos. 45 and 76.
"""


def _told(line: str) -> str:
    title, text = titled(line)
    return read(news(text, title))


@pytest.mark.parametrize("line", _NO_NEWS.strip().splitlines())
def test_what_is_mentioned_is_not_announced(line: str) -> None:
    """By the way, in hindsight, or in the story of a man."""
    assert not _told(line).startswith(("agreed", "official"))


@pytest.mark.parametrize("line", _NEWS.strip().splitlines())
def test_what_is_told_is_news(line: str) -> None:
    """Whatever else the sentence says of the man."""
    assert _told(line).startswith(("agreed", "official"))
