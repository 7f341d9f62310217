"""Reporters with their handles, and outlets by the names under which they are printed. Facts only.

Tier 1 is believed alone (a national insider, a club's established reporter, a national desk or a daily);
tier 2 needs a second voice (radio, local television, columns, pages that gather others' news).
"""

from bot import clubs
from bot.model import ClubCode, Source, SourceKind

_REPORTERS = """
1 Adam Schefter schefter schefty @adamschefter|1 Ian Rapoport rapoport rap_sheet rapsheet @rapsheet
1 Tom Pelissero pelissero @tompelissero|1 Jay Glazer glazer @jayglazer|1 Jeremy Fowler @jfowlerespn
1 Dianna Russini russini @dmrussini @diannaespn|1 Field Yates @fieldyates|1 Peter Schrager schrager @pschrags
1 Dan Graziano graziano @dangrazianoespn|1 Jonathan Jones @jjones9|1 Jordan Schultz @schultz_report @jordan_schultz
1 Mike Garafolo garafolo michael_garafolo @mikegarafolo|1 Albert Breer breer bert_breer @albertbreer
1 Chris Mortensen mortensen @mortreport|1 Josina Anderson @josinaanderson|1 Jeff Howe @jeffphowe
1 Rob Maaddi maaddi @robmaaddi @aarobmaaddi|1 Judy Battista battista @judybattista
1 Mike Silver michael_silver @mikesilver|1 Jim Trotter @jimtrotter_nfl|1 Jason La Canfora la_canfora @jasonlacanfora
1 Cameron Wolfe @cameronwolfe|1 Stacey Dales @staceydales|1 Steve Wyche wyche @wyche89
1 Ed Werder werder @werderedespn @edwerderrfa|1 John Clayton @claytonespn @johnclaytonnfl|1 Kimberley Martin @bykimberleya
1 Jeff Darlington @jeffdarlington|1 Adam Caplan @caplannfl|1 Charles Robinson charles_robinson @charlesrobinson
1 Len Pasquarelli pasquarelli @lenpasquarelli|1 Peter King @peter_king|1 James Palmer @jamespalmertv
1 Barry Wilner wilner|1 Arnie Stapleton @arniestapleton|1 Josh Dubow @joshdubowap|1 Teresa Walker @teresamwalker
1 Schuyler Dixon @apschuyler|1 Dave Campbell @davecampbellap|1 Mark Maske @markmaske|1 Ben Standig @benstandig
1 Lindsay Jones @bylindsayhjones|1 Alex Marvez @alexmarvez|1 Don Banks @donbanks
2 Mike Florio florio @mikeflorio|2 Ari Meirov @mysportsupdate|2 Dov Kleiman @nfl_dovkleiman|2 Seth Walder @sethwalder
2 Bill Barnwell barnwell @billbarnwell|2 Mel Kiper @melkiperespn|2 Todd McShay @mcshay13|2 Kevin Seifert @seifertespn
1 Aaron Wilson @aaronwilson_nfl|2 Benjamin Allbright benjamin_albright @allbrightnfl|2 Matt Zenitz @mzenitz
1 Adam Teicher @adamteicher
1 Rich Cimini cimini @richcimini|1 Zack Rosenblatt @zackblatt|1 Connor Hughes @connor_j_hughes|1 Brian Costello @briancoz
1 Manish Mehta @mmehtanydn|1 Ralph Vacchiano @rvacchianosny @ralphvacchiano|1 Jordan Raanan @jordanraanan|1 Art Stapleton @art_stapleton
1 Dan Duggan @ddugganathletic|1 Pat Leonard @plnydailynews|1 Paul Schwartz @nypost_schwartz|1 Gary Myers @garymyersny
1 Andy Vasquez @andy_vasquez|1 Mike Reiss @mikereiss|1 Ben Volin @benvolin|1 Doug Kyed @dougkyed|1 Tom E. Curran tom_curran @tomecurran
1 Karen Guregian @kguregian|1 Greg Bedard @gregabedard|1 Chad Graff @chadgraff|1 Phil Perry @philaperry|1 Mark Daniels @markdanielsptm
1 Mike Rodak @mikerodak|1 Vic Carucci @viccarucci|1 Joe Buscaglia @joebuscaglia|1 Alaina Getzenberg @agetzenberg|1 Tim Graham @bytimgraham
1 Armando Salguero @armandosalguero|1 Barry Jackson @flasportsbuzz|1 Omar Kelly @omarkelly|1 Marcel Louis-Jacques @marcel_lj
1 Adam Beasley adam_h._beasley @adamhbeasley|1 David Furones @davidfurones_|1 Jeff Zrebiec @jeffzrebiec|1 Jamison Hensley @jamisonhensley
1 Jonas Shaffer @jonas_shaffer|2 Mike Preston|1 Mary Kay Cabot @marykaycabot|1 Tony Grossi @tonygrossi|1 Jake Trotter @jake_trotter
1 Zac Jackson @akronjackson|1 Nate Ulrich @nateulrichabj|2 Brad Stainbrook @stainbrooknfl|1 Paul Dehner @pauldehnerjr|1 Ben Baby @ben_baby
1 Kelsey Conway @kelseylconway|1 Katherine Terrell @kat_terrell|1 Gerry Dulac dulac @gerrydulac|1 Brooke Pryor @bepryor|1 Ed Bouchette @edbouchette
1 Aditi Kinkhabwala @akinkhabwala|1 Mark Kaboly @markkaboly|1 Ray Fittipaldo @rayfitt1|1 Mike DeFabio @mikedefabo|1 Aaron Reiss @aaronjreiss
1 John McClain @mcclain_on_nfl|1 Sarah Barshop @sarahbarshop|1 DJ Bien-Aime @djbienaime|1 Stephen Holder @holderstephen
1 Zak Keefer @zkeefer|1 Joel Erickson joel_a._erickson @joelaerickson
1 Michael DiRocco mike_dirocco @espndirocco|1 Ryan O'Halloran @ryanohalloran|1 Turron Davenport @tdavenport_nfl
1 Paul Kuharsky @paulkuharskynfl|1 Jim Wyatt @jwyattsports|2 Buck Reising @buckreising|1 Mike Klis @mikeklis|1 Troy Renck @troyrenck
1 Nicki Jhabvala @nickijhabvala|2 Woody Paige @woodypaige|1 Jeff Legwold @jeff_legwold|1 Parker Gabriel @parkerjgabriel|1 Terez Paylor @terezpaylor
1 Sam Mellinger @mellinger|1 Nate Taylor @byntaylor|2 Herbie Teope @herbieteope|1 Sam McDowell @samemcdowell|2 Matt Derrick @mattderrick
1 Vic Tafur @victafur|1 Vincent Bonsignore vinny_bonsignore vinny_bonsignore @vinnybonsignore|1 Paul Gutierrez @paulgutierrez @pgutierrezespn
1 Tashan Reed @tashanreed|1 Michael Gehlken @gehlkennfl|1 Adam Hill @adamhilllvrj|1 Daniel Popper @danielrpopper|1 Eric Williams @eric_d_williams
1 Kevin Acee @sdutkevinacee|1 Kris Rhim @krisrhim1|1 Clarence Hill clarence_hill_jr. clarence_e._hill_jr. @clarencehilljr|1 Todd Archer @toddarcher
1 Jane Slater @slaternfl|1 Jon Machota machota @jonmachota|1 Calvin Watkins @calvinwatkins|1 Nick Eatman
1 Jeff McLane @jeff_mclane|1 Zach Berman @zberm|2 Jimmy Kempski @jimmykempski|1 Tim McManus @tim_mcmanus|1 Derrick Gunn @realdgunn
1 Les Bowen @lesbowen|1 Sal Paolantonio @salpalespn|2 Geoff Mosher @geoffmoshernfl|2 Howard Eskin @howardeskin|1 John Clark @jclarknbcs
1 Eliot Shorr-Parks @eliotshorrparks|1 John Keim @john_keim|1 JP Finlay j.p._finlay @jpfinlaynbcs|1 Sam Fortier @sam4tr
1 Brad Biggs biggs @bradbiggs|1 Adam Jahns @adamjahns|1 Courtney Cronin @courtneyrcronin|1 Kevin Fishbain @kfishbain|1 Dan Wiederer @danwiederer
1 Jeff Dickerson @dickersonespn|1 Adam Hoge @adamhoge|1 Dave Birkett birkett @davebirkett|1 Eric Woodyard @e_woodyard
1 Michael Rothstein @mikerothstein|1 Kyle Meinke @kmeinke|1 Tim Twentyman @ttwentyman|1 Colton Pouncy @colton_pouncy|1 Rob Demovsky demovsky @robdemovsky
1 Tom Silverstein silverstein @tomsilverstein|1 Matt Schneidman @mattschneidman|1 Ryan Wood @bywryanwood|1 Bob McGinn @bobmcginn|1 Ben Goessling @bengoessling
1 Chris Tomasson @christomasson|1 Alec Lewis @alec_lewis|2 Michael Rand|1 Jeff Schultz @jeffschultzatl|1 D. Orlando Ledbetter ledbetter d_orlando_ledbetter @dorlandoledbetter
1 Josh Kendall @joshtheathletic|1 Joe Person joseph_person @josephperson|1 David Newton @davidnewtonespn|1 Jonathan Alexander @jonmalexander|1 Mike Kaye @mike_e_kaye
1 Nick Underhill @nick_underhill|1 Mike Triplett @miketriplett|1 Jeff Duncan @jeffduncan_|1 Larry Holder @lholder @larryholder
1 Rick Stroud @nflstroud|1 Greg Auman @gregauman|1 Jenna Laine @jennalainesports|1 Roy Cummings|1 Darren Urban @cardschatter
1 Josh Weinfuss @joshweinfuss|1 Kent Somers @kentsomers|1 Bob McManaman @azbobbymac|1 Jourdan Rodrigue @jourdanrodrigue|1 Lindsey Thiry @lindseythiry
1 Gary Klein @latimesklein|1 Jim Thomas @jthom1|1 Matt Barrows @mattbarrows|1 Matt Maiocco maiocco @maioccosnbcs @maiocconbcs|1 Nick Wagoner @nwagoner
1 David Lombardi @lombardihimself|1 Cam Inman @caminman|1 Eric Branch @eric_branch|2 Grant Cohn @grantcohn|2 Tim Kawakami @timkawakami
1 Brady Henderson @bradyhenderson|1 Bob Condotta @bcondotta|1 Mike Dugar @mikedugar|1 Gregg Bell @gbellseattle
2 Jason Fitzgerald @jason_otc|2 Brad Spielberger @pff_brad|2 Brian Baldinger @baldynfl|2 Dan Patrick @dpshow|2 Mark Schlereth
"""

