"""Words around names: groups, institutions, titles, and names of places that only contain a state's name.

Each set is of folded or plain forms in English, Chinese, Russian and Ukrainian. They are grammar, not facts about
anybody; facts stand in the table of actors.
"""

from __future__ import annotations

from typing import NamedTuple


class Group(NamedTuple):
    """Words that stand for several parties: how many when they say so, and what sort of party.

    `size` is that number, `of` is "persons" (any), "leaders", "states", or an office kind.
    """

    size: int | None
    of: str


def _groups() -> dict[str, Group]:
    sorts = {
        "leaders": "leaders",
        "heads of state": "leaders",
        "heads of government": "leaders",
        "heads": "leaders",
        "presidents": "president",
        "prime ministers": "prime minister",
        "foreign ministers": "foreign minister",
        "ministers": "ministers",
        "sides": "states",
        "countries": "states",
        "nations": "states",
        "parties": "states",
        "governments": "states",
        "states": "states",
        "officials": "persons",
        "interlocutors": "persons",
        "men": "persons",
        "counterparts": "persons",
    }
    counts = {"two": 2, "the two": 2, "both": 2, "three": 3, "the three": 3, "four": 4, "the four": 4}
    groups = {f"{many} {noun}": Group(count, of) for noun, of in sorts.items() for many, count in counts.items()}
    for noun in ("leaders", "presidents", "sides", "parties", "foreign ministers", "prime ministers", "interlocutors"):
        groups[f"the {noun}"] = Group(None, sorts[noun])
    groups |= {"the two": Group(2, "persons"), "the pair": Group(2, "persons")}
    chinese = {
        "两国元首": "leaders", "两国领导人": "leaders", "两位领导人": "leaders", "两国总统": "president",
        "双方领导人": "leaders", "两国外长": "foreign minister", "两国总理": "prime minister", "双方": "states",
        "两国": "states", "两国政府": "states", "两国元首们": "leaders", "兩國元首": "leaders", "雙方": "states", "兩國": "states",
    }  # fmt: skip
    groups |= {form: Group(2, of) for form, of in chinese.items()}
    groups |= {"三国元首": Group(3, "leaders"), "三方": Group(3, "states"), "三国": Group(3, "states")}
    slavic = {
        "оба лидера": "leaders", "обоих лидеров": "leaders", "два лидера": "leaders", "лидеры двух стран": "leaders",
        "главы двух государств": "leaders", "главы государств": "leaders", "президенты двух стран": "president",
        "обе стороны": "states", "стороны": "states", "две страны": "states", "двух стран": "states", "обе страны": "states",
        "обидва лідери": "leaders", "лідери двох країн": "leaders", "обидві сторони": "states", "сторони": "states",
        "глави держав": "leaders", "обидві країни": "states", "двох країн": "states",
    }  # fmt: skip
    return groups | {form: Group(2, of) for form, of in slavic.items()}


GROUPS = _groups()

# What, behind a state's name or adjective, speaks for the state.
INSTITUTIONS = frozenset(
    "foreign ministry|ministry of foreign affairs|ministry of external affairs|external affairs ministry|"
    "ministry for foreign affairs|foreign office|defense ministry|defence ministry|ministry of defense|"
    "ministry of defence|ministry of national defense|commerce ministry|ministry of commerce|government|embassy|"
    "presidency|presidential office|presidential administration|office of the president|state department|"
    "department of state|interior ministry|mission|leadership|authorities|foreign ministry spokesperson|"
    "外交部|国防部|商务部|政府|使馆|大使馆|驻华使馆|总统府|国务院|外交部门|总统办公室|"
    "мид|министерство иностранных дел|минобороны|правительство|посольство|власти|администрация президента|"
    "мзс|міністерство закордонних справ|уряд|офіс президента|влада".split("|")
)

# What, behind a state's adjective, is the state as a party.
COLLECTIVES = frozenset("side|сторона|стороны|стороне|сторону|стороной|стороною|сторони|стороні".split("|"))

# Names that hold a state's name and do not name it. The longest match wins, so these hide what they contain.
BLOCKED = frozenset(
    "south china sea|east china sea|china sea|sea of japan|gulf of mexico|gulf of guinea|gulf of oman|gulf of thailand|"
    "arabian gulf|indian ocean|taiwan strait|strait of taiwan|korean peninsula|panama canal|new mexico|papua|"
    "persian gulf|georgia state|peking university|beijing opera|moscow state university|bank of china|air china|"
    "air india|chinatown|china town|peking duck|jordan river|congo river|congo basin|niger delta|niger river|sea of azov|"
    "washington post|the washington post|washington state|state of washington|george washington|moscow times|kyiv post|"
    "guinea pig|turkish delight|brazil nut|south china morning post|radio free europe|west bank|fort washington|"
    "french polynesia|latin america|central america|south america|north america|new england|american samoa|"
    "united nations charter|un charter|"
    "南海|东海|日本海|台湾海峡|朝鲜半岛|印度洋|墨西哥湾|几内亚湾|中方块|印太|巴黎圣母院|南美|中美洲|拉丁美洲|"
    "中央|中心|中国梦|其中|中间|中东|中亚|中欧班列".split("|")
)

