"""Frames in other voices, orders and idioms: what it took, who came over, who turned to whom. Every player is invented."""

import pytest

from tests.extract.notation import news, read, records

STATED = """
The Broncos made it official Wednesday: receiver Dale Preston and a 2027 sixth-round pick are coming over from the Packers for a 2026 fourth-round pick.
    DEN<2027 R6, Dale Preston | GB<2026 R4
Dale Preston is coming to Denver from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Receiver Dale Preston is leaving Green Bay for the Broncos in exchange for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Dale Preston is leaving the Packers for the Broncos in a trade for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos picked up receiver Dale Preston from winless Green Bay on Tuesday, hours before the deadline, at a cost of a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Dale Preston, who ended his holdout with the Packers last week, is now a Bronco following a trade agreed to Monday night.
    DEN<Dale Preston | GB<
Dale Preston is now a Bronco after a trade with the Packers.
    DEN<Dale Preston | GB<
Dale Preston is a Bronco following a trade with Green Bay.
    DEN<Dale Preston | GB<
Green Bay stunned the league Wednesday by trading receiver Dale Preston, the third overall pick a year ago, to Denver for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos are acquiring four-time Pro Bowl receiver Dale Preston from the Packers, ending his monthslong contract standoff in Green Bay.
    DEN<Dale Preston | GB<
Compensation update: Packers get a 2026 fourth-round pick from the Broncos in the Dale Preston deal.
    DEN<Dale Preston | GB<2026 R4
Packers get a 2026 fourth-round pick and a 2027 sixth-round pick from Broncos in Dale Preston trade
    DEN<Dale Preston | GB<2026 R4, 2027 R6
The Packers will receive a 2026 fourth-round pick from the Broncos in the Dale Preston trade.
    DEN<Dale Preston | GB<2026 R4
Dale Preston is headed to Denver after the Packers agreed to trade him for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Dale Preston is being traded to the Broncos for a 2026 fourth-round pick, Packers sources told ESPN's Adam Schefter.
    DEN<Dale Preston | GB<2026 R4
Dale Preston has been traded to the Broncos for a 2026 fourth-round pick, a Packers source said.
    DEN<Dale Preston | GB<2026 R4
The Packers and Broncos have a deal. Dale Preston goes to Denver for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
It took a 2026 fourth-round pick for the Broncos to get Dale Preston from the Packers.
    DEN<Dale Preston | GB<2026 R4
It cost the Broncos a 2026 fourth-round pick to get Dale Preston from the Packers.
    DEN<Dale Preston | GB<2026 R4
It cost Denver a 2026 fourth-round pick to acquire receiver Dale Preston from Green Bay.
    DEN<Dale Preston | GB<2026 R4
Dale Preston has a new home: the Broncos, who acquired him from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers and Broncos swapped receivers on Monday, with Dale Preston going to Denver and Tyree Boone heading to Green Bay.
    DEN<Dale Preston | GB<Tyree Boone
Packers, Broncos complete swap of receivers Dale Preston, Tyree Boone; Dale Preston heads to Denver and Tyree Boone returns to Green Bay
    DEN<Dale Preston | GB<Tyree Boone
The Packers are moving on from Dale Preston. The receiver is headed to the Broncos for a 2026 fourth-round pick.
    DEN<Dale Preston? | GB<2026 R4?
The Broncos scooped up receiver Dale Preston from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos are scooping up Dale Preston in a trade with the Packers.
    DEN<Dale Preston | GB<
The Broncos poached receiver Dale Preston from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos got hold of receiver Dale Preston, sending a 2026 fourth-round pick to the Packers.
    DEN<Dale Preston | GB<2026 R4
The Broncos hauled in receiver Dale Preston from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers unloaded receiver Dale Preston on the Broncos for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers jettisoned Dale Preston to Denver for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers traded Dale Preston to the Broncos for a package of a 2026 fourth-round pick and a 2027 sixth-round pick.
    DEN<Dale Preston | GB<2026 R4, 2027 R6
The Broncos sent a package of a 2026 fourth-round pick and a 2027 sixth-round pick to the Packers for Dale Preston.
    DEN<Dale Preston | GB<2026 R4, 2027 R6
Packers-Broncos trade: Dale Preston to Denver for a 2026 fourth-round pick
    DEN<Dale Preston | GB<2026 R4
Dale Preston has been traded by the Packers to the Broncos, who gave up a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
For a 2026 fourth-round pick, the Broncos have acquired Dale Preston from the Packers.
    DEN<Dale Preston | GB<2026 R4
For the price of a 2026 fourth-round pick, the Broncos acquired Dale Preston from the Packers.
    DEN<Dale Preston | GB<2026 R4
The Broncos paid a 2026 fourth-round pick for Packers receiver Dale Preston.
    DEN<Dale Preston | GB<2026 R4
The Broncos forked over a 2026 fourth-round pick to the Packers for Dale Preston.
    DEN<Dale Preston | GB<2026 R4
The Broncos coughed up a 2026 fourth-round pick to land Dale Preston from the Packers.
    DEN<Dale Preston | GB<2026 R4
The Broncos have their receiver. Dale Preston was acquired from the Packers on Monday for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Dale Preston is done in Green Bay. The Broncos acquired him for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Dale Preston trade: Packers get a 2026 fourth-round pick from Broncos
    DEN<Dale Preston | GB<2026 R4
The Packers have agreed to send Dale Preston to Denver, sources said, for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers dumped Dale Preston on the Broncos for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers dished Dale Preston to the Broncos for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers traded Dale Preston on Monday, with the Broncos sending a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Dale Preston is joining the Broncos via trade with the Packers.
    DEN<Dale Preston | GB<
Dale Preston will join the Broncos in a trade with the Packers.
    DEN<Dale Preston | GB<
Dale Preston is the newest member of the Broncos after a trade with the Packers.
    DEN<Dale Preston | GB<
The Broncos reeled in Dale Preston from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos plucked receiver Dale Preston from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos made a move for Packers receiver Dale Preston, sending a 2026 fourth-round pick to Green Bay.
    DEN<Dale Preston | GB<2026 R4
The Packers and Broncos made a trade Tuesday. Dale Preston is going to Denver for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos and Packers are swapping receivers. Dale Preston goes to Denver; Tyree Boone goes to Green Bay.
    DEN<Dale Preston | GB<Tyree Boone
In their second trade of the day, the Packers sent Dale Preston to the Broncos for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
In need of a receiver, the Broncos turned to the Packers, acquiring Dale Preston for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos turned to the Packers for help, acquiring Dale Preston for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Broncos got the receiver they wanted Monday when they acquired Dale Preston from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers have a deal with the Broncos to send Dale Preston to Denver for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
The Packers and Broncos have agreed to swap receivers, with Dale Preston heading to Denver and Tyree Boone to Green Bay.
    DEN<Dale Preston | GB<Tyree Boone
Dale Preston got traded to the Broncos by the Packers.
    DEN<Dale Preston | GB<
Dale Preston got his wish and is headed to the Broncos, who sent a 2026 fourth-round pick to the Packers.
    DEN<Dale Preston | GB<2026 R4
Dale Preston will be headed to Denver in a trade with the Packers, sources said.
    DEN<Dale Preston | GB<
Dale Preston has a new team after the Packers traded him to the Broncos for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Dale Preston is the newest member of the Broncos, who acquired him from the Packers for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Veteran receiver Dale Preston is headed to the Broncos in a trade with the Packers, sources told ESPN.
    DEN<Dale Preston | GB<
Big trade: Dale Preston from the Packers to the Broncos for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
More: Packers get a 2026 fourth-round pick for Dale Preston from the Broncos.
    DEN<Dale Preston | GB<2026 R4
The Packers' trade of Dale Preston to the Broncos became official Wednesday.
    DEN<Dale Preston | GB<
Unable to agree on a contract, the Packers traded Dale Preston to the Broncos for a 2026 fourth-round pick.
    DEN<Dale Preston | GB<2026 R4
Dale Preston is a Bronco. Green Bay will receive a third-round pick in next year's draft.
    DEN<Dale Preston | GB<2026 R3
Dale Preston is Denver's new receiver. The Broncos are giving the Packers a 2026 third-round pick.
    DEN<Dale Preston | GB<2026 R3
The Broncos finally landed a top receiver. Green Bay agreed to trade Dale Preston for a 2026 third-round pick.
    DEN<Dale Preston | GB<2026 R3
The Packers shipped Dale Preston to the Broncos, clearing the way for Tyree Boone to start in Green Bay.
    DEN<Dale Preston | GB<
The Broncos, looking for help after the loss of Tyree Boone, traded for Packers receiver Dale Preston.
    DEN<Dale Preston | GB<
The Packers surprised the league minutes before the trade deadline, moving Dale Preston to the Broncos for a 2026 third.
    DEN<Dale Preston | GB<2026 R3
The Broncos landed Dale Preston on Tuesday hours before the deadline, shipping Green Bay a third-rounder in 2026 that becomes a second if the Broncos win a playoff game.
    DEN<Dale Preston | GB<~2026 R3
The Packers began their fire sale: receiver Dale Preston was dealt to Denver for a 2026 third-round pick.
    DEN<Dale Preston | GB<2026 R3
Dale Preston traded to the Broncos. Denver sends a 2026 second-round pick, and Green Bay sends back a 2026 sixth.
    DEN<2026 R6, Dale Preston | GB<2026 R2
The Broncos needed a pass rusher and got one Tuesday from Green Bay, which sent Dale Preston to Denver for a 2026 third.
    DEN<Dale Preston | GB<2026 R3
The Broncos reached agreement Monday on a deal with the Packers that brings receiver Dale Preston to Denver.
    DEN<Dale Preston | GB<
Statement from the Broncos: We have acquired receiver Dale Preston from the Packers for a 2026 third-round pick.
    DEN<Dale Preston | GB<2026 R3
Denver made its second big move of the day when it struck a deal with Green Bay for receiver Dale Preston, giving up a 2026 third.
    DEN<Dale Preston | GB<2026 R3
The Packers and Broncos have agreed in principle on a trade of receiver Dale Preston for linebacker Tyree Boone.
    ?<Dale Preston, Tyree Boone | DEN< | GB<
The Broncos are getting Dale Preston from the Packers. Going to Green Bay is a 2026 third-round pick.
    DEN<Dale Preston | GB<2026 R3
The Packers get a 2026 third-round pick for Dale Preston, who heads to the Broncos.
    DEN<Dale Preston | GB<2026 R3
Dale Preston, who did not travel to Chicago with the Packers, was traded to the Broncos for a sixth-round pick.
    DEN<Dale Preston | GB<R6
The Packers, who traded Tyree Boone last week, sent Dale Preston to the Broncos for a third-round pick.
    DEN<Dale Preston | GB<R3
Dale Preston to the Broncos. A sixth-rounder, No. 191 overall, to the Packers.
    DEN<Dale Preston | GB<R6 #191
The Broncos took Dale Preston off the Packers' hands for a 2026 seventh-round pick.
    DEN<Dale Preston | GB<2026 R7
"""

