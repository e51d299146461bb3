"""The English words that make a contact, and those that say of what kind it is."""

from __future__ import annotations

from readouts.model import ContactKind

CALL, VIDEO, MEETING = ContactKind.CALL, ContactKind.VIDEO_CALL, ContactKind.MEETING
VISIT, LETTER = ContactKind.VISIT, ContactKind.LETTER

# Verb → kind, and the words that lead to the other party ("" is the direct object).
VERBS: dict[str, tuple[ContactKind, frozenset[str]]] = {
    "speak": (CALL, frozenset({"with", "to", "separately"})),
    "talk": (CALL, frozenset({"with", "to"})),
    "converse": (CALL, frozenset({"with"})),
    "meet": (MEETING, frozenset({"with", ""})),
    "call": (CALL, frozenset({""})),
    "phone": (CALL, frozenset({""})),
    "telephone": (CALL, frozenset({""})),
    "host": (MEETING, frozenset({"", "with"})),
    "welcome": (MEETING, frozenset({""})),
    "receive": (MEETING, frozenset({""})),
    "visit": (VISIT, frozenset({"", "with"})),
    "travel": (VISIT, frozenset({"to"})),
    "write": (LETTER, frozenset({"to"})),
}
# These take the party as direct object, which must then be a person: one "receives" briefings and "visits" schools.
GUESTS = frozenset(
    "delegation group team leader counterpart guest envoy representative member official wife husband ambassador "
    "minister diplomat".split()
)
PERSON_OBJECT = frozenset({"call", "phone", "telephone", "host", "welcome", "receive"})
# Both sides may be the subject: "the presidents spoke".
MUTUAL = frozenset({"speak", "talk", "meet", "converse"})

NOUNS: dict[str, tuple[ContactKind, frozenset[str]]] = {
    "call": (CALL, frozenset({"with", "to", "between", "from", "among"})),
    "conversation": (CALL, frozenset({"with", "between", "among"})),
    "teleconference": (CALL, frozenset({"with", "between", "among"})),
    "videoconference": (VIDEO, frozenset({"with", "between", "among"})),
    "meeting": (MEETING, frozenset({"with", "between", "of", "among"})),
    "talk": (MEETING, frozenset({"with", "between", "among"})),
    "negotiation": (MEETING, frozenset({"with", "between", "among"})),
    "consultation": (MEETING, frozenset({"with", "between", "among"})),
    "summit": (MEETING, frozenset({"with", "between"})),
    "bilateral": (MEETING, frozenset({"with", "between"})),
    "aside": (MEETING, frozenset({"with", "between"})),
    "audience": (MEETING, frozenset({"with"})),
    "dinner": (MEETING, frozenset({"with"})),
    "lunch": (MEETING, frozenset({"with"})),
    "luncheon": (MEETING, frozenset({"with"})),
    "dialogue": (MEETING, frozenset({"with", "between"})),
    "visit": (VISIT, frozenset({"to", "by", "of"})),
    "trip": (VISIT, frozenset({"to"})),
    "letter": (LETTER, frozenset({"to", "from"})),
    "message": (LETTER, frozenset({"to", "from"})),
    "telegram": (LETTER, frozenset({"to", "from"})),
    "greeting": (LETTER, frozenset({"to"})),
    "condolence": (LETTER, frozenset({"to"})),
}
# Nouns that mean a contact only where a support verb gives them parties ("held talks", "sent greetings").
LOOSE = frozenset({"dialogue", "dinner", "lunch", "luncheon", "audience", "message", "greeting", "condolence", "aside"})

# One meets whom one does this with, at a gathering or on a birthday; with the words that lead to the other.
OCCASIONS: dict[str, frozenset[str]] = {
    "celebrate": frozenset({"with"}),
    "present": frozenset({"to", "with"}),
    "give": frozenset({"to"}),
    "hand": frozenset({"to"}),
    "drink": frozenset({"with"}),
    "dine": frozenset({"with"}),
    "eat": frozenset({"with"}),
    "toast": frozenset({"with"}),
    "walk": frozenset({"with"}),
    "stroll": frozenset({"with"}),
    "shake": frozenset({"with"}),
    "embrace": frozenset({"with"}),
    "sit": frozenset({"with"}),
}
TALKING = frozenset("speak talk converse".split())
HOLDING = frozenset("hold host convene chair".split())
SENDING = frozenset("send receive exchange write deliver hand have".split())
SUPPORT = frozenset(
    "have hold host conduct convene lead chair join attend begin conclude continue do make pay complete finish start "
    "send place initiate receive take participate enter arrange exchange".split()
)
# Gatherings, which are a document's contact where its opening tells of nothing else.
GATHERINGS = frozenset(
    "meeting roundtable convening event forum briefing session workshop summit launch gathering discussion ceremony "
    "celebration reception conference dialogue listening visit call engagement breakfast tour "
    "consultation group panel participation exercise symposium".split()
)
OPENERS = frozenset(
    "host convene lead chair attend participate join brief gather welcome hold launch take hear moderate "
    "co-host cohost engage discuss deliver".split()
)
# These tell of a gathering only where a word for one stands with them ("took part in a roundtable").
NEED_GATHERING = frozenset("lead attend participate join hold launch take hear discuss deliver".split())

VIDEO_WORDS = frozenset(
    "video videoconference videoconferencing videolink virtual virtually online vtc video-call video-conference".split()
)
PHONE_WORDS = frozenset("phone telephone telephonic telephonically".split())
PRESENCE_WORDS = frozenset("in-person face-to-face margins sidelines fringes".split())

PLANNING = frozenset(
    "will would shall should could can may might must plan propose agree hope expect schedule invite want wish "
    "prepare intend forward ready need arrange ask urge encourage offer if possible instruct direct order task tell "
    "request".split()
)
PLANNED_ADJECTIVES = frozenset(
    "upcoming next planned possible potential proposed future forthcoming expected scheduled further any regular "
    "subsequent no follow-up annual".split()
)
PURPOSE = frozenset("travel visit come arrive go join have host gather convene fly head welcome return".split())
NEGATIONS = frozenset("not never n't refuse decline cancel postpone without".split())
SEPARATE = frozenset("separate separately respectively individually turn".split())
# Of several of these with several others each was with one; "talks" are always several.
EACH = frozenset("call conversation meeting videoconference teleconference".split())
# What leads to the next of several met one after another ("…, then with …").
NEXT = frozenset("then later afterwards afterward subsequently next".split())
# Whom one speaks to where they are; who speaks to the press or to a nation is in no contact with it.
PRESENT = frozenset(
    "resident local villager people soldier serviceman servicewoman serviceperson troop fighter defender veteran "
    "worker employee staff student pupil child teacher doctor nurse patient volunteer farmer refugee evacuee rescuer "
    "miner engineer participant athlete scientist".split()
)
PUBLIC = frozenset(
    "press reporter journalist medium media correspondent nation parliament congress crowd camera rally".split()
)
DEFINITE = frozenset("the this that these their its his her our both".split())
PAST_EARLIER = frozenset("previous last earlier prior past recent first".split())
