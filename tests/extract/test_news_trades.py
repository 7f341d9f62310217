"""News sentences that state a trade: who gets what, in many voices. Every player is invented."""

import pytest

from tests.extract.notation import news, read, records

# [title //] text, and who gets what
STATED = """
Bears are shipping OT Braxton Fuller to the Giants for a 2026 third, sources told ESPN.
    CHI<2026 R3 | NYG<Braxton Fuller
Denver lands safety Marcus Quill in trade with Seattle
    DEN<Marcus Quill | SEA<
Titans get Owen Trask from Saints for sixth-round pick //
    NO<R6 | TEN<Owen Trask
In exchange for two second-round picks, the Falcons are sending linebacker Dorian Vale to the Bengals, per Ian Rapoport.
    ATL<R2, R2 | CIN<Dorian Vale
Wide receiver Jalen Marsh has been traded from the Cardinals to the Browns, according to multiple reports.
    ARI< | CLE<Jalen Marsh
Cornerback Deon Pratt is heading to Buffalo in a trade with the Panthers for a 2027 fourth-round pick.
    BUF<Deon Pratt | CAR<2027 R4
The Colts acquired Deon Pratt, a two-time Pro Bowler, from the Texans on Tuesday in exchange for a 2026 first-rounder and a 2027 third-rounder.
    HOU<2026 R1, 2027 R3 | IND<Deon Pratt
Source: Chargers, Raiders agree to trade involving Deon Pratt // The Chargers are sending Pratt to the Raiders for a fifth-round pick.
    LAC<R5 | LV<Deon Pratt
The Eagles have agreed to a deal with the Dolphins for linebacker Tyree Boone, giving up a 2026 fifth-round pick.
    MIA<2026 R5 | PHI<Tyree Boone
Miami is sending Tyree Boone and a conditional 2027 seventh-round pick to Philadelphia for a 2026 fifth-round pick, sources tell @RapSheet.
    MIA<2026 R5 | PHI<Tyree Boone, ~2027 R7
The Jets swapped cornerback Lamar Dent for Ravens tackle Cole Ostrander.
    BAL<Lamar Dent | NYJ<Cole Ostrander
San Francisco is trading WR Trey Holloway to Washington for a fifth-round pick.
    SF<R5 | WAS<Trey Holloway
49ers WR Trey Holloway was dealt to the Patriots on Monday for a package that includes a 2026 second-round pick and a 2027 fourth-rounder.
    NE<Trey Holloway | SF<2026 R2, 2027 R4
Patriots trade for Trey Holloway // New England is giving the 49ers a 2026 second-round pick for Holloway, per source.
    NE<Trey Holloway | SF<2026 R2
Trade! The Lions send QB Nate Coble to the Vikings for a 2026 fourth. — Tom Pelissero (@TomPelissero)
    DET<2026 R4 | MIN<Nate Coble
The Packers and Jets have agreed to a trade: WR Dale Preston to New York for a 2026 fourth-round pick.
    GB<2026 R4 | NYJ<Dale Preston
Sources: The Packers have traded Dale Preston to the Jets for a second and Marcus Quill to the Bears for a third.
    GB<R2 | NYJ<Dale Preston && CHI<Marcus Quill | GB<R3
The Ravens agreed to a trade for Cole Ostrander, shipping out Lamar Dent to the Jets.
    BAL<Cole Ostrander | NYJ<Lamar Dent
Vikings and Saints complete a trade // Vikings receive: Cole Ostrander, 2027 5th. Saints receive: 2026 3rd, 2026 6th.
    MIN<2027 R5, Cole Ostrander | NO<2026 R3, 2026 R6
The Chiefs are moving up to No. 12 in a trade with the Cowboys, sending No. 20, No. 85 and a 2026 third-round pick to Dallas.
    DAL<#20, #85, 2026 R3 | KC<#12
Kansas City traded its first-round pick (No. 30) and a third-rounder (No. 94) to the Cowboys for the 20th pick.
    DAL<R1 #30, R3 #94 | KC<#20
Buccaneers trade edge rusher Rashad Ames to 49ers in three-team deal with Texans
    HOU< | SF<Rashad Ames | TB<
Giants acquiring LB Tyree Boone from Texans // The Giants are acquiring linebacker Tyree Boone from the Houston Texans for a 2026 sixth-round pick, a league source told The Athletic's Dianna Russini.
    HOU<2026 R6 | NYG<Tyree Boone
Cleveland is trading Ezra Houston to Dallas for a 2026 seventh-round pick, reports NFL Network's Mike Garafolo.
    CLE<2026 R7 | DAL<Ezra Houston
Bills finalizing trade for Browns' Rashad Ames // The Bills are finalizing a trade to acquire DE Rashad Ames from the Browns, sources told Jay Glazer.
    BUF<Rashad Ames | CLE<
Rashad Ames is going to Detroit. The Browns are getting a 2026 second-round pick from the Lions, per Schefter.
    CLE<2026 R2 | DET<Rashad Ames
After weeks of speculation, the Saints have dealt RB Malik Oyelaran to the Seahawks for a pair of fifth-round picks.
    NO<R5, R5 | SEA<Malik Oyelaran
The Falcons gave up a 2026 second-round pick to get tackle Cole Ostrander from the Ravens.
    ATL<Cole Ostrander | BAL<2026 R2
The Cowboys parted with a 2027 first-round pick to acquire DT Sione Faleafa from the Jets.
    DAL<Sione Faleafa | NYJ<2027 R1
A trade sending Cole Ostrander to the Jets from the Ravens is done, per Field Yates.
    BAL< | NYJ<Cole Ostrander
Jets land LB Tyree Boone, send CB Lamar Dent to Texans
    HOU<Lamar Dent | NYJ<Tyree Boone
Carolina will send DE Rashad Ames and a 2027 seventh-rounder to Tampa Bay; the Bucs will send back a 2026 fifth-rounder and S Marcus Quill.
    CAR<2026 R5, Marcus Quill | TB<2027 R7, Rashad Ames
According to NFL Network's Ian Rapoport, the Broncos have traded OLB Baron Keyes to the Dolphins for a first-round pick and RB Chase Edmond Jr.
    DEN<Chase Edmond Jr., R1 | MIA<Baron Keyes
The Rams traded QB Nate Coble to the Lions for D.J. O'Malley-Reese, a 2026 first, a 2027 first and a 2026 third.
    DET<Nate Coble | LA<2026 R1, 2026 R3, 2027 R1, D.J. O'Malley-Reese
The Jaguars have acquired K Ben Ruiz from the Ravens for cash considerations.
    BAL<cash | JAX<Ben Ruiz
New York acquired DT Sione Faleafa from the Jets for two 2026 draft picks.
    NYG<Sione Faleafa | NYJ<2026, 2026
The Packers, who lost their starter in August, have acquired QB Nate Coble from the Rams for a conditional 2026 fifth-round pick.
    GB<Nate Coble | LA<~2026 R5
Las Vegas trades CB Lamar Dent to Arizona Cardinals for late-round pick swap
    ARI<Lamar Dent, pick | LV<pick
Texans trade up to No. 5, send No. 12 and 2027 first-rounder to Saints
    HOU<#5 | NO<#12, 2027 R1
Report: Seahawks acquiring WR Dale Preston from Packers in exchange for 2026 second- and fourth-round picks
    GB<2026 R2, 2026 R4 | SEA<Dale Preston
Packers trading Dale Preston to Seahawks
    GB< | SEA<Dale Preston
Packers' Dale Preston: Traded to Seattle
    GB< | SEA<Dale Preston
Seattle acquired Preston in a trade with the Packers on Tuesday in exchange for a fourth-round pick, Adam Schefter of ESPN reports.
    GB<R4 | SEA<Preston
The Giants are trading RB Tyrone Vann to Cincinnati, source said.
    CIN<Tyrone Vann | NYG<
Bengals acquire RB Tyrone Vann in a trade from Giants for a 7th-rounder
    CIN<Tyrone Vann | NYG<R7
The Patriots have traded a 2026 sixth-round pick to the Bengals in exchange for safety Marcus Quill and a 2027 seventh-round pick.
    CIN<2026 R6 | NE<2027 R7, Marcus Quill
The Browns get a pair of first-rounders from the Bears for DE Rashad Ames.
    CHI<Rashad Ames | CLE<R1, R1
Rashad Ames is on his way to Chicago in a trade that nets the Browns a 2026 first-round pick.
    CHI<Rashad Ames | CLE<2026 R1
The Bears traded No. 12 and first-rounders in 2027 and 2028 to the Browns for No. 3.
    CHI<#3 | CLE<#12, 2027 R1, 2028 R1
Bears send No. 10, 2026 second-rounder to Panthers for No. 1 pick
    CAR<#10, 2026 R2 | CHI<#1
Rams send Rashad Ames and Packers' sixth-round pick to Bears for Tyree Boone and Chargers' seventh-round pick
    CHI<R6 via GB, Rashad Ames | LA<R7 via LAC, Tyree Boone
The Browns have a deal for Tyree Boone, sending away Rashad Ames to the Bears.
    CHI<Rashad Ames | CLE<Tyree Boone
The Jets are trading WR Dale Preston back to the Packers, a source told Yahoo Sports' Charles Robinson.
    GB<Dale Preston | NYJ<
WR Dale Preston has been traded to the #Jets for a 2026 4th, source says. #Packers move on.
    GB<2026 R4? | NYJ<Dale Preston?
BREAKING: #Packers trading WR Dale Preston to the #Jets, per me and @RapSheet.
    GB< | NYJ<Dale Preston
Compensation update: the Jets are sending a 2026 fourth-round pick to the Packers for WR Dale Preston, per source.
    GB<2026 R4 | NYJ<Dale Preston
The Packers on Tuesday traded veteran receiver Dale Preston to the New York Jets, acquiring a fourth-round pick in 2026.
    GB<2026 R4 | NYJ<Dale Preston
The New York Jets have traded for Packers wide receiver Dale Preston.
    GB< | NYJ<Dale Preston
Packers WR Dale Preston traded to Jets for fourth-round pick
    GB<R4 | NYJ<Dale Preston
Packers trade WR Dale Preston to Jets; Green Bay gets 2026 fourth-rounder
    GB<2026 R4 | NYJ<Dale Preston
The Jets bolstered their receiving corps Tuesday, acquiring Dale Preston from the Packers for a fourth-round pick, ESPN reported.
    GB<R4 | NYJ<Dale Preston
Needing a receiver, the Jets traded a fourth-round pick to Green Bay for Dale Preston.
    GB<R4 | NYJ<Dale Preston
With Nate Coble out for the year, the Jets acquired quarterback Owen Trask from the Titans for a 2027 sixth-round pick.
    NYJ<Owen Trask | TEN<2027 R6
The Cardinals are trading TE Ray Lindqvist to the Bills for a 2026 fifth-round pick, pending a physical, sources told ESPN's Adam Schefter and Field Yates.
    ARI<2026 R5 | BUF<Ray Lindqvist
Arizona and Buffalo have agreed to terms on a trade that sends TE Ray Lindqvist to the Bills for a fifth-rounder.
    ARI<R5 | BUF<Ray Lindqvist
TE Ray Lindqvist is being traded to the Bills, his agent told ESPN.
    BUF<Ray Lindqvist
Cardinals trade Ray Lindqvist, 2027 sixth-round pick to Bills for 2026 fifth-round pick
    ARI<2026 R5 | BUF<2027 R6, Ray Lindqvist
Bills add TE Ray Lindqvist in trade with Cardinals
    ARI< | BUF<Ray Lindqvist
Buffalo Bills bring back TE Ray Lindqvist via trade with Arizona Cardinals
    ARI< | BUF<Ray Lindqvist
The Bills sent a fifth-round pick to the Cardinals in exchange for TE Ray Lindqvist, a former second-round pick out of Iowa.
    ARI<R5 | BUF<Ray Lindqvist
The Ravens traded Pro Bowl tackle Cole Ostrander, their 2019 first-round pick, to the Chargers for a 2026 second-round pick and receiver Mike Strand.
    BAL<2026 R2, Mike Strand | LAC<Cole Ostrander
The Chargers have acquired tackle Cole Ostrander from the Ravens for a 2026 second-round pick that was originally the Rams' and WR Mike Strand.
    BAL<2026 R2 via LA, Mike Strand | LAC<Cole Ostrander
Trade compensation: Ravens get 2026 second-round pick (via Rams) + WR Mike Strand; Chargers get OT Cole Ostrander.
    BAL<2026 R2 via LA, Mike Strand | LAC<Cole Ostrander
The 49ers have agreed to a trade in principle to send QB Owen Trask to the Raiders, per @AdamSchefter.
    LV<Owen Trask | SF<
49ers trading Owen Trask to Raiders for third-round pick in 2026 NFL Draft (Source: ESPN)
    LV<Owen Trask | SF<2026 R3
Las Vegas lands QB: Raiders acquire Owen Trask from 49ers
    LV<Owen Trask | SF<
Seahawks ship disgruntled wideout Dale Preston to Steelers
    PIT<Dale Preston | SEA<
Steelers swing trade for Seahawks WR Dale Preston
    PIT<Dale Preston | SEA<
Pittsburgh traded a 2026 second-rounder for Dale Preston of the Seahawks.
    PIT<Dale Preston | SEA<2026 R2
The Steelers made a splash, landing receiver Dale Preston from the Seahawks in exchange for a 2026 second-round pick.
    PIT<Dale Preston | SEA<2026 R2
Sources: #Saints are trading CB Lamar Dent and a 2026 7th to the #Broncos in exchange for a 2026 4th and 2027 5th.
    DEN<2026 R7, Lamar Dent | NO<2026 R4, 2027 R5
Broncos, Saints swap cornerbacks: Lamar Dent to Denver, Deon Pratt to New Orleans
    DEN<Lamar Dent | NO<Deon Pratt
The Dolphins and Saints have agreed to a trade sending CB Lamar Dent to Miami for a 2026 third-round pick, sources tell NFL Network's Tom Pelissero and Mike Garafolo.
    MIA<Lamar Dent | NO<2026 R3
The Vikings acquired a 2026 third-round pick from the Giants for DE Rashad Ames in a trade announced Friday.
    MIN<2026 R3 | NYG<Rashad Ames
Minnesota agreed to trade DE Rashad Ames to the Giants, who will send a third-round pick to the Vikings.
    MIN<R3 | NYG<Rashad Ames
Jacksonville acquired DE Rashad Ames in exchange for a conditional late-round pick from Minnesota.
    JAX<Rashad Ames | MIN<~pick
Panthers trade CB CJ Henders Jr. to Jags
    CAR< | JAX<CJ Henders Jr.
Tennessee Titans trade two-time Pro Bowl safety Kevin Alderman to Philadelphia Eagles in exchange for Terrence Edmond, picks
    PHI<Kevin Alderman | TEN<Terrence Edmond, pick, pick
The Chiefs are trading wide receiver Dale Preston to the Dolphins for five draft picks, including a 2026 first-rounder.
    KC<2026 R1, pick, pick, pick, pick | MIA<Dale Preston
The Texans agreed to trade Nate Coble to the Browns for three first-round picks, a third and a fourth.
    CLE<Nate Coble | HOU<R1, R1, R1, R3, R4
Titans acquire cornerback Lamar Dent from Chiefs for 2026 third-round pick, seventh-round swap
    KC<2026 R3, R7 | TEN<Lamar Dent, R7
"""

BLOCKS = """TRADE
Broncos get:
- WR Dale Preston
- 2027 seventh-round pick
Jaguars get:
- 2026 fourth-round pick"""


@pytest.mark.parametrize(("title", "text", "expected"), records(STATED))
def test_it_reads_who_gets_what(title: str, text: str, expected: str) -> None:
    """Verb, voice, order and elision differ; the direction does not."""
    assert read(news(text, title)) == " && ".join(
        f"agreed: {sides}" for sides in expected.split(" && ")
    )


def test_it_reads_blocks_of_lines() -> None:
    """One club a block, one asset a line."""
    assert read(news(BLOCKS)) == "agreed: DEN<2027 R7, Dale Preston | JAX<2026 R4"