_OUTLETS = """
1 ESPN: espn espn.com espn's espn_com|1 NFL Network: nfl_network nfln nfl_net|1 NFL.com: nfl.com|1 NFL Media: nfl_media
1 FOX Sports: fox_sports fox foxsports.com fox_nfl_sunday fox_sports_1 fs1|1 CBS Sports: cbs_sports cbssports.com cbs
1 The Athletic: the_athletic|1 AP: ap associated_press|1 NBC Sports: nbc_sports nbc nbcsports.com|1 Yahoo Sports: yahoo_sports yahoo
1 Sports Illustrated: sports_illustrated si.com the_mmqb mmqb themmqb themmqb.com|1 USA Today: usa_today usa_today_sports|1 Reuters: reuters
1 The New York Times: new_york_times nytimes|1 The Washington Post: washington_post|1 Bloomberg: bloomberg|1 The Wall Street Journal: wall_street_journal
2 Pro Football Talk: pro_football_talk profootballtalk profootballtalk.com pft|2 Bleacher Report: bleacher_report b/r|2 The 33rd Team: 33rd_team
2 Pro Football Rumors: pro_football_rumors profootballrumors profootballrumors.com|2 Pro Football Focus: pro_football_focus pff
2 Pro Football Network: pro_football_network pfn|2 Sporting News: sporting_news|2 The Ringer: the_ringer|2 SB Nation: sb_nation|2 Heavy: heavy.com
2 Over the Cap: over_the_cap overthecap.com|2 Spotrac: spotrac|2 SiriusXM: siriusxm siriusxm_nfl_radio sirius_xm|2 Westwood One: westwood_one|2 UPI: upi
1 Detroit Free Press: detroit_free_press free_press freep|1 Detroit News: detroit_news|1 MLive: mlive mlive.com|1 Boston Globe: boston_globe
1 Boston Herald: boston_herald|2 WEEI: weei weei.com|2 NBC Sports Boston: nbc_sports_boston|2 MassLive: masslive masslive.com|1 Providence Journal: providence_journal
1 Star Tribune: star_tribune minnesota_star_tribune minneapolis_star_tribune|1 Pioneer Press: pioneer_press st._paul_pioneer_press|2 KSTP: kstp|2 KFAN: kfan
1 Dallas Morning News: dallas_morning_news|1 Fort Worth Star-Telegram: fort_worth_star_telegram star_telegram|2 105.3 The Fan: 105.3_the_fan
1 Houston Chronicle: houston_chronicle|2 KPRC: kprc kprc_2|2 KHOU: khou|2 Sports Radio 610: sports_radio_610|1 Denver Post: denver_post|1 9NEWS: 9news 9_news kusa
2 Denver Gazette: denver_gazette|1 Chicago Tribune: chicago_tribune|1 Chicago Sun-Times: chicago_sun_times sun_times|2 Daily Herald: daily_herald
2 670 The Score: 670_the_score|2 NBC Sports Chicago: nbc_sports_chicago|1 New York Post: new_york_post n.y._post ny_post|1 Newsday: newsday
1 New York Daily News: new_york_daily_news n.y._daily_news ny_daily_news|1 NJ.com: nj.com|1 The Star-Ledger: star_ledger|2 The Record: bergen_record
1 SNY: sny|2 WFAN: wfan|1 Baltimore Sun: baltimore_sun|1 Baltimore Banner: baltimore_banner|2 Washington Times: washington_times|2 NBC Sports Washington: nbc_sports_washington
2 106.7 The Fan: 106.7_the_fan|1 Miami Herald: miami_herald|1 Sun Sentinel: sun_sentinel south_florida_sun_sentinel|1 Palm Beach Post: palm_beach_post
1 Kansas City Star: kansas_city_star|2 KSHB: kshb|2 610 Sports: 610_sports|2 Arrowhead Report: arrowhead_report|1 Seattle Times: seattle_times
2 Seattle Sports: seattle_sports 710_espn_seattle|2 Tacoma News Tribune: tacoma_news_tribune news_tribune|2 KING 5: king_5|1 Los Angeles Times: los_angeles_times l.a._times la_times
1 Orange County Register: orange_county_register o.c._register|1 San Diego Union-Tribune: san_diego_union_tribune union_tribune
1 Las Vegas Review-Journal: las_vegas_review_journal review_journal|1 Philadelphia Inquirer: philadelphia_inquirer|2 Philadelphia Daily News: philadelphia_daily_news
2 94WIP: 94wip 94_wip wip|2 NBC Sports Philadelphia: nbc_sports_philadelphia nbcs_philadelphia|2 CSN Philadelphia: csn_philadelphia csnphilly.com csnphilly|2 All PHLY: all_phly phly
1 Pittsburgh Post-Gazette: pittsburgh_post_gazette post_gazette|1 Tribune-Review: tribune_review pittsburgh_tribune_review|2 KDKA: kdka kdka_tv|2 93.7 The Fan: 93.7_the_fan
1 Cleveland.com: cleveland.com|1 Cleveland Plain Dealer: plain_dealer|1 Akron Beacon Journal: akron_beacon_journal beacon_journal|2 92.3 The Fan: 92.3_the_fan
1 Cincinnati Enquirer: cincinnati_enquirer enquirer|2 WCPO: wcpo|1 Indianapolis Star: indianapolis_star indystar indy_star|2 WTHR: wthr|1 The Tennessean: tennessean
2 104.5 The Zone: 104.5_the_zone|1 Tampa Bay Times: tampa_bay_times|2 Tampa Tribune: tampa_tribune|1 Florida Times-Union: florida_times_union times_union|2 Orlando Sentinel: orlando_sentinel
1 The Charlotte Observer: charlotte_observer|2 WCNC: wcnc|1 Atlanta Journal-Constitution: atlanta_journal_constitution ajc|2 92.9 The Game: 92.9_the_game
1 Times-Picayune: times_picayune|1 New Orleans Advocate: the_advocate|2 NewOrleans.Football: neworleans.football|2 NOLA.com: nola.com|2 WWL: wwl
1 Arizona Republic: arizona_republic|2 Arizona Sports: arizona_sports|1 San Francisco Chronicle: san_francisco_chronicle sf_chronicle|1 Mercury News: mercury_news
1 Sacramento Bee: sacramento_bee|2 NBC Sports Bay Area: nbc_sports_bay_area|2 KNBR: knbr|2 KPIX: kpix|2 CSN Bay Area: csn_bay_area|1 Milwaukee Journal Sentinel: milwaukee_journal_sentinel journal_sentinel
1 Green Bay Press-Gazette: green_bay_press_gazette press_gazette packersnews|2 Wisconsin State Journal: wisconsin_state_journal|1 Buffalo News: buffalo_news
2 Syracuse.com: syracuse.com|2 WGR 550: wgr_550 wgr|2 Democrat and Chronicle: democrat_and_chronicle|1 St. Louis Post-Dispatch: st._louis_post_dispatch post_dispatch
2 CSN: csn|2 CSN Chicago: csn_chicago csnchicago.com|2 CSN New England: csn_new_england csnne.com csnne
2 CSN Washington: csn_washington|2 CSN Mid-Atlantic: csn_mid_atlantic|2 ABC: abc abc_news|2 CNN: cnn|2 Oakland Tribune: oakland_tribune|2 Green Bay Packers Radio: packers_radio_network
"""