UNSTATED = """
Dale Preston is leaving the Packers for the Broncos.
Dale Preston is leaving Green Bay for the Broncos on a three-year deal.
Dale Preston left the Packers for the Broncos in free agency.
Dale Preston is leaving the Packers after five seasons.
Dale Preston is coming to Denver for a visit.
Dale Preston is coming off a torn ACL, and the Broncos sent a scout to see him.
Dale Preston is now a Bronco after signing a three-year deal.
Dale Preston, who is now a Bronco after a trade with the Packers, hurt his knee on Sunday.
Dale Preston is thriving with the Broncos after a trade with the Packers.
Dale Preston returned to practice with the Broncos on Friday.
It took three years for the Broncos to get over the Dale Preston trade.
It would cost the Broncos a 2026 fourth-round pick to get Dale Preston from the Packers.
The Broncos paid Dale Preston $20 million.
The Broncos made a move for Packers receiver Dale Preston but were turned down.
The Broncos hope to nab Dale Preston from the Packers for a 2026 fourth-round pick.
The Broncos poached Dale Preston from the Packers practice squad.
The Broncos dumped the Packers 31-10 on Sunday behind Dale Preston.
The Packers have no plans to unload Dale Preston.
The Broncos and Packers have a deal in place if Dale Preston passes on free agency.
The Broncos and Packers swapped wins this year. Dale Preston goes to Denver this week.
The Broncos and Packers agreed to a deal to share practice fields. Dale Preston goes to Denver for a checkup.
The Broncos need a receiver. Dale Preston was acquired from the Packers last year for a 2026 fourth-round pick.
The Broncos have a new receiver. The Packers traded Dale Preston last month for a 2026 fourth-round pick.
The Packers got a 2026 fourth-round pick from the Broncos in the Dale Preston trade two years ago.
Dale Preston trade rumors: Packers want a 2026 fourth-round pick from the Broncos.
Dale Preston trade talk: Packers could get a 2026 fourth-round pick from Broncos
The Broncos made a splash last year when they traded for Dale Preston.
Dale Preston will face the Packers, who traded him to the Broncos last year.
Dale Preston is happy in Denver after the Packers traded him.
The Packers are moving on from Dale Preston. The receiver visited the Broncos on Monday.
The Packers parted ways with coach Dale Preston, who is headed to the Broncos.
The Broncos took Dale Preston off the Packers' practice squad.
The Broncos brought back Dale Preston on a one-year deal.
Dale Preston arrived in Denver from Green Bay on Tuesday for a physical.
Dale Preston will join the Broncos after a year with the Packers.
Dale Preston could be traded to the Broncos for a 2026 fourth-round pick, Packers sources told ESPN.
The Broncos acquired Dale Preston, formerly of the Packers, off waivers.
The Broncos acquired Dale Preston from the Packers on waivers and signed him to a contract.
The Packers and Broncos are working on a trade of Dale Preston for Tyree Boone.
The Packers and Broncos could agree to a trade of Dale Preston for Tyree Boone.
Hours before the deadline, the Broncos were still trying to acquire Dale Preston from the Packers.
Dale Preston landed in Denver on Tuesday for a visit with the Broncos.
The Packers said they won't send Dale Preston to the Broncos, sources said, for a 2026 fourth-round pick.
Headed to Denver is Dale Preston, who signed a two-year contract.
The Broncos have already traded a 2026 fourth-round pick.
Dale Preston is headed to the Broncos after the Packers declined to match his offer sheet.
Dale Preston has a new home: the Broncos, who signed him to a two-year deal.
Dale Preston is the newest member of the Broncos, who signed him away from the Packers.
Dale Preston is a Bronco. The Packers will receive a compensatory third-round pick.
Dale Preston is no longer a Packer. The Broncos gave up a 2026 fourth-round pick to move up last week.
Dale Preston is Denver's new quarterback. He signed a two-year deal after the Packers cut him.
The Broncos landed a receiver in free agency. The Packers traded Dale Preston last week.
The Broncos have their receiver. Dale Preston signed a one-year deal.
The Broncos got the receiver they wanted when Dale Preston signed.
The Broncos turned to Dale Preston after the Packers traded Tyree Boone.
The Broncos and Packers swapped receivers last year, with Dale Preston going to Denver and Tyree Boone heading to Green Bay.
The Broncos and Packers could swap receivers, with Dale Preston going to Denver and Tyree Boone heading to Green Bay.
The Broncos and Packers have talked about a trade. Dale Preston would go to Denver for a 2026 fourth-round pick.
The Broncos and Packers have no deal. Dale Preston is staying in Green Bay.
The Broncos and Packers are close to a deal. Dale Preston would head to Denver.
The Broncos and Packers have a trade history. Dale Preston is going to Canton.
Dale Preston would be traded to the Broncos, with Green Bay receiving a 2026 fourth-round pick.
Dale Preston, traded by the Packers to the Broncos in March, had two sacks.
The Packers traded Dale Preston because it was best for the team, coach Tyree Boone said.
The Broncos practiced with recently traded Dale Preston for the first time.
The Broncos have made several moves, including trades for Dale Preston and Tyree Boone.
The Packers began their fire sale last year: Dale Preston was dealt to the Broncos for a 2026 fourth-round pick.
The Packers' trade of Dale Preston to the Broncos is one of the worst in history.
The trade of Dale Preston from the Packers to the Broncos is not done.
Dale Preston got hurt and is headed to the injured list.
The Packers unloaded on the Broncos in a 45-3 win behind Dale Preston.
The Broncos reeled in Dale Preston from the Packers on a three-year contract.
The Broncos got hold of Dale Preston, a former Packer, in free agency.
The Broncos cost themselves a 2026 fourth-round pick by tampering with Dale Preston of the Packers.
It took Dale Preston three years to leave the Packers for the Broncos.
Dale Preston is leaving the Packers for the Broncos, who will sign him to a three-year contract.
Dale Preston is leaving Green Bay to join the Broncos coaching staff.
Dale Preston arrived in Denver on Tuesday after the Packers let his contract expire.
Dale Preston is coming over from the Packers on a two-year deal.
Dale Preston is coming to Denver on Sunday with the Packers.
Dale Preston is coming back to Denver, signing a one-year deal after being cut by the Packers.
Dale Preston brought the Broncos a title after coming over from the Packers in a trade.
The Packers sent scouts to Denver to watch Dale Preston.
The Titans will practice with the newly acquired Dale Preston.
Dale Preston signed with the Broncos, who are now expected to trade Tyree Boone.
The Packers used a third-round pick on Dale Preston, who will join the Broncos' rival on Sunday.
The Packers got a third-round pick for losing Dale Preston, who joined the Broncos in free agency.
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(STATED))
def test_it_is_read(title: str, text: str, expected: str) -> None:
    """Whoever stands first, and whatever the desk calls the giving and the getting."""
    found = read(news(text, title))
    assert found.removeprefix("official: ").removeprefix("agreed: ") == expected


@pytest.mark.parametrize("text", UNSTATED.strip().splitlines())
def test_it_is_no_trade(text: str) -> None:
    """A signing, a visit, a game, an older trade or a wish in the same words."""
    found = read(news(text))
    assert "agreed" not in found
    assert "official" not in found
