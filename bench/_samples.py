"""Texts that bench/fuzz.py breaks: news and wire rows of every shape, with invented men."""

NEWS = """
The Jets are trading wide receiver Dale Preston to the Packers for a 2027 fourth-round pick, per Adam Schefter of ESPN.
Packers acquire WR Dale Preston from Jets in exchange for third-round pick
Sources: Bears sending CB Kip Marlow, 2026 sixth to Raiders for conditional 2027 fifth (No. 160 overall via Broncos)
Trade: Rams receive: QB Otis Rann, 2026 1st, 2027 2nd\nChargers receive: LT Cal Dorsey, No. 29
BREAKING: The #Vikings have traded OLB T.J. Coble-Smith to the 49ers for two firsts (2026 and 2027), sources tell @RapSheet 🚨
In a three-team trade, Dale Preston goes to Seattle, Kip Marlow to Miami and a 2026 second-rounder to New York.
The Cowboys officially announced that they have acquired defensive end De\u2019Quan O\u2019Rell Jr. from the Panthers.
Dolphins are finalizing a deal to send LB Amon-Ra Quill III to the Eagles, pending a physical, a person with knowledge of the trade told The Associated Press.
Moving up: Titans trade No. 12 and first-rounders in 2027 and 2028 to Colts for No. 3.
Saints and Falcons swap late-round picks as New Orleans lands tight end Jean-Luc Noord.
Preston was shipped to Denver, who parted with a second-rounder; Marlow was flipped to Tampa Bay for a seventh.
NFL rumors: Could the Lions send Kyle Van Noord to the Steelers for a first-round pick?
Chiefs would receive CB Kip Marlow; Bills would receive a 2026 third-rounder in this mock trade.
Receiver Dale Preston has requested a trade from the Browns, Ian Rapoport reports.
The trade that would have sent Otis Rann to the Ravens is off after he failed his physical.
Marlow, whom the Jaguars acquired from the Patriots last March, signed a two-year deal with a no-trade clause.
Texans claim S Cal Dorsey off waivers from Commanders, release K Ned Vance
Bruins acquire goalie Lars Holm from Rangers for conditional second-round pick and cash considerations
Giants get Preston. Big Blue gives up a day-two pick, &quot;a steal&quot; — so says one GM.
Arizona Cardinals trade up with the Bengals, sending the 15th and 47th picks in this year\u2019s draft for No. 9 &amp; a 2027 sixth.
""".strip()

WIRE = """
Traded WR Dale Preston to the New York Jets for a 2027 fifth-round draft pick.
Acquired a 2026 fifth-round draft pick from Las Vegas Raiders for QB Otis Rann.
Acquired QB Otis Rann from Cleveland in exchange for a 2026 fifth-round draft pick.
Received LB Kip Marlow and a sixth-round draft pick from Carolina in exchange for a fifth-round pick.
Traded TE Jean-Luc Noord.
Released OL Cal Dorsey. Released QB Ned Vance. Acquired OL Fred Marsh from Jacksonville in exchange for a 2026 seventh-round pick.
Placed WR Dale Preston on injured reserve; RB Kip Marlow acquired in trade with Tennessee for 2025 seventh-round draft pick; waived CBs A.J. Rann and B.J. Holm.
Acquired the No. 224 selection in Round 7 of the 2026 NFL Draft in a trade with Houston for HB Otis Rann
Claimed LB Cal Dorsey off waivers from Jacksonville.
Acquired the contract of RB Ned Vance from the practice squad.
Traded a 2026 second-round and a 2027 third-round draft pick in exchange for TE T.J. Noord, a 2026 fourth-round pick and a 2027 conditional fourth round pick.
The 49ers have acquired RB Dale Preston Jr. from the Washington Commanders in exchange for a sixth-round pick in 2026. The team has waived WR Kip Marlow.
Dale Preston: Traded; Chiefs → Falcons
Aquired LB Kip Marlow fom Denver for a thrid-round pick in the 20276 draft.
""".strip()


def lines(block: str) -> list[str]:
    """The texts of one of the blocks; a line break inside a text is written as a backslash and n."""
    return [line.replace("\\n", "\n") for line in block.splitlines()]