_ACCOUNTS = """
ARI @azcardinals|ATL @atlantafalcons|BAL @ravens|BUF @buffalobills|CAR @panthers|CHI @chicagobears|CIN @bengals|CLE @browns
DAL @dallascowboys|DEN @broncos|DET @lions|GB @packers|HOU @houstontexans|IND @colts|JAX @jaguars|KC @chiefs|LA @ramsnfl
LAC @chargers|LV @raiders|MIA @miamidolphins|MIN @vikings|NE @patriots|NO @saints|NYG @giants|NYJ @nyjets|PHI @eagles
PIT @steelers|SEA @seahawks|SF @49ers|TB @buccaneers|TEN @titans|WAS @commanders
ARI @arizonacardinals|ATL @falcons|BUF @bills|CHI @bears|DAL @cowboys|HOU @texans|JAX @jags|LA @stlouisrams|LA @rams|LA @larams
LAC @chargersnfl|LAC @lachargers|LV @raidersnfl|LV @oaklandraiders|MIA @dolphins|NYG @nygiants|NYJ @jets|TB @tbbuccaneers|TB @bucs
WAS @redskins|WAS @washingtonnfl|WAS @wshfootball|WAS @washingtonfootball|WAS @washingtonfootballteam|SF @niners
"""

_PAPERS = """
CHI tribune Chicago Tribune|LA times Los Angeles Times|LAC times Los Angeles Times|SEA times Seattle Times
TB times Tampa Bay Times|DEN post Denver Post|WAS post Washington Post|NYG post New York Post|NYJ post New York Post
MIA herald Miami Herald|NE herald Boston Herald|NE globe Boston Globe|BAL sun Baltimore Sun|KC star Kansas City Star
IND star Indianapolis Star|HOU chronicle Houston Chronicle|SF chronicle San Francisco Chronicle|PHI inquirer Philadelphia Inquirer
CAR observer Charlotte Observer|ARI republic Arizona Republic|DET news Detroit News|BUF news Buffalo News
"""


