"""The words of English official releases: which verbs report speech, and whose."""

from __future__ import annotations

from readouts.attribution.acts import ActTable

# Verbs of the table of acts that official prose uses for deeds at least as often as for words.
_DEEDS = frozenset(
    "accept address aim attack back be celebrate cite cover decide defend direct doubt examine explore fault find honor"
    " honour know lie order pay plan point post present press push release require salute see seek show side speak talk"
    " suppose threaten unveil use value view want direct issue fear undertake refer tweet maintain update"
    " accord assail bash chant charge deem demonstrate depict deride dismiss downplay embrace favor favour guess herald"
    " hint hop illustrate imagine imply list nominate portray prefer realise realize read recite recount remember"
    " reveal shout speculate testify tout yell".split()
)
_FURTHER = frozenset(
    "express voice convey extend exchange confer task inform raise touch spoke speak talk put provide reference"
    " extend call address comment focus resolve share wish greet".split()
)
# Reports only in the company of these words, as a child of the verb.
ONLY_WITH: dict[str, frozenset[str]] = {
    "speak": frozenset({"about", "of"}),
    "talk": frozenset({"about", "of"}),
    "put": frozenset({"forward", "forth", "emphasis", "stress"}),
    "pay": frozenset({"attention", "heed"}),
    "lay": frozenset({"emphasis"}),
    "provide": frozenset({"update", "overview", "briefing", "assessment", "information", "readout", "account"}),
    "give": frozenset({"update", "overview", "briefing", "assessment", "account"}),
    "exchange": frozenset({"view", "opinion", "greeting", "information", "assessment", "idea", "congratulation"}),
    "touch": frozenset({"on", "upon"}),
    "call": frozenset({"on", "upon", "for"}),
    "task": frozenset({"follow", "team", "explore", "develop", "work", "continue"}),
    "confer": frozenset({"on", "about"}),
    "share": frozenset(
        {
            "view",
            "detail",
            "assessment",
            "vision",
            "opinion",
            "concern",
            "information",
            "experience",
            "insight",
            "update",
        }
    ),
    "present": frozenset(
        {"proposal", "vision", "plan", "number", "position", "initiative", "approach", "idea", "view"}
    ),
    "wish": frozenset({"success", "recovery", "happiness"}),
    "continue": frozenset({"discussion", "conversation"}),
    "hold": frozenset({"discussion"}),
    "coordinate": frozenset({"position", "approach"}),
}
# Verbs that carry a noun of saying, which is then part of the cue.
_NOUNS = frozenset(
    "support concern gratitude appreciation hope condolence understanding readiness willingness confidence opinion view"
    " conviction interest satisfaction thanks regret solidarity commitment intention resolve expectation condemnation"
    " sympathy belief desire determination congratulation greeting invitation wish outrage update detail alarm update"
    " overview question issue vision congratulation account readout discussion insight".split()
)
LIGHT: dict[str, frozenset[str]] = dict.fromkeys(
    "express voice convey extend offer raise exchange share provide reaffirm reiterate underscore give continue"
    " hold".split(),
    _NOUNS,
) | {"pay": frozenset({"attention", "heed"}), "put": frozenset({"emphasis", "stress"}), "lay": frozenset({"emphasis"})}
PASSIVE = frozenset(
    "discuss note stress emphasise emphasize underline underscore highlight agree state say announce confirm reaffirm"
    " consider express raise mention touch exchange recall propose reiterate stipulate voice outline".split()
)
SAYING = frozenset(
    "say state stress emphasize emphasise note add tell explain underline underscore conclude assure remind believe"
    " continue comment respond reply answer write remark declare announce point warn ask insist argue admit recall"
    " summarize summarise".split()
)
# Verbs that report only in a finite form: "to address the threats" is an aim.
FINITE = frozenset({"address", "share", "explore", "ask", "review", "support", "propose", "recommend", "promise"})
# Papers that say something, as people do ("according to the decree").
PAPERS = frozenset(
    "document decree law statement readout report agreement resolution declaration constitution communique communiqué"
    " summary transcript data estimate poll survey study source plan decision order act message letter telegram".split()
)
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
QUOTES = frozenset("“”\"‘’'«»")
# "X was convinced that": whose state of mind is reported; and the adjectives that do so after "to be".
STATES = frozenset({"convince", "concern", "determine"})
MINDS = frozenset(
    "convinced confident sure certain grateful thankful ready prepared willing hopeful clear glad".split()
)
# What a contact itself is said to be about.
EVENTS = frozenset(
    "conversation discussion talk meeting call agenda consultation negotiation dialogue exchange".split()
)
EVENT_VERBS = frozenset("focus cover include centre center address concern touch".split())
# What is still to be said is no report.
FUTURE = frozenset({"will", "shall"})
# A verb that reports speech wherever it stands, also inside what somebody is reported to say.
ALWAYS = frozenset({"say", "tell", "state", "note", "expect", "emphasize", "emphasise", "stress"})
# Links by which a verb becomes part of another's content.
INSIDE = frozenset({"ccomp", "xcomp", "dobj", "pobj", "pcomp", "acl", "relcl"})
BEFORE_VERB = frozenset({"advmod", "aux", "auxpass"})
ABSORBED = frozenset({"on", "upon", "for", "to"})
FILLERS = frozenset({"npadvmod", "advmod", "punct", "dative", "cc"})
NO_CONTENT = frozenset(
    {"conj", "cc", "nsubj", "nsubjpass", "aux", "auxpass", "prt", "agent", "mark", "neg", "parataxis"}
)
NO_SPEAKERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
PRONOUNS = frozenset({"he", "she", "they", "we", "i", "who", "both", "all"})
SPEAKERS = frozenset(
    "president vice-president minister premier chancellor king queen prince sultan emir leader head chief secretary"
    " advisor adviser ambassador counterpart colleague official representative delegation delegate participant party"
    " side interlocutor government administration ministry spokesperson spokesman spokeswoman chairman chairwoman"
    " chairperson chair general director commissioner speaker senator member governor mayor envoy two three both all"
    " couple politician diplomat statesman principal delegation expert attendee group country nation bloc agency"
    " council organization organisation committee commission team company executive owner economist"
    " department scientist researcher lawmaker legislator journalist commander activist worker resident guest host"
    " survivor".split()
)


def reports(lemma: str, acts: ActTable) -> bool:
    """Say whether a verb of this lemma reports speech in official prose."""
    if lemma in ONLY_WITH or lemma in LIGHT or lemma in _FURTHER:
        return True
    return lemma not in _DEEDS and acts.of(lemma, "en") is not None
