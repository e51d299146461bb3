"""Words around names: groups, institutions, titles, and names of places that only contain a state's name.

Each set is of folded or plain forms in English, Chinese, Russian and Ukrainian. They are grammar, not facts about
anybody; facts stand in the table of actors.
"""

from __future__ import annotations

from typing import NamedTuple


class Group(NamedTuple):
    """Words that stand for several parties: how many when they say so, and what sort of party.

    `size` is that number, `of` is "persons" (any), "leaders", "heads" (of state), "states", or an office kind.
    """

    size: int | None
    of: str


_NOUNS = {
    "leaders": "leaders|heads of state|heads of government|heads",
    "president": "presidents",
    "prime minister": "prime ministers",
    "foreign minister": "foreign ministers",
    "ministers": "ministers",
    "states": "sides|countries|nations|parties|governments|states",
    "persons": "officials|interlocutors|men|counterparts",
}
_COUNTS = {"two": 2, "the two": 2, "both": 2, "three": 3, "the three": 3, "four": 4, "the four": 4}
_UNCOUNTED = frozenset("leaders presidents sides parties interlocutors".split())
_PAIRS = {
    "heads": "两国元首|兩國元首|главы двух государств|глави двох держав",
    "leaders": (
        "两国领导人|两位领导人|双方领导人|"
        "оба лидера|обоих лидеров|два лидера|лидеры двух стран|обидва лідери|лідери двох країн"
    ),
    "president": "两国总统|президенты двух стран|президенти двох країн",
    "prime minister": "两国总理",
    "foreign minister": "两国外长|两国外交部长",
    "states": (
        "双方|两国|两国政府|雙方|兩國|обе стороны|стороны|две страны|двух стран|обе страны|обидві сторони|сторони|"
        "обидві країни|двох країн"
    ),
    "persons": "the two|the pair",
}
_THREES = {"heads": "三国元首", "leaders": "三国领导人", "states": "三方|三国"}


def _groups() -> dict[str, Group]:
    nouns = [(noun, of) for of, forms in _NOUNS.items() for noun in forms.split("|")]
    groups = {f"{many} {noun}": Group(size, of) for noun, of in nouns for many, size in _COUNTS.items()}
    groups |= {f"the {noun}": Group(None, of) for noun, of in nouns if noun in _UNCOUNTED or "minister" in of}
    for size, table in ((2, _PAIRS), (3, _THREES)):
        groups |= {form: Group(size, of) for of, forms in table.items() for form in forms.split("|")}
    return groups


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
    "主席台|主席团|"
    "south china sea|east china sea|china sea|sea of japan|gulf of mexico|gulf of guinea|gulf of oman|gulf of thailand|"
    "arabian gulf|indian ocean|taiwan strait|strait of taiwan|korean peninsula|panama canal|new mexico|papua|"
    "persian gulf|georgia state|peking university|beijing opera|moscow state university|bank of china|air china|"
    "air india|chinatown|china town|peking duck|jordan river|congo river|congo basin|niger delta|niger river|"
    "mexico city|panama city|kuwait city|guatemala city|sea of azov|"
    "washington post|the washington post|washington state|state of washington|george washington|moscow times|kyiv post|"
    "guinea pig|turkish delight|brazil nut|south china morning post|radio free europe|west bank|fort washington|"
    "french polynesia|latin america|central america|south america|north america|new england|american samoa|"
    "united nations charter|un charter|northern ireland|american university|american airlines|french open|"
    "one china|one-china|"
    "国会主席|政协主席|议会主席|国民议会主席|人民代表会议主席|委员会主席|轮值主席|主席国|理事会主席|法院院长|银行行长|"
    "全球南方|发展中国家|中国家|以南非洲|党主席|集团主席|基金会主席|协会主席|联合会主席|董事会主席|工会主席|商会主席|"
    "第三方|中国共产党|中国国民党|中国人民解放军|中国人|一个中国|南海|东海|日本海|台湾海峡|朝鲜半岛|印度洋|墨西哥湾|几内亚湾|中方块|印太|巴黎圣母院|南美|中美洲|拉丁美洲|"
    "中央|中心|中国梦|其中|中间|中东|中亚|中欧班列".split("|")
)

# Titles that may stand before a name without being an office of the table.
TITLES = frozenset(
    "mr mrs ms miss dr sir madam mme prof professor his her excellency h e he the honorable honourable hon lord lady "
    "dame sheikh shaikh haji sayyid seyyed sayed ayatollah mullah mawlawi shri datuk dato tun general gen admiral "
    "col colonel comrade messrs monsieur madame herr frau senor "
    "president leader counterpart".split()
)

# Words before an office that make its holder somebody else, or a former one.
LESSER = frozenset(
    "vice deputy assistant undersecretary under associate acting interim principal first second honorary caretaker "
    "vice- deputy- senior junior 代".split()
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
    "support demand observe assure remind note engage toast drink hail tout extol voice echo quote cite appeal "
    "participate negotiate".split()
)

# Family names that are words of every day too: with an article, or before a noun in lower case, they are those words.
WORDS_TOO = frozenset(
    "bell bill black bold bush camps case cook day drew fall fox gift grant grave graves green gross hill "
    "hope hunt key king law long lord mark marsh may moon park parts power price rice rose saw snow solar "
    "stock straw tax vital wells west win wood young".split()
)
MENS_TITLES = frozenset("mr sir".split())
STRANGERS_TITLES = frozenset("professor prof dr judge justice coach reverend rev detective nurse sergeant".split())
WOMENS_TITLES = frozenset("ms mrs miss madam madame dame".split())