# Titles that may stand before a name without being an office of the table.
TITLES = frozenset(
    "mr mrs ms miss dr sir madam mme prof professor his her excellency h e he the honorable honourable hon lord lady "
    "dame sheikh shaikh haji general gen admiral col colonel comrade messrs monsieur madame herr frau senor president "
    "leader counterpart".split()
)

# Words before an office that make its holder somebody else, or a former one.
LESSER = frozenset(
    "vice deputy assistant undersecretary under associate acting interim principal first second honorary caretaker "
    "vice- deputy- senior junior".split()
)
FORMER = frozenset(
    "former ex then late past previous ousted deposed old erstwhile one-time onetime longtime 前 已故 原 时任 "
    "бывший бывшего бывшему бывшим экс колишній колишнього".split()
)
COMING = frozenset("elect designate incoming future next new-elect".split())

MENS_PRONOUNS = frozenset("he him his himself 他 он его ему ним він його йому".split())
WOMENS_PRONOUNS = frozenset("she her hers herself 她 она её ей вона".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves both".split())

# Verbs of saying and of dealing with one another: what only a person or a party does. Lemmas.
PERSON_VERBS = frozenset(
    "say tell note stress emphasize emphasise underscore underline reaffirm reiterate affirm state add warn urge call "
    "express welcome thank congratulate condemn raise discuss speak talk meet host receive visit travel agree pledge "
    "promise vow invite brief convey inform announce declare claim argue insist believe hope think ask answer reply "
    "respond explain describe present celebrate greet praise criticize reject propose offer commend recall mention "
    "highlight point remark comment accuse deny admit acknowledge confirm suggest wish want sign arrive chair attend "
    "address phone telephone consult review exchange convene lead join commit refer conclude write send appreciate "
    "support demand observe assure remind note engage toast drink hail tout extol voice echo quote cite appeal".split()
)

# Capitalised words that are never part of a person's name.
NOT_NAMES = frozenset(
    "i a an the and or but in on at of for to from with by as is was he she it they we you this that these those "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov "
    "dec today yesterday tomorrow administration house white ministry government council summit party session "
    "conference treaty agreement forum union nations organization organisation committee commission department "
    "state states republic federation kingdom speaker senator congressman congresswoman representative governor "
    "mayor judge justice ambassador director commissioner envoy minister secretary chairman chairwoman chair chief "
    "premier administrator adviser advisor spokesperson spokesman spokeswoman coordinator member members deputy "
    "vice former sea ocean strait river north south east west northern southern eastern western central "
    "covid nato un eu us usa uk g7 g20 opec brics asean cia fbi fda who imf ip tv ok".split()
)
PARTICLES = frozenset("von van der den de da dos do di al el bin ibn ben bint la le du of".split()) - {"of"}

# Nouns and verbs that tell of a contact. Lemmas.
CONTACT_WORDS = frozenset(
    "call meeting talk talks conversation summit visit phone discussion negotiation dialogue letter message contact "
    "consultation encounter handshake dinner lunch exchange telephone speak meet discuss negotiate confer".split()
)

# What follows signs of states in Chinese when they stand for the states as parties (中俄双方, 中美两国).
HAN_PARTY = ("方", "两国", "双方", "元首", "兩國", "雙方", "领导人", "三方", "三国", "外长", "两军")

# Offices that Chinese texts name without their state, which is then China.
HOME_OFFICES = {
    "国家主席": "CHN", "国务院总理": "CHN", "中共中央总书记": "CHN", "国务委员兼外长": "CHN", "國家主席": "CHN",
    "国家副主席": "CHN",
}  # fmt: skip

# Given names that women in the table bear, folded: "she" and "he" are told apart by them.
WOMEN = frozenset(
    "agnes alenka amina aminata angela anita annalena anneli aung avril beata bidhya borjana carine carla "
    "caroline catherine chandrika christine chrystia chunlan chunying claudia condoleezza cristina dalia "
    "dilma dina doris draupadi elisabeth elizabeth ellen elvira emine erna evika ewa federica gina "
    "giorgia gloria halimah hasina helen helena helle hillary hye ingrida iryna isabel ivana iveta "
    "jacinda jadranka janet jeanine jen jenny josefa joyce jozefina julia julie kaja kamala karin karine "
    "katalin katrin keiko kersti khaleda kolinda laura lidia linda liz louise madeleine magda magdalena "
    "maia mame margot maria marie marina marise mary megawati melanie mette mia michele micheline "
    "michelle mireya mirjana myung natalia natasa ning nirmala noeleen oksana olha paetongtarn patricia "
    "penny pratibha rachel radmila retno rosario rose roza ruth sahle salome samantha samia sanae sanna "
    "seiko simona simonetta sirimavo sonia stephanie susan sushma suu svetlana sylvie takako tarja "
    "theresa tsai ursula vaira valentina vesna viktoriia viola violeta viviane wendy wha xiomara ying "
    "yingluck yoko yoriko yulia yvette zakharova zuzana".split()
)
