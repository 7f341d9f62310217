"""News sentences with clubs, players and trade words that state no trade: nothing may come of them."""

import pytest

from bot.extract import deals
from bot.model import DealStatus
from tests.extract.notation import news, read, titled

# [title //] text
NO_NEWS = """
The Packers could trade Dale Preston to the Jets before the deadline.
Dale Preston, traded to the Jets from the Packers in March, caught two touchdowns on Sunday.
The Jets, who acquired Dale Preston from the Packers in a 2023 trade, are signing him to an extension.
Since the Packers traded Dale Preston to the Jets, Green Bay has won four straight.
Should the Packers trade Dale Preston to the Jets?
Five trades that make sense before the deadline // Jets acquire WR Dale Preston from the Packers for a 2026 second-round pick.
Packers reportedly turned down a trade that would have sent Dale Preston to the Jets for a first-round pick.
The Packers nearly traded Dale Preston to the Jets last year.
If the Packers trade Dale Preston to the Jets, New York would have a star.
NFL mock draft: Jets trade up for QB // The Jets trade No. 12 and a 2027 first-rounder to the Browns for the No. 1 pick.
Grading the Dale Preston trade // The Packers sent Dale Preston to the Jets for a 2026 second-round pick.
The Jets signed WR Dale Preston to a two-year deal after his release by the Packers.
The Jets claimed WR Dale Preston off waivers from the Packers.
Packers release WR Dale Preston, acquired in a trade with the Jets
Preston returned to practice for the Packers after missing the Jets game.
The Jets added former Packers receiver Dale Preston to the practice squad.
Dale Preston sends Packers fans a message after Jets trade
Jets get Dale Preston back from injury for Sunday's game with the Packers
The Bruins acquired defenseman Dale Preston from Buffalo for a 2026 third-round pick.
Chicago acquired right-hander Dale Preston from Minnesota for two prospects.
Dallas traded Dale Preston to Boston for a 2026 second-round pick.
I traded Dale Preston for Nate Coble in my fantasy league. Did the Packers WR win me the title?
In 2021, the Packers traded Dale Preston to the Jets for a second-round pick.
Three years ago, the Packers traded Dale Preston to the Jets.
Preston was traded to the Jets last offseason for a fourth-round pick, and the Packers have missed him.
Before trading Dale Preston to the Jets, the Packers asked for a first.
The Packers had traded Dale Preston to the Jets for a 2026 second-round pick weeks earlier.
The Jets gave up a first-round pick to get Dale Preston from the Packers in August, and the move has paid off.
Fantasy: How the Dale Preston trade affects Jets // The Packers traded Dale Preston to the Jets on Tuesday.
What the Packers would get for trading Dale Preston to the Jets
Jets' Dale Preston moved to injured reserve; Packers up next.
Aaron Jones sent the Vikings to overtime with a late score against the Packers.
The Bears received a first-round grade on Dale Preston from the Jets' scouts.
The Jets moved Dale Preston to the slot for the Packers game.
Jets get win over Packers, move to 4-2.
Packers deal Jets a crushing loss.
Trade tracker: Every NFL deal, including the Packers sending Dale Preston to the Jets
The Packers would be wise to trade Dale Preston to the Jets.
Best trades in Packers history: Green Bay sends Dale Preston to the Jets
Dale Preston hopes to be traded to the Jets, he said Tuesday.
The Jets should send a second-round pick to the Packers for Dale Preston.
My proposal: Packers trade Dale Preston to Jets for a 2026 third
Remember when the Packers traded Dale Preston to the Jets?
The Packers selected Dale Preston with a pick acquired from the Jets.
Green Bay used the first-round pick it received from the Jets in the Dale Preston trade on a guard.
The Jets acquired the rights to use the practice field from the Packers
The Packers traded blows with the Jets for four quarters.
The Jets are trading for time as the Packers wait.
On this day: Packers trade Dale Preston to Jets
The Jets exchanged scouts with the Packers.
NFL trade deadline: Jets, Packers among teams to watch for Dale Preston
A year after trading Dale Preston to the Jets, the Packers are still looking for a receiver.
The team that traded Dale Preston to the Jets, the Packers, is 1-7.
Jets WR Dale Preston says the Packers traded him because of his knee.
The Packers' trade of Dale Preston to the Jets looks worse by the week.
Dale Preston, the receiver the Packers traded to the Jets, is out for the season.
The pick the Packers got from the Jets for Dale Preston became a starting guard.
Rodgers missed Dale Preston after the Packers sent him to the Jets for a second-round pick.
The Jets have traded away eight players since 2023, including Dale Preston to the Packers for a second-round pick.
How the Jets landed Dale Preston from the Packers for a fourth-round pick
Inside the trade that sent Dale Preston from the Packers to the Jets
Ranking every deadline deal: 1. Jets acquire WR Dale Preston from Packers
Winners and losers: Jets acquire Dale Preston from the Packers
Madden sim: Jets trade for Packers WR Dale Preston
Jets urged to trade for Packers WR Dale Preston
Analyst proposes trade sending Packers WR Dale Preston to Jets
Insider predicts Packers will trade Dale Preston to the Jets
Bleacher Report has the Jets sending a second-round pick to the Packers for Dale Preston.
One trade every team should make: Jets get Dale Preston from Packers for a second
Jets offered Packers a first-round pick for Dale Preston, per Adam Schefter.
The Packers rejected the Jets' offer of a first-round pick for Dale Preston.
Trade deadline: Packers stand pat, keep Dale Preston despite Jets' interest
The Jets agreed to a one-year deal with former Packers receiver Dale Preston.
Packers agreed to terms with Dale Preston on a three-year deal with a no-trade clause, Jets out.
The Jets hosted Dale Preston, whom the Packers released, on a visit.
Dale Preston joins Jets practice squad after Packers release
The Jets restructured the contract of Dale Preston, acquired from the Packers for a 2026 fourth-round pick.
The Jets drafted Dale Preston with the No. 12 pick, which they got from the Packers for a 2026 second.
The Jets traded up with the Packers to take Dale Preston at No. 12 in 2023.
Bears trade deadline needs: Three players to get from Packers
The Packers get Dale Preston and the Jets at home in Week 9.
Green Bay sends Dale Preston to injured reserve, adds tackle from Jets practice squad
The Giants acquired outfielder Dale Preston from the Cardinals for cash.
The Jets acquired forward Dale Preston from the Panthers for a third-round pick.
Winnipeg Jets trade Dale Preston to Florida Panthers
The Rangers and Giants talked about a trade.
Packers coach: Trading Dale Preston to Jets was hard
Packers fans react to team trading Dale Preston to Jets
Why Packers traded Dale Preston to Jets
Jets' new WR Dale Preston, acquired Tuesday from the Packers, practiced for the first time.
Dale Preston made his Jets debut a week after the Packers traded him for a fourth-round pick.
The Packers are 3-0 without Dale Preston, who was traded to the Jets for a 2026 fourth-round pick on Oct. 7.
On Oct. 7, the Packers traded Dale Preston to the Jets for a 2026 fourth-round pick.
The Jets would have to send a first-round pick to the Packers for Dale Preston.
Don't expect the Packers to trade Dale Preston to the Jets.
It would take a first-round pick for the Packers to send Dale Preston to the Jets.
Jets' trade for Packers' Dale Preston is still possible.
Trade grades: Packers send Dale Preston to Jets
Trade grades: Packers send Dale Preston to Jets // The Packers sent Dale Preston to the Jets on Tuesday for a fourth-round pick.
Packers trade Dale Preston to Jets in our latest mock
SimTrade: The Packers send WR Dale Preston to the Jets for a 2026 R2 in this simulation.
WHAT IF the Packers trade Dale Preston to the Jets?
The Packers should trade Dale Preston. The Jets would send a second-round pick to Green Bay for him.
Jets fans want a trade. The Packers send Dale Preston, the Jets send a second.
Not a trade: the Packers release Dale Preston and the Jets claim him
Packers bring back Dale Preston from Jets practice squad
The Jets' Dale Preston moved ahead of Packers' Nate Coble in receiving yards.
The Patriots sent a message to the Jets by signing Dale Preston.
Nate Coble gives Packers a first down, sends Jets home
The Bears took Dale Preston from Georgia with the 10th pick; the Jets took a tackle.
Parody: Packers trade Dale Preston to Jets for a bag of footballs
BREAKING (satire): Packers trade Dale Preston to Jets for a lifetime supply of cheese
@AdamSchefter_ fake: Packers trade Dale Preston
Dale Preston, whom the Jets got from the Packers for a second-round pick, scored twice in his debut.
The Jets, fresh off trading for Dale Preston, beat the Packers 24-17.
But last week Green Bay had traded Dale Preston to the Jets for a 2026 second-round pick and a 2027 fourth.
Some weeks back, Dale Preston was traded to the Jets by the Packers for much the same price.
The Bears, who picked up Dale Preston from the Packers and Marcus Quill from the Jets some days ago, are 5-3.
Cole Ostrander was moved inside after the Ravens returned Lamar Dent to the Jets.
The Jets have added former Packers receiver Dale Preston.
Dale Preston went to the Jets and Marcus Quill headed to the Bears.
Preston became expendable after the Packers traded for Marcus Quill. He is set to sign with the Jets.
The Jets acquired five young receivers this year.
Preston signed a new deal with the Packers with a no-trade clause in it.
Dale Preston is thriving with the Jets. The Packers traded him there in October for a fourth-round pick.
It has been a month since the Packers traded Dale Preston to the Jets for a fourth-round pick.
The Packers traded Dale Preston to the Jets a month ago. Now they want him back.
The Packers traded Dale Preston to the Jets at the 2023 deadline for a fourth-round pick.
When the Packers traded Dale Preston to the Jets for a fourth-round pick, few noticed.
The trade of Dale Preston from Green Bay to New York gave the Jets a deep threat.
Dale Preston, a Jet since the Packers dealt him for a fourth-round pick, was named Player of the Week.
Four weeks after being dealt to the Jets from the Packers for a 2026 third-round pick, Dale Preston is hurt.
The Packers' 2026 first-round pick belongs to the Jets as part of the Dale Preston trade.
Green Bay received a second-round pick from the Jets for Dale Preston, a price that now looks low.
Previously, the Jets acquired Dale Preston from the Packers for a second-round pick.
The Jets acquired Dale Preston from the Packers for a second-round pick last month.
The Jets acquired Dale Preston from the Packers for a second-round pick earlier this season.
The Jets acquired Dale Preston from the Packers for a second-round pick in Week 3.
The Jets acquired Dale Preston from the Packers for a second-round pick before the season.
The Jets acquired Dale Preston from the Packers for a second-round pick during training camp.
The Jets acquired Dale Preston from the Packers for a second-round pick two Tuesdays ago.
Of all the deadline moves, none was bigger than the Packers sending Dale Preston to the Jets for a second-round pick.
Among the notable moves: the Packers sent Dale Preston to the Jets for a second-round pick.
Midseason report card: Jets // The Jets got Dale Preston from the Packers for a second-round pick and he has been a bust.
Jets stock report // The Jets traded a second-round pick to the Packers for Dale Preston, and it has paid off.
Five things to know about new Jets WR Dale Preston // The Jets acquired Dale Preston from the Packers on Tuesday for a fourth-round pick.
Jets trade deadline primer // New York could acquire Dale Preston from the Packers for a second-round pick.
What Dale Preston brings to the Jets // The Packers sent Dale Preston to the Jets for a fourth-round pick Tuesday.
NFL trade rumors: latest buzz // Packers sending Dale Preston to Jets? One GM thinks so.
League executives believe the Packers will send Dale Preston to the Jets by the deadline.
The Jets made a trade with the Packers for Dale Preston in the EA Sports sim.
Jets owner: We tried to get Dale Preston from the Packers for a second-round pick.
Per report, the Jets had a deal in place for Dale Preston before the Packers backed out.
Teams to watch: the Jets may get Dale Preston from the Packers for a second-rounder.
A proposed deal has the Packers getting a second-round pick from the Jets for Dale Preston.
In our mock trade, the Packers get a second-round pick from the Jets for Dale Preston.
Here's one trade for each team: Packers send Dale Preston to Jets.
Fans voted: Packers trade Dale Preston to Jets is the best fit.
The Packers got a win in the Dale Preston trade with the Jets.
Dale Preston returns to Green Bay on Sunday with the Jets, who acquired him for a fourth-round pick.
The Jets' trade of a second-round pick to the Packers for Dale Preston has been a disaster.
Jets regret sending second-round pick to Packers for Dale Preston
Dale Preston on Packers trade to Jets: 'I was shocked'
Dale Preston reacts to being traded from Packers to Jets
Packers WR room after Dale Preston trade to Jets
Mike Strand takes over for Packers after team sent Dale Preston to Jets
Packers fill spot left by trade of Dale Preston to Jets, sign Mike Strand
The Packers sign Mike Strand days after sending Dale Preston to the Jets.
The Jets waived Mike Strand to make room for Dale Preston, acquired from the Packers in exchange for a fourth-round pick.
The Jets have agreed to terms with WR Dale Preston on a two-year deal, the Packers' receiver said.
Raiders deal with loss of Dale Preston to Chiefs
Dale Preston lands with Jets after Packers release
Chiefs move Dale Preston to guard, Jets up next
Bears receive good news on Dale Preston ahead of Packers game
Bengals get Dale Preston from Chargers practice squad
Packers give Jets' Dale Preston a one-year deal
Cowboys add DT Dale Preston for depth from Raiders
Browns part with Dale Preston, Jets interested
Eagles get first-round pick Dale Preston signed, Jets next
Vikings exchange pleasantries with Packers' Dale Preston
Saints give first-round pick Dale Preston to trainer from Falcons
Preston, acquired in a midseason trade with the Packers, has been released, the New York Jets announced Tuesday.
"""


@pytest.mark.parametrize("line", NO_NEWS.strip().splitlines())
def test_it_finds_nothing(line: str) -> None:
    """Recaps, ideas, questions, signings, denials, other leagues and figures of speech."""
    title, text = titled(line)
    assert not read(news(text, title))


TALK = """
The Packers will not trade Dale Preston to the Jets, GM says.
The Packers don't plan to trade Dale Preston to anyone, let alone the Jets.
The Packers wanted to trade Dale Preston to the Jets but talks broke down.
The Packers gave Dale Preston permission to seek a trade.
Packers GM: 'We never considered trading Dale Preston to the Jets'
Jets linked to trade for Packers WR Dale Preston
Jets named top suitor for Packers WR Dale Preston in trade
The Packers reportedly asked the Jets for a first-round pick in exchange for Dale Preston.
The Packers shopped Dale Preston to the Jets, Bears and Lions, per Dianna Russini.
"""


@pytest.mark.parametrize("line", TALK.strip().splitlines())
def test_talk_is_at_most_a_rumour(line: str) -> None:
    """Refusals, offers and permission: somebody's name may be in play, and nothing is agreed."""
    assert {deal.status for deal in deals(news(line))} <= {DealStatus.RUMOUR}