# The characters that Chinese writes the sounds of foreign names with (Xinhua's tables), but for those that are rather
# words where a name ends (和, 会, 通).
SOUNDS_IN_CHINESE = (
    "阿埃艾安奥巴白班邦贝本比毕宾波伯博布查茨达大代戴丹德登迪蒂丁东杜多恩尔法凡范菲费芬弗福富盖甘冈戈格贡古哈海汉豪赫黑亨洪侯胡华霍基吉加贾简杰金津"
    "卡凯坎康考柯科克肯孔库奎昆拉莱赖兰朗劳勒雷里利莉连列林琳龙隆卢鲁吕伦罗洛马玛迈曼芒毛梅门蒙米密缅明莫默穆姆纳娜奈南内尼妮宁纽农努诺欧帕潘庞培佩"
    "彭皮平珀普齐奇恰钱乔切琴琼丘曲仁荣茹萨塞桑瑟森沙莎山尚绍申圣施什舒斯司松苏索塔泰坦汤唐特滕提廷图托瓦旺威维韦魏温翁沃乌武西希锡夏肖谢辛欣休许逊"
    "雅亚延扬耶叶伊因英尤约扎泽詹珍治朱祖佐兹卓宗"
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
    "sen rep gov hon amb sec adm col maj sgt lt cpt congress senate house democratic republican "
    "elect designate covid nato un eu us usa uk g7 g20 opec brics asean cia fbi fda who imf ip tv ok".split()
)
PARTICLES = frozenset("von van der den de da dos do di al el bin ibn ben bint la le du".split())

# Nouns and verbs that tell of a contact. Lemmas.
CONTACT_WORDS = frozenset(
    "call meeting talk talks conversation summit visit phone discussion negotiation dialogue letter message contact "
    "consultation encounter handshake dinner lunch exchange telephone speak meet discuss negotiate confer".split()
)

# What follows signs of states in Chinese when they stand for the states as parties (中俄双方, 中美两国).
HAN_PARTY = ("方", "两国", "双方", "元首", "兩國", "雙方", "领导人", "三方", "三国", "外长", "两军")

# Offices named with their state in one, or that Chinese texts name without it.
HOME_OFFICES = {
    "国家主席": "CHN", "国务院总理": "CHN", "中共中央总书记": "CHN", "国务委员兼外长": "CHN", "國家主席": "CHN",
    "国家副主席": "CHN", "председатель кнр": "CHN", "председатель китайской народной республики": "CHN",
    "голова кнр": "CHN", "голова китайської народної республіки": "CHN",
}  # fmt: skip

# Given names that women in the table bear, folded: "she" and "he" are told apart by them.
WOMEN = frozenset(
    "agnes agnieszka aisha alejandra alenka alice amelie amina aminata amy ana angela anita anna annalena "
    "anne-marie anneli annika anniken astrid aung avril barbara beata beatriz benazir bidhya birgit "
    "birgitta borjana brigitte camille carine carla caroline catherine celine chandrika charlotte chloe "
    "christine chrystia chunlan chunying claire claudia condoleezza cristina dalia dariga deborah debra "
    "dilma dina doris draupadi dubravka eka ekaterina elena elina elisabeth elizabeth ellen elvira emine "
    "emma erin erna esperanza eva evika ewa fatima federica fernanda florence francoise gabriela galina "
    "genevieve gina giorgia gloria grete gro gulnara halimah hanan hanna hasina heather heidi helen "
    "helena hella helle hillary hina hye ilsa indira ine ines ingrid ingrida irina iryna isabel ivana "
    "ivanka iveta ivona jacinda jadranka jadwiga jana janet janice jayalalitha jeanine jelena jen jenny "
    "joanna josefa joyce jozefina judith julia julie kaja kamala karin karine katalin katarina kate "
    "kateryna katherine kathleen kathy katrin keiko kersti ketevan khadija khaleda khatia khin kolinda "
    "kristin krystyna lana larisa laura layla leila lena lesya lidia lilia linda lisa liv liz ljubica "
    "lone louise lucia lucie lucy ludmila luisa lyudmila madeleine magda magdalena maia maleeha "
    "malgorzata mamata mame margarita margot mari maria mariam mariana marie marina marise marit mariya "
    "marta martha mary maryam masoumeh megan megawati meiling melanie mette mia michele micheline "
    "michelle milica mireya mirjana myung nadezhda nadia nancy natalia nataliya natasa nathalie ngan "
    "nilufar ning nino nirmala nirupama noeleen noura oksana olga olha paetongtarn parvin patricia penny "
    "petra phuong pia pratibha rachel radmila rania reem retno rosario rose roselyne roza ruchira ruth "
    "sahle saima salome samantha samia sanae sandrine sanna sara sarah segolene seiko sharon shirin "
    "sigrid simin simona simonetta sirimavo siv smriti sofia solomiya solveig sonia sophie stephanie "
    "susan sushma suu svetlana sylvie takako tamara tanja tarja tatiana theresa thordis thuy tina tracy "
    "tsai tulsi tytti ulla ursula vaira valentina valerie veronica veronique vesna vidya viktoriia viola "
    "violeta viviane wendy wha xiomara xuan ying yingluck ylva yoko yoriko yulia yuliya yvette zainab "
    "zakharova zeinab zofia zuzana".split()
)