def papers() -> dict[tuple[str, ClubCode], str]:
    """A club's town's daily by the short name it has there, casefolded: "told the Tribune"."""
    rows = (row.split(maxsplit=2) for row in _rows(_PAPERS))
    return {(short, ClubCode(code)): name for code, short, name in rows}


def accounts() -> dict[str, ClubCode]:
    """The clubs' own accounts, casefolded; a hashtag has the same name and has lost its sign."""
    found: dict[str, ClubCode] = {}
    for code, handle in (row.split() for row in _rows(_ACCOUNTS)):
        bare = handle.removeprefix("@")
        found[handle] = ClubCode(code)
        if bare not in clubs.names():  # "bills" is a word, "buffalobills" is none
            found[bare] = ClubCode(code)
    return found


def reporters() -> dict[str, Source]:
    """National and club reporters by casefolded name, by what else they are called, and by handle."""
    found: dict[str, Source] = {}
    for row in _rows(_REPORTERS):
        tier, *words = row.split()
        own = [word for word in words if word[0] != "@" and not word.islower() and "_" not in word]
        source = Source(name=" ".join(own), kind=SourceKind.REPORTER, tier=int(tier))
        also = (w if w[0] == "@" else w.replace("_", " ") for w in words if w not in own)
        found.update(dict.fromkeys((source.name.casefold(), *also), source))
    return found


def outlets() -> dict[str, Source]:
    """Outlets by every printed name, casefolded."""
    found: dict[str, Source] = {}
    for row in _rows(_OUTLETS):
        head, printed = row.split(":")
        tier, name = head.split(maxsplit=1)
        source = Source(name=name, kind=SourceKind.OUTLET, tier=int(tier))
        found.update(dict.fromkeys((text.replace("_", " ") for text in printed.split()), source))
    return found


def _rows(table: str) -> list[str]:
    return [row for row in table.replace("\n", "|").split("|") if row.strip()]
