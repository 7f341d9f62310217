"""What stands between the parts of a list, who a man is or what else a club gets, parts nothing."""

import pytest

from tests.extract.notation import news, read, records

_TOLD = """
The Bears have traded the No. 1 pick to Carolina and, in addition to receiver Dale Preston, will receive Nos. 9 and 61 overall, a first-round pick in 2027 and a second-round pick in 2028, sources said.
    agreed: CAR<#1 | CHI<#61, #9, 2027 R1, 2028 R2, Dale Preston
The Jets have traded Dale Preston to Denver and, along with a 2026 sixth-rounder, will receive linebacker Mike Holloway.
    agreed: DEN<Dale Preston | NYJ<2026 R6, Mike Holloway
The Jets traded Dale Preston to the Broncos and, in addition to linebacker Mike Holloway, get a 2026 fourth-round pick.
    agreed: DEN<Dale Preston | NYJ<2026 R4, Mike Holloway
The Jets sent Dale Preston to the Broncos and, on top of linebacker Mike Holloway, receive a 2026 fourth-round pick.
    agreed: DEN<Dale Preston | NYJ<2026 R4, Mike Holloway
The Jets traded Dale Preston to the Broncos, and besides linebacker Mike Holloway they receive a 2026 fourth-round pick.
    agreed: DEN<Dale Preston | NYJ<2026 R4, Mike Holloway
The Jets traded a 2026 third to the Broncos and, together with Mike Holloway, will get back a 2026 fifth.
    agreed: DEN<2026 R3 | NYJ<2026 R5, Mike Holloway
The Jets sent Dale Preston to the Broncos and, besides linebacker Mike Holloway and a 2027 sixth, get back a 2026 fourth-round pick.
    agreed: DEN<Dale Preston | NYJ<2026 R4, 2027 R6, Mike Holloway
The Broncos acquired Dale Preston from the Jets and, in addition to a 2026 fourth, will send linebacker Mike Holloway to New York.
    agreed: DEN<Dale Preston | NYJ<2026 R4, Mike Holloway
The Jets traded Dale Preston to Denver and, in addition to Mike Holloway, could receive a third.
    agreed: DEN<Dale Preston | NYJ<
The Jets traded Dale Preston and a 2026 sixth to the Broncos in addition to Mike Holloway for a 2026 third.
    agreed: DEN<2026 R6, Dale Preston, Mike Holloway | NYJ<2026 R3
The Titans are trading OLB Dale Preston, who had asked for a way out, and a 2026 seventh to the Jaguars for a sixth.
    agreed: JAX<2026 R7, Dale Preston | TEN<R6
The Cowboys get LB Dale Preston, who retired last year, plus a seventh-rounder in 2026 from the Ravens and surrender a 2026 sixth, reports Todd Archer of ESPNDallas.com.
    agreed: BAL<2026 R6 | DAL<2026 R7, Dale Preston
The Titans traded DT Dale Preston, whose contract runs out in March, and a 2026 seventh to the Jaguars for a sixth.
    agreed: JAX<2026 R7, Dale Preston | TEN<R6
The Titans traded DT Dale Preston, entering the final year of his deal, and a 2026 seventh to the Jaguars for a sixth.
    agreed: JAX<2026 R7, Dale Preston | TEN<R6
The Titans traded DT Dale Preston, 29, and a 2026 seventh to the Jaguars for a sixth.
    agreed: JAX<2026 R7, Dale Preston | TEN<R6
The Jaguars acquired DT Dale Preston, who was drafted by the Bears in 2021, along with a 2026 seventh from the Titans for a 2026 sixth.
    agreed: JAX<2026 R7, Dale Preston | TEN<2026 R6
The Jaguars sent a 2026 sixth to the Titans for DT Dale Preston, who had fallen out of favor, and a 2026 seventh.
    agreed: JAX<2026 R7, Dale Preston | TEN<2026 R6
The Jaguars are getting CB Dale Preston, who turns 30 in May, and CB Mike Holloway, a second-year man, from the Titans for a 2026 third.
    agreed: JAX<Dale Preston, Mike Holloway | TEN<2026 R3
The Titans have shipped safety Dale Preston, a second-round pick only last year, to the Jaguars for an undisclosed late-round choice.
    agreed: JAX<Dale Preston | TEN<pick
The Titans have traded safety Dale Preston, who played for the Browns until 2023, to the Jaguars for a 2026 fifth.
    agreed: JAX<Dale Preston | TEN<2026 R5
The Titans have traded safety Dale Preston, who was traded to Tennessee by the Bears last year, and a 2026 sixth to the Jaguars for a 2026 fifth.
    agreed: JAX<2026 R6, Dale Preston | TEN<2026 R5
The Jets get Dale Preston, who turns 30 in May, and a sixth, and the Broncos get a fourth.
    agreed: DEN<R4 | NYJ<Dale Preston, R6
The Jets get Dale Preston, who turns 30 in May, and the Broncos get a fourth.
    agreed: DEN<R4 | NYJ<Dale Preston
The Titans traded Dale Preston, who had asked out, and Mike Holloway was released.
    agreed: ?<Dale Preston | TEN<
The Titans could trade Dale Preston, who has asked out, and a 2026 seventh to the Jaguars for a sixth.
    -
The Jaguars tried to get Dale Preston, who retired last year, plus a seventh from the Ravens.
    -
The Broncos, who traded Dale Preston, who had wanted out, to the Jets last year, lost again.
    -
The Jets signed Dale Preston, who was cut by the Bears, and Mike Holloway from the Broncos.
    -
The Jets once traded Dale Preston, who is now with Denver, and a seventh to the Jaguars for a sixth.
    -
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(_TOLD))
def test_it_is_read(title: str, text: str, expected: str) -> None:
    """Each text gives what is indented below it, "-" nothing."""
    assert (read(news(text, title)) or "-") == expected
