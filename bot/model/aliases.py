"""People who are printed under more than one name: a table of facts."""

from bot.model.words import name_key

# Each line is one person: the name he is kept by, then the others that print uses. No line may name two persons.
_ALIKE = """
marquise brown = hollywood brown
gabe davis = gabriel davis
josh dobbs = joshua dobbs
robbie anderson = robby anderson = robbie chosen = chosen anderson
ahmad gardner = sauce gardner
cartavious bigsby = tank bigsby
ceedee lamb = cedarian lamb
odell beckham = obj
christian mccaffrey = cmc
dk metcalf = dekaylin metcalf
mitchell trubisky = mitch trubisky
nathaniel dell = tank dell
demarcus lawrence = tank lawrence
cornellius carradine = tank carradine
tariq woolen = riq woolen
pat surtain = patrick surtain
josh palmer = joshua palmer
josh uche = joshua uche
josh paschal = joshua paschal
josh kelley = joshua kelley
josh karty = joshua karty
josh jacobs = joshua jacobs
matt judon = matthew judon
matthew stafford = matt stafford
matt slater = matthew slater
matt ioannidis = matthew ioannidis
matt orzech = matthew orzech
kenneth gainwell = kenny gainwell
kenneth walker = ken walker
kenny golladay = kenneth golladay
kenny pickett = kenneth pickett
kenny stills = kenneth stills
bam knight = zonovan knight
pj walker = phillip walker
cobie durant = decobie durant
justin madubuike = nnamdi madubuike
quan martin = jartavius martin
foye oluokun = foyesade oluokun
foley fatukasi = folorunso fatukasi
odafe oweh = jayson oweh
dax hill = daxton hill
olu fashanu = olumuyiwa fashanu
olu oluwatimi = olusegun oluwatimi
ola adeniyi = olasunkanmi adeniyi
bisi johnson = olabisi johnson
shaq barrett = shaquil barrett
shaq griffin = shaquill griffin
shaq mason = shaquille mason
shaquille leonard = darius leonard = shaq leonard
sebastian joseph day = sebastian joseph
joe tryon shoyinka = joe tryon
joe noteboom = joseph noteboom
jody fortson = joseph fortson = joe fortson
cj gardner johnson = chauncey gardner johnson
nyheim hines = nyheim miller hines
nickell robey coleman = nickell robey
briley moore = briley moore mckinney
jalen moreno cropper = jalen cropper
chig okonkwo = chigoziem okonkwo
ogbo okoronkwo = ogbonnia okoronkwo
boogie basham = carlos basham
dee eskridge = dwayne eskridge
dee alford = deaundre alford
tre tomlinson = trevius hodges tomlinson = tre hodges tomlinson = trevius tomlinson
tre white = tredavious white
ugo amadi = ugochukwu amadi
zeke turner = ezekiel turner
ezekiel elliott = zeke elliott
ziggy ansah = ezekiel ansah
will bradley king = william bradley king
will fuller = william fuller
wil lutz = will lutz = william lutz
billy price = william price
yosh nijman = yosuah nijman
zachary carter = zach carter
zack moss = zach moss = zachary moss
zach ertz = zachary ertz
takk mckinley = takkarist mckinley
janoris jenkins = jackrabbit jenkins
cameron erving = cam erving
cameron sample = cam sample
cameron jordan = cam jordan
cameron heyward = cam heyward
cam newton = cameron newton
cam ward = cameron ward
cam akers = cameron akers
cam taylor britt = cameron taylor britt
cam bynum = camryn bynum
cam robinson = cameron robinson
cam skattebo = cameron skattebo
cam hart = cameron hart
alexander mattison = alex mattison
alex highsmith = alexander highsmith
alex armah = alexander armah
mike gesicki = michael gesicki
mike onwenu = michael onwenu
mike hoecht = michael hoecht
mike danna = michael danna
mike badgley = michael badgley
mike woods = michael woods
michael vick = mike vick
jeff wilson = jeffery wilson = jeffrey wilson
jeff okudah = jeffrey okudah
jeffery simmons = jeff simmons
greg rousseau = gregory rousseau
greg newsome = gregory newsome
nate landman = nathan landman
nathan peterman = nate peterman
nate gerry = nathan gerry
nick petit frere = nicholas petit frere
nick morrow = nicholas morrow
sam cosmi = samuel cosmi
sam eguavoen = samuel eguavoen
sam womack = samuel womack
deebo samuel = tyshun samuel
equanimeous st brown = eq st brown
amon ra st brown = amonra st brown
scott miller = scotty miller
jaxon smith njigba = jsn
marquez valdes scantling = mvs
donovan peoples jones = dpj
juju smith schuster = ju ju smith schuster
jk dobbins = jkaylin dobbins
cj stroud = coleridge stroud
demario douglas = pop douglas
tutu atwell = chatarius atwell
puka nacua = makea nacua
bud dupree = alvin dupree
adam jones = pacman jones
carnell williams = cadillac williams
anthony dixon = boobie dixon
chad johnson = chad ochocinco = chad ocho cinco
stevie johnson = steve johnson
ha ha clinton dix = haha clinton dix = hasean clinton dix
geno smith = eugene smith
teddy bridgewater = theodore bridgewater
tua tagovailoa = tuanigamanuolepola tagovailoa
jedrick wills = jed wills
vita vea = tevita vea
star lotulelei = starlite lotulelei
buster skrine = darryl skrine
roc carmichael = rashad carmichael
rocky mcintosh = roger mcintosh
lesean mccoy = shady mccoy
rob gronkowski = robert gronkowski
rob havenstein = robert havenstein
robert griffin = rg3 = rgiii
oj atogwe = oshiomogho atogwe
akin ayodele = akinola ayodele
uchenna nwosu = uche nwosu
ade ogundeji = adetokunbo ogundeji
ifeatu melifonwu = iffy melifonwu
chukwuma okorafor = chuks okorafor
ikem ekwonu = ickey ekwonu
owa odighizuwa = owamagbe odighizuwa
chidobe awuzie = chido awuzie
malaesala aumavae laulu = sala aumavae laulu
sua opeta = iosua opeta
christian roland wallace = chris roland wallace
chris herndon = christopher herndon
bill bentley = dwight bentley
cj okoye = basil okoye
dj glaze = delmar glaze
kam curl = kamren curl
lac edwards = lachlan edwards
lano hill = delano hill
bopete keyes = thakarius keyes
john samuel shenker = john shenker
binjimen victor = benjamin victor = ben victor
ben chukwuma = benjamin chukwuma
andy borregales = andres borregales
arthur maulet = art maulet
tyrion davis price = ty davis price
tyler huntley = snoop huntley
jameson williams = jamo williams
pat mahomes = patrick mahomes
pat ricard = patrick ricard
pat freiermuth = patrick freiermuth
patrick onwuasor = peanut onwuasor
jon bostic = jonathan bostic
jon weeks = jonathan weeks
jon feliciano = jonathan feliciano
johnathan hankins = jonathan hankins
johnathan joseph = jonathan joseph
johnathan abram = jonathan abram
trent brown = trenton brown
trent scott = trenton scott
rakeem nunez roches = nacho nunez roches
younghoe koo = young hoe koo
moritz bohringer = moritz boehringer
bjorn werner = bjoern werner
morris claiborne = mo claiborne
muhammad wilkerson = mo wilkerson
mohamoud diabate = mo diabate
mohamed ibrahim = mo ibrahim
dominique rodgers cromartie = drc
elijah mitchell = eli mitchell
jerzhan newton = johnny newton
kool aid mckinstry = koolaid mckinstry = gaquincy mckinstry
ladd mcconkey = andrew mcconkey
bucky irving = markeise irving
jt sanders = jatavion sanders
tetairoa mcmillan = tet mcmillan
jt tuimoloau = jaylahn tuimoloau
budda baker = bishard baker
"""


def person_key(name: str) -> str:
    """`name_key` of the name by which a person is kept: the same for every printed form of it."""
    key = name_key(name)
    return _KEPT.get(key, key)


def printed_keys(name: str) -> frozenset[str]:
    """`name_key` of every form in which this person's name is printed."""
    kept = person_key(name)
    return _FORMS.get(kept, frozenset()) | {kept, name_key(name)}


def _rows() -> list[list[str]]:
    return [list(map(name_key, row.split(" = "))) for row in _ALIKE.strip().splitlines()]


_KEPT = {other: kept for kept, *others in _rows() for other in others}
_FORMS = {row[0]: frozenset(row) for row in _rows()}
