"""People and outlets: positions, the reporters whom fans know, and what a player's name looks like. Facts only."""

from bot.model import Source, SourceKind

_POSITIONS = """
QB quarterback quarterbacks qb passer|RB running_back running_backs tailback halfback ballcarrier
HB hb|FB fullback fb|WR wide_receiver wide_receivers receiver receivers wideout wideouts pass_catcher
TE tight_end tight_ends|OT offensive_tackle offensive_tackles left_tackle right_tackle tackle tackles
T t|G guard guards left_guard right_guard offensive_guard|C center centers|OG og
OL offensive_lineman offensive_linemen lineman linemen|DE defensive_end defensive_ends
DT defensive_tackle defensive_tackles|NT nose_tackle nose|DL defensive_lineman defensive_linemen
EDGE edge edge_rusher edge_rushers pass_rusher pass_rushers rusher|LB linebacker linebackers
ILB inside_linebacker middle_linebacker|OLB outside_linebacker outside_linebackers
CB cornerback cornerbacks corner corners nickelback|S safety safeties free_safety strong_safety|DB defensive_back defensive_backs
K kicker placekicker|P punter|LS long_snapper|KR return_specialist returner|FS fs|SS ss|MLB mlb|LT lt|RT rt|LG lg|RG rg
SAF saf|PK pk|IDL idl iol interior_lineman|PR pr
"""

_REPORTERS = """
1 Adam Schefter @adamschefter|1 Ian Rapoport @rapsheet|1 Tom Pelissero @tompelissero
1 Jay Glazer @jayglazer|1 Dianna Russini @dmrussini|1 Jeremy Fowler @jfowlerespn|1 Field Yates @fieldyates
1 Dan Graziano @dangrazianoespn|1 Jonathan Jones @jjones9|1 Jordan Schultz @schultz_report
1 Mike Garafolo @mikegarafolo|1 Albert Breer @albertbreer|1 Chris Mortensen @mortreport
1 Josina Anderson @josinaanderson|1 Jeff Howe @jeffphowe|1 Rob Maaddi @robmaaddi|1 Peter Schrager @pschrags
1 Judy Battista @judybattista|1 Adam Teicher @adamteicher|1 Mike Silver @mikesilver
1 Jim Trotter @jimtrotter_nfl|1 Jason La Canfora @jasonlacanfora|1 Cameron Wolfe @cameronwolfe
1 Stacey Dales @staceydales|1 Steve Wyche @wyche89|1 Ed Werder @werderedespn|1 John Clayton
2 Charles Robinson @charlesrobinson|2 Mike Florio @mikeflorio|2 Seth Walder @sethwalder|2 Bill Barnwell @billbarnwell
2 Kevin Seifert @seifertespn|2 Rich Cimini @richcimini|2 Zack Rosenblatt @zackblatt|2 Jordan Raanan @jordanraanan
2 Aaron Wilson @aaronwilson_nfl|2 Benjamin Allbright @allbrightnfl|2 Vincent Bonsignore @vinnybonsignore
2 Mike Reiss @mikereiss|2 Mary Kay Cabot @marykaycabot|2 Matt Zenitz @mzenitz|2 Doug Kyed @dougkyed
2 Brad Biggs @bradbiggs|2 Rob Demovsky @robdemovsky|2 Todd Archer @toddarcher|2 Jourdan Rodrigue @jourdanrodrigue
2 Clarence Hill @clarencehilljr|2 David Newton|2 Joe Person @josephperson|2 Jeff Zrebiec @jeffzrebiec
2 Barry Jackson @flasportsbuzz|2 Mike Klis @mikeklis|2 Nick Wagoner @nwagoner
2 Matt Barrows @mattbarrows|2 Tim McManus @tim_mcmanus|2 John Keim @john_keim|2 Nicki Jhabvala @nickijhabvala
2 Eric Woodyard|2 Brooke Pryor @bepryor|2 Gerry Dulac @gerrydulac|2 Mark Maske @markmaske|2 Dave Birkett @davebirkett
2 Armando Salguero @armandosalguero|2 Paul Kuharsky|2 Turron Davenport @tdavenport_nfl|2 Sarah Barshop @sarahbarshop
2 Jamison Hensley @jamisonhensley|2 Ben Goessling @bengoessling|2 Courtney Cronin @courtneyrcronin
"""

