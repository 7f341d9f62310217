"""How a club came by its man in many words, and a man told by what he won or what he was."""

import pytest

from tests.extract.notation import news, read, records

_TOLD = """
The Eagles moved quickly Thursday to bring in Dale Preston, sending a fifth-round pick to New Orleans for the 30-year-old back the Saints had been planning to release.
    agreed: NO<R5 | PHI<Dale Preston
The Eagles brought in Dale Preston, sending a 2026 fifth to New Orleans for the running back they had been planning to cut.
    agreed: NO<2026 R5 | PHI<Dale Preston
The Eagles added Dale Preston, whom the Saints had been planning to release, off waivers.
    -
The Eagles landed Dale Preston, whom the Saints had been planning to release.
    -
The Saints had been planning to release Dale Preston, who will join the Eagles on a one-year contract.
    -
The Eagles moved fast to bring in Dale Preston, sending a fifth-round pick to New Orleans for the 30-year-old back.
    agreed: NO<R5 | PHI<Dale Preston
The Eagles moved swiftly to acquire Dale Preston, sending a fifth-round pick to New Orleans for the veteran.
    agreed: NO<R5 | PHI<Dale Preston
The Eagles moved quickly Tuesday to land receiver Dale Preston, shipping a 2026 fifth-round pick to the Saints for the 27-year-old.
    agreed: NO<2026 R5 | PHI<Dale Preston
The Eagles acted quickly to get Dale Preston, dealing a 2026 fourth to Denver for the three-time Pro Bowler.
    agreed: DEN<2026 R4 | PHI<Dale Preston
The Jets moved quickly to replace Dale Preston, sending a 2026 fifth to the Saints for Mike Holloway.
    agreed: NO<2026 R5 | NYJ<Mike Holloway
The Jets moved quickly to sign Dale Preston after sending a 2026 fifth to the Saints.
    -
The Jets moved quickly to get younger, sending Dale Preston to the Saints for a fifth.
    agreed: NO<Dale Preston | NYJ<R5
The Seahawks paid a steep price for Jets safety Dale Preston: first-rounders in 2027 and 2028 and veteran Mike Holloway.
    agreed: NYJ<2027 R1, 2028 R1, Mike Holloway | SEA<Dale Preston
The Seahawks paid dearly for Dale Preston: a 2027 first and guard Mike Holloway. The Jets also sent Seattle a 2028 fourth.
    agreed: NYJ<2027 R1, Mike Holloway | SEA<2028 R4, Dale Preston
The Seahawks paid a hefty price for the Jets' Dale Preston: two first-round picks.
    agreed: NYJ<R1, R1 | SEA<Dale Preston
The Seahawks paid a steep price for Dale Preston: four years and $80 million.
    -
The Seahawks paid a steep price for Dale Preston in 2020: two firsts and Mike Holloway.
    -
The Giants needed a center. They got one Monday in Dale Preston, a former first-rounder with the Bengals, who will add defensive lineman Mike Holloway and a 2026 seventh-round pick.
    agreed: CIN<2026 R7, Mike Holloway | NYG<Dale Preston
Needing a center, the Giants got one Monday in Dale Preston, a former first-rounder with the Bengals, who receive a 2026 seventh-round pick.
    agreed: CIN<2026 R7 | NYG<Dale Preston
The Giants got one Monday in Dale Preston, a former starter for the Bengals, who signed for two years.
    -
The Dale Preston experiment in Philadelphia lasted one season. The Eagles have traded the 2014 rushing champion to the Titans with the teams swapping fourth-rounders.
    agreed: PHI<R4 | TEN<Dale Preston, R4
The Dale Preston era lasted two seasons. The Eagles traded the 2022 sack leader to the Titans for a 2026 fifth.
    agreed: PHI<2026 R5 | TEN<Dale Preston
Dale Preston is heading home. The former Hurricane was traded by the Ravens to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<Dale Preston
Dale Preston is going home. The Ravens traded the former Buckeye to the Browns for a 2026 sixth.
    agreed: BAL<2026 R6 | CLE<Dale Preston
The former Hurricane was traded by the Ravens to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<
The Ravens traded the ex-Hurricane to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<
The Ravens traded the former Florida Gator to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<
The Ravens traded Dale Preston, a former Hurricane, to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<Dale Preston
The Ravens traded former Hurricane Dale Preston to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<Dale Preston
The Ravens traded former Georgia Bulldog Dale Preston to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<Dale Preston
The Ravens traded former Ohio State Buckeye Dale Preston to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<Dale Preston
The Ravens traded former Hurricane Amon-Ra St. Vance to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<Amon-Ra St. Vance
The Ravens traded former Raven Dale Preston Jr. to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<Dale Preston Jr.
The Ravens traded former Stanford standout Dale Preston to the Dolphins for a 2026 sixth.
    agreed: BAL<2026 R6 | MIA<Dale Preston
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(_TOLD))
def test_it_is_read(title: str, text: str, expected: str) -> None:
    """Each text gives what is indented below it, "-" nothing."""
    assert (read(news(text, title)) or "-") == expected
