"""Words the guard knows: which capitals are no names, and which first words are."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION = _set(
    """a about above after again against all also although am an and any are aren't as at be because been before being
    below between both but by can can't could couldn't did didn't do does doesn't doing don't down during each either
    else ever every few for from further had hadn't has hasn't have haven't having he he'd he'll he's her here here's
    hers herself him himself his how how's i i'd i'll i'm i've if in into is isn't it it's its itself just let's many me
    more most much my myself neither no nor not of off on once only or other our ours ourselves out over own same she
    she'd she'll she's should shouldn't since so some such than that that's the their theirs them themselves then there
    there's these they they'd they'll they're they've this those though through to too under until up upon us very was
    wasn't we we'd we'll we're we've were weren't what what's when when's where where's whether which while who who's
    whom whose why why's with within without won't would wouldn't yes yet you you'd you'll you're you've your yours
    yourself yourselves"""
)
"""Words that are never a name, wherever they stand."""

NEUTRAL = _set(
    """hr it pdf url faq cv ceo cfo cto ps rsvp asap fyi btw ai api csv ok okay tv diy gps dm sms am pm q&a mr mrs ms mx
    dr prof sir madam st jr sr phd mba vp hi hello dear linkedin zoom whatsapp skype facetime wifi wi-fi christmas
    easter internet email e-mail english vat bbq dj diy lol thx regards wishes god uk us usa eu cc bcc eta tbc tbd
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mum mom dad mama papa grandma grandpa
    mondays tuesdays wednesdays thursdays fridays saturdays sundays"""
)
"""Capitals that claim nothing about anybody; days and months are read as dates."""

CLOSERS = _set(
    """best thanks thank cheers regards wishes warmly warm yours sincerely kind kindest love truly faithfully see talk
    speak soon take all hi hello dear with until bye goodbye ciao hugs greetings congratulations bravo yes no"""
)
"""Words of a last line that is no name."""

STARTERS = _set(
    """absolutely actually add afternoon afterwards anybody anyone anything anyway apologies ask awful bake baking best
    big bless bonus bravo bread breakfast bring business but call cheers children clearly coffee come congrats
    congratulations cooking could customers dear delighted dinner does done early easy enjoy enough especially even
    evening everybody everyone everything exactly exciting fair fine finally first fingers food forgive friends fun
    funny give glad go good goodbye got grateful great greetings happy hard hats have hello hey hi hope hopefully hoping
    hot hugs i ideas imagine incidentally indeed instead interesting it keep keeping kind kindest last lately later
    learning leave less let life like listen little long look looking lots love lovely luck lucky lunch making many
    maybe meanwhile meet mind mine morning much music name neat never nevertheless new news next nice night nobody none
    nothing now obviously often oh old one open others otherwise our out paper parents people perhaps perfect please
    plenty plus practice promise promised proud quick quite rather read ready really recently remember right running
    sadly safe saturday say school second see seeing send sending several shall short should show silence sincerely
    small someone somebody something sometimes somewhere soon sorry sounds speak spring still stories strange strangely
    such summer sunday sure surely swimming take talk talking tea team tell thank thanks things think thinking third
    three time today together tomorrow tonight training trust truly try two unfortunately until walk warm warmest
    warmly was watch watching weather welcome well whatever whenever wherever whoever will winter wish with wonderful
    word work working world would wow write writing year years yesterday yet yours zero say tell ask give show meet
    regarding re fwd subject following autumn fall"""
)
"""Common first words of a sentence that are no names."""

GIVEN = _set(
    """aaron abigail adam adele adrian agnes ahmed aisha akira alan albert alejandro alex alexander alexandra alexis
    alfred ali alice alicia alina alison amanda amazon amelia amir amit amsterdam amy ana anders andrea andreas
    andrew andy angela anil anita anja ann anna anne annie anthony antoine anton antonio arjun arthur ashley astrid
    atlanta barbara beatrice ben benjamin berlin bernard beth bjorn bob boston brenda brian bridget bruno camila
    carl carla carlos carmen carol caroline catherine cecilia charles charlotte chen chicago chloe chris christina
    christine christopher claire clara claudia colin connor craig cristina cynthia dana daniel daniela danielle
    dario david deborah dennis derek diana diego dimitri dmitri dominic donna dorothy dublin edward eileen elaine
    eleanor elena elias elif elisa elizabeth ella ellen emil emily emma enrique eric erik erika ernest esther eva
    evelyn facebook fatima felix fernando fiona francesca francis franz fred gabriel gareth gary george georgia
    gerald giulia gloria google gordon graham greg gregory greta gustav hamburg hannah hans harold harriet hassan
    heather heidi helen helena henrik henry hugo ian ibrahim igor ines ingrid instagram irene isaac isabel isabella
    ivan jacob jaime jakob jamal james jan jane janet jason javier jennifer jens jeremy jessica jesus joan joanna
    joel johan johannes john jonas jonathan jorge jose joseph joshua juan julia julian julie juliet jun justin kai
    karen karim karin karl kate katherine kathleen katja katrin keith kelly kenji kenneth kevin khalid klaus kristin
    lars laura lauren laurent lea leila lena leo leon leonard liam lina linda lisa lisbon liz london lorenzo louis
    louise luca lucas lucia lucy luis lukas madrid magda manuel marcel marco marcus margaret maria marie marina
    mario marion marko marta martha martin mary mateo matthew matthias maurice maya mehmet mei michael michelle
    microsoft miguel mikhail milan mohamed mohammed monica monika munich nadia nancy naomi natalia natalie natasha
    nathan neil nicholas nicola nicole nigel nikolai nina noah nora olga oliver olivia omar oscar oslo pablo pamela
    paris patricia patrick paul paula pedro peter petra philip pierre priya rachel rafael raj rajesh ralph ramon
    raquel raymond rebecca ricardo richard rita robert roberto roger roland ronald rosa rosie ruth ryan sabine sally
    samantha samir samuel sandra sanjay sara sarah sasha scott sean sebastian sergei sharon sheila simon sofia sonia
    sophia sophie stefan stella stephanie stephen steve steven stockholm stuart susan susanne suzanne sven sydney
    sylvia tamara tanya tatiana ted teresa theo theodore thomas tiktok tim timothy tina tobias tokyo tom tomas tony
    toronto tracy twitter ulrich ursula valentina valerie vera veronica victor victoria vienna viktor vincent vivian
    vladimir walter wei wendy werner william wolfgang yasmin youtube yuki yusuf zainab zoe"""
)
"""Given names, firms and cities that are rarely anything else, so that one alone at the start of a sentence counts."""