_OUTLETS = """
1 ESPN espn espn.com espn's|1 NFL Network nfl_network nfln|1 NFL.com nfl.com nfl_media|1 FOX Sports fox_sports fox foxsports.com
1 CBS Sports cbs_sports cbssports.com cbs|1 The Athletic the_athletic|1 AP ap associated_press
1 NBC Sports nbc_sports nbc|1 Sports Illustrated sports_illustrated si.com|1 Yahoo Sports yahoo_sports yahoo
1 USA Today usa_today|1 Reuters reuters|1 The New York Times new_york_times nytimes
1 The Washington Post washington_post|2 Pro Football Talk pro_football_talk profootballtalk pft
2 Pro Football Rumors pro_football_rumors profootballrumors.com|2 Bleacher Report bleacher_report
2 Detroit Free Press detroit_free_press|2 Detroit News detroit_news|2 Boston Globe boston_globe|2 Boston Herald boston_herald
2 Star Tribune star_tribune|2 Pioneer Press pioneer_press|2 Dallas Morning News dallas_morning_news
2 Houston Chronicle houston_chronicle|2 Denver Post denver_post|2 Chicago Tribune chicago_tribune
2 Chicago Sun-Times chicago_sun_times|2 New York Post new_york_post|2 New York Daily News new_york_daily_news
2 Newsday newsday|2 Baltimore Sun baltimore_sun|2 Miami Herald miami_herald|2 Kansas City Star kansas_city_star
2 Seattle Times seattle_times|2 Los Angeles Times los_angeles_times|2 Las Vegas Review-Journal las_vegas_review_journal review_journal
2 Philadelphia Inquirer philadelphia_inquirer|2 Pittsburgh Post-Gazette pittsburgh_post_gazette post_gazette
2 Cleveland Plain Dealer plain_dealer|2 Cleveland.com cleveland.com|2 Indianapolis Star indianapolis_star indystar
2 The Tennessean tennessean|2 Tampa Bay Times tampa_bay_times|2 The Charlotte Observer charlotte_observer
2 Atlanta Journal-Constitution atlanta_journal_constitution|2 Arizona Republic arizona_republic
2 San Francisco Chronicle san_francisco_chronicle|2 Sacramento Bee sacramento_bee|2 Milwaukee Journal Sentinel milwaukee_journal_sentinel journal_sentinel
2 KPRC kprc|2 WFAN wfan|2 SNY sny|2 9News 9news|2 KPIX kpix
"""

_TITLES = (
    "gm|general manager|coach|head coach|owner|president|commissioner|agent|coordinator"
    "|offensive coordinator|defensive coordinator|executive|vice president|interim coach|analyst"
    "|reporter|insider|columnist|agents|chief executive|co-owner|chairman|spokesman|ceo"
)

# Capitalised words that are never part of a player's name: the calendar, honours, headline words.
NOT_NAMES = frozenset(
    """
    the a an and or but if as at by for from in into of off on onto over to up with after before
    monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow yesterday
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec spring summer fall winter
    nfl nfc afc super bowl pro all-pro all pro-bowl hall fame mvp rookie heisman week day year round
    north south east west draft no nos pick picks first second third fourth fifth sixth seventh
    breaking report reports reported sources source update official officially trade trades traded
    trading per via he she they it his her their its we our you i who what why how when where which
    will would could should can may might must did does do is are was were has have had be been
    being not never still just also now then once finally reportedly again this that these those
    here there star veteran former ex starting starter backup disgruntled embattled longtime young
    new big huge massive stunning surprise blockbuster deadline season offseason preseason camp
    training league team teams club clubs game games playoff playoffs nearly almost another other
    two three four five six seven eight nine ten eleven twelve multiple several some many both
    more most less ahead amid following during under because since while until despite like
    talks rumors rumor request requests interest market block deal deals swap agreement package
    full final grades grade winners losers reaction analysis fantasy mock power rankings best worst
    every each any one ones none i'm it's we've text look looks expected set likely
    general manager coach owner gm hc oc dc president head coordinator agent standout injured
    former three-time two-time four-time five-time time times offensive defensive player
    ii iii iv jr. sr. jr sr vs vs. nos. no. add adds pending conditional physical career
    emotional message scoreless exclusive live watch video photos podcast transcript
    how nine long-shot logical source: help need needing needs seeking wanting reunited
    longest-tenured two-year one-year three-year multi-year man men hometown name top no-trade
    """.split()
)

# Common words that are also names, as the second word of one, and as the first.
ODD_SURNAMES = frozenset(
    "young hall best day west north east long likely may land means head price cash still grant"
    " hand cook round march top ford winters fall spring summer love deal rush".split()
)
ODD_FIRST_NAMES = frozenset({"will", "may", "chase", "grant", "star", "june"})

PARTICLES = frozenset(
    "van von der de la del di da du le st. vander ter den dos ben bin al el".split()
)
SUFFIXES = frozenset("jr. jr sr. sr ii iii iv v".split())
NAME_CITIES = frozenset({"washington", "houston", "dallas", "cleveland", "denver", "jackson"})


def positions() -> dict[str, str]:
    """Every printed position, casefolded, to its abbreviation; abbreviations are printed in capitals."""
    found: dict[str, str] = {}
    for row in _POSITIONS.replace("\n", "|").split("|"):
        if row.strip():
            short, *printed = row.split()
            for text in (short.casefold(), f"{short.casefold()}s", *printed):
                found.setdefault(text.replace("_", " "), short)
    return found


def reporters() -> dict[str, Source]:
    """National and club reporters by casefolded name and by handle."""
    found: dict[str, Source] = {}
    for row in _REPORTERS.replace("\n", "|").split("|"):
        if row.strip():
            tier, *words = row.split()
            handles = [word for word in words if word[0] == "@"]
            name = " ".join(word for word in words if word[0] != "@")
            source = Source(name=name, kind=SourceKind.REPORTER, tier=int(tier))
            found.update(dict.fromkeys((name.casefold(), *handles), source))
    return found


def outlets() -> dict[str, Source]:
    """Outlets by every printed name, casefolded."""
    found: dict[str, Source] = {}
    for row in _OUTLETS.replace("\n", "|").split("|"):
        if row.strip():
            words = row.split()
            start = next(i for i, word in enumerate(words[1:], 1) if word.islower() or "_" in word)
            name = " ".join(words[1:start])
            source = Source(name=name, kind=SourceKind.OUTLET, tier=int(words[0]))
            for word in words[start:]:
                found[word.replace("_", " ")] = source
    return found


def titles() -> tuple[str, ...]:
    """Titles before the names of people who cannot be traded, casefolded."""
    return tuple(_TITLES.split("|"))
