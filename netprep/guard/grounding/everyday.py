"""Words that any note may have, whatever is known: they claim nothing about anybody."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FRAME = _set(
    """a about above across after again against ago ahead all along already also although always am among an and any
    anybody anyone anything apart are around as at away back be because been before behind being below beside besides
    between both but by can could did do does doing done down during each either else enough even ever every everybody
    everyone everything except few for from further had has have having he her here hers herself him himself his how
    i if in inside instead into is it its itself just least less like many may maybe me might mine more most much must
    my myself near nearly neither no nobody none nor not nothing now of off often on once only onto or other others our
    ours ourselves out outside over own perhaps per quite rather really round same shall she should since so some
    somebody someone something sometimes somewhere soon still such than that the their theirs them themselves then
    there these they this those though through till to together too toward towards under until up upon us very was we
    were what whatever when whenever where wherever whether which while who whoever whom whose why will with within
    without would yet you your yours yourself yourselves ll ve re isn aren don doesn didn won wasn weren hasn hadn
    couldn wouldn shouldn one two first second"""
)
"""Words that hold others together."""

EVERYDAY = _set(
    """able accept add admire afternoon agree air alike allow amaze amount answer apologies apologise appreciate arrive
    ask attention autumn bad bed begin beginning believe best bet better big bit bless book both bother bring brilliant
    bring busy call card care carry case catch chance change chat cheer cheerful cheers choose christmas clear clearly
    clever close coffee come comfort comfortable comment company compare congratulations conversation corner count
    couple course curious cup cut date day deal dear decide delight delighted different difficult difference do door
    doubt drop each ear early ease easier easily easy effort else email end energy enjoy enough entire especially
    evening exact exactly example excellent excited exciting explain eye face fact fair family fancy fascinating fast
    favourite feel feeling few field figure fill find fine finish fit follow fond forget form forward free fresh friday
    friend friendly friends front full fun funny gentle get gift give glad go good goodbye grateful great greet guess
    half hand happen happy hard hate head hear heart heavy hello help helpful hesitate hi high hold honest honestly
    honour hope hopeful hour idea ideas imagine impress impressed important inbox inspire interest interested
    interesting invitation invite journey joy joke keep keen kind kindly kindness know lack large last late lately later
    laugh laughed lead learn leave left lend length let letter life light line lines listen little live long look lot
    lots love lovely luck lucky luckily mail make manage manner matter mean meet meeting memorable memory mention
    message mind minute moment monday month morning mouth name nature near need never new news next nice night
    note notes notice number obvious occasion odd offer often okay old open opportunity order other pace page pair part
    particular pass past patience patient pause peace people perfect person perspective phone pick picture piece place
    plain plan plans play pleasant please pleased pleasure plenty point possible practical prefer present press pretty
    problem proper properly proud pull push put question questions quick quickly quiet read ready real reason recall
    receive remain remarkable remember remind reminder reply rest return right room run sake saturday save saw say
    season see seem send sense sentence serious set settle several shape share short show side sign simple simply
    sincere sincerely single sit size sleep slow small smile somehow soon sorry sort sound space spare speak special
    spend spirit spot spread spring stand start stay step stick stop story straight strange street strike strong stuck
    stuff such suggest suit summer sunday sure surely surprise take talk talks tea tell term text thank thankful thanks
    thing think third thought thoughtful thoughts thursday time times tired today tomorrow tonight topic touch true
    truly trust truth try tuesday turn type understand until update use useful usual usually view visit voice wait walk
    want warm warmly warmth waste watch way ways wednesday week weekend weeks welcome well whole wide win wise wish
    winter wonder wonderful word words work works world worry worth write year years yes yesterday young
    whichever whenever soon meanwhile fully definitely absolutely certainly indeed likely likewise rarely rare seldom
    short shortly simply suddenly sudden plainly perfectly nicely deeply genuine genuinely truly particularly
    regards wishes yours cordially affectionately best dear sincerely respectfully hug hugs hey ms mr mrs dr
    sharp lift handy exist spoke ring bell mood pocket fridge desk wall kitchen table window notebook shelf
    tried grateful glad stuck rang smiled smiling laughing chuckle grin thinking hearing seeing reading
    experience approach insight advice opinion view thoughts feedback detail details example
    evening night company welcome presence kindness generosity honesty humour enthusiasm
    fortnight hours minutes days january february march april june july august september october november december
    hurry rush pressure strings obligation trouble harm shame shy worries"""
)
"""Words of courtesy, of time, of liking and of talking, and nouns that fit anybody."""

IRREGULAR = dict(
    pair.split(":")
    for pair in [
        "ate:eat",
        "became:become",
        "began:begin",
        "begun:begin",
        "bent:bend",
        "bit:bite",
        "blew:blow",
        "bought:buy",
        "broke:break",
        "broken:break",
        "brought:bring",
        "built:build",
        "caught:catch",
        "chose:choose",
        "chosen:choose",
        "came:come",
        "drank:drink",
        "drawn:draw",
        "drew:draw",
        "drove:drive",
        "driven:drive",
        "fed:feed",
        "fell:fall",
        "fallen:fall",
        "felt:feel",
        "flew:fly",
        "flown:fly",
        "fought:fight",
        "found:find",
        "forgot:forget",
        "forgotten:forget",
        "froze:freeze",
        "frozen:freeze",
        "gave:give",
        "given:give",
        "gone:go",
        "went:go",
        "grew:grow",
        "grown:grow",
        "heard:hear",
        "held:hold",
        "hid:hide",
        "hidden:hide",
        "hung:hang",
        "kept:keep",
        "knew:know",
        "known:know",
        "laid:lay",
        "led:lead",
        "left:leave",
        "lent:lend",
        "lost:lose",
        "made:make",
        "making:make",
        "meant:mean",
        "met:meet",
        "paid:pay",
        "rang:ring",
        "ran:run",
        "rode:ride",
        "ridden:ride",
        "rose:rise",
        "said:say",
        "sang:sing",
        "sung:sing",
        "sank:sink",
        "sat:sit",
        "saw:see",
        "seen:see",
        "sent:send",
        "shook:shake",
        "shot:shoot",
        "showed:show",
        "shown:show",
        "slept:sleep",
        "sold:sell",
        "sought:seek",
        "spent:spend",
        "spoke:speak",
        "spoken:speak",
        "stole:steal",
        "stolen:steal",
        "stood:stand",
        "stuck:stick",
        "swam:swim",
        "swum:swim",
        "swept:sweep",
        "taught:teach",
        "thought:think",
        "threw:throw",
        "thrown:throw",
        "told:tell",
        "took:take",
        "taken:take",
        "tore:tear",
        "understood:understand",
        "woke:wake",
        "won:win",
        "wore:wear",
        "worn:wear",
        "wrote:write",
        "written:write",
        "children:child",
        "men:man",
        "women:woman",
        "feet:foot",
        "teeth:tooth",
        "mice:mouse",
        "wives:wife",
        "lives:life",
        "knives:knife",
        "loaves:loaf",
        "shelves:shelf",
        "halves:half",
        "cafe:cafe",
        "bad:bad",
        "stalled:stall",
        "moving:move",
        "moved:move",
        "lying:lie",
        "dying:die",
    ]
)
"""Past forms and plurals that no stemmer knows."""

SAME = tuple(
    tuple(line.split())
    for line in """shop store
    firm business
    kid child
    photo photograph picture
    bike bicycle
    phone telephone
    colleague coworker workmate
    boss chief
    film movie
    holiday vacation
    flat apartment
    lorry truck
    doctor gp
    exam test
    employee staff
    rota roster
    hire recruit
    begin start
    big large
    purchase buy""".splitlines()
)
"""Words that mean one thing, a line each."""

RELATIVES = _set(
    """daughter daughters son sons wife husband spouse fiance fiancee girlfriend boyfriend mother father mum mom dad
    parents sister sisters brother brothers grandmother grandfather grandma grandpa granddaughter grandson grandchildren
    niece nephew aunt uncle cousin kid kids child children baby toddler twins twin stepson stepdaughter in-laws
    mother-in-law father-in-law dog puppy cat kitten pony"""
)
"""Kin, and animals that are held like kin."""

ROLES = _set(
    """accountant dispatcher courier miner fisherman actor advisor adviser agent analyst apprentice architect
    artist assistant auditor author baker
    banker barista barrister bookkeeper boatbuilder boss brewer broker builder buyer captain carpenter carer caterer ceo
    cfo chair chairman chairwoman chairperson chef chemist chief cleaner clerk coach cofounder consultant controller
    cook coordinator councillor counsellor cto curator dean dentist designer developer director doctor driver economist
    editor electrician engineer executive farmer fellow financier firefighter florist foreman founder freelancer
    gardener grocer hairdresser head headteacher inspector instructor intern interpreter inventor investor
    jeweller joiner journalist judge landlord landlady lawyer lead leader lecturer librarian manager marketer mason
    mayor mechanic mediator midwife musician nurse nutritionist officer optician organiser owner painter partner
    pharmacist photographer physicist physio physiotherapist pilot planner plumber poet policeman postman potter
    president principal printer producer professor programmer proprietor psychologist publican publisher realtor
    receptionist recruiter reporter representative researcher roofer sailor salesman saleswoman salesperson scientist
    secretary shopkeeper solicitor strategist student supervisor surgeon surveyor tailor teacher technician
    therapist trader trainer translator treasurer tutor typist underwriter undertaker vet vicar volunteer waiter
    waitress warden weaver welder writer"""
)
"""What people are by trade or office."""

ANYBODYS = _set(
    """team business job work office shop company firm role position trade career industry clients customers colleagues
    staff project projects house home garden neighbourhood city town country holiday holidays website profile
    post posts shift shifts day-off
    lease rent landlord till desk counter kitchen hands weekend birthday health book books"""
)
"""What nearly everybody has: "your team" claims nothing, "your new team" does."""

_MAKERS = ("er", "or", "ist", "ian", "eer", "smith", "wright", "keeper", "maker", "monger", "man", "woman", "nurse")
_NO_MAKERS = _set(
    """answer beginner brother character child's customer daughter dinner doer enter error factor father favor fever
    flavor follower gather grandfather grandmother happier helper human layer learner letter listener lover matter
    member mirror mother never newcomer number offer older order other outsider over paper parlor power quarter reader
    reminder sister starter stranger summer supper thinker traveller under walker water weather whisper winner winter
    wonder younger neighbour newsletter centre better former later"""
)


def is_trade(low: str) -> bool:
    """Whether a word in lower case is a trade or an office, by its ending or because it is known as one."""
    return low in ROLES or (low.endswith(_MAKERS) and len(low) > _SHORTEST_TRADE and low not in _NO_MAKERS)


_SHORTEST_TRADE = 5

GATHERINGS = _set(
    """mixer breakfast brunch lunch dinner supper conference congress workshop meetup fair expo exhibition summit
    seminar panel gala reception webinar hackathon retreat forum course class training party wedding funeral
    convention roundtable symposium picnic barbecue concert festival launch opening ceremony award awards market
    hike tournament training lecture club reunion"""
)
"""Occasions at which people meet."""

PRIVATE_MATTERS = _set(
    """divorce divorced separated separation affair custody marriage pregnant pregnancy miscarriage ivf adoption
    illness ill sick cancer tumour diabetes diagnosis diagnosed clinic hospital surgery operation chemo therapy
    therapist depression depressed anxiety panic burnout migraine migraines arthritis dementia stroke heart-attack
    rehab alcohol alcoholic drinking drink drugs addiction addicted gambling sober disability diet weight
    debt debts loan mortgage bankrupt bankruptcy insolvent insolvency overdue salary wages rent-arrears bailiff
    redundancy redundant fired sacked dismissed dismissal layoff layoffs unemployed resign resigning resignation
    lawsuit sue sued sues court lawyer police arrest arrested prison convicted burglary robbed stolen fraud visa asylum
    tax death died dying funeral grief widow widowed suicide abuse religion church vote politics quarrel feud
    interview interviewing headhunter lonely loneliness insomnia infertility"""
)
"""Words for what people rarely want to read in a note: health, money, law, loss of work, family in trouble."""
