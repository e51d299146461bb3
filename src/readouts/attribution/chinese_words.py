"""The words of Chinese readouts: who speaks, with which verb, and where a clause ends."""

from __future__ import annotations

import re

# How far into a sentence a cue may stand, how long a name may be, how few signs a cue without subject may follow,
# and how long a quotation before its speaker may be: bounds that keep every search linear.
REACH, LONGEST_NAME, BARE, QUOTATION = 60, 24, 4, 2000

_MARKS = "，：:,"
_ADVERB = (
    "(?:还|也|均|都|又|并|则|再次|一致|共同|高度|特别|着重|明确|同时|进一步|积极|热烈|由衷|衷心|坚定|坚决|强烈|严正"
    "|最后|随后|首先|分别|郑重|深入|充分|坦诚|全面|友好|广泛|诚挚|亲切|沉痛|真诚|崇高|良好|深切|美好|最)"
)
_SAY = (
    "指出|强调|表示|重申|认为|主张|指明|说|称|谈到|提到|回应|回答|答复|呼吁|敦促|建议|提议|宣布|介绍|透露|坦言|补充"
    "|警告|声明|同意|商定|决定|表明|相信|希望|期待|问道"
)
_COURTESY = (
    "祝贺|感谢|慰问|问候|哀悼|悼念|遗憾|关切|赞赏|欢迎|支持|理解|敬意"
    "|反对|谴责|不满|同情|钦佩|谢意|祝愿|祝福|抗议|满意|担忧"
)
_CLAUSE_VERB = (
    "强调|表示|重申|认为|指出|同意|商定|决定|宣布|呼吁|敦促|希望|期待|提议|建议|主张|相信|承诺|要求|声明|警告|说|称"
)
_NOUN_VERB = (
    "介绍了?|通报了?|阐述了?|阐明了?|回顾了?|祝贺|感谢|欢迎|赞赏|高度评价|积极评价|谴责|邀请|致以|转达了?|确认|支持|反对"
    "|祝愿|悼念|听取了?|讨论了?|谈及|谈到"
)
_TOGETHER = (
    "双方|两国元首|两国领导人|两国总理|两国外长|各方|三方|三国元首|四方|五国元首|与会各方|与会领导人|与会各国领导人"
    "|双方领导人|会议|各国领导人"
)

OPEN_QUOTE = re.compile("[“「『]")
CLAUSE = re.compile(r"[^，。；：！？,“”「」\s]+")
PLAIN_CUE = re.compile(
    rf"(?P<cue>{_ADVERB}*(?:{_SAY})(?:说|道|称)?)(?=[{_MARKS}]|[“「])"
    r"|(?P<asks>(?:提出|阐明)了?(?:以下)?(?:[一二三四五六七八九十几两\d]+[点项个方面条]+)[^，。；：“”]{0,8})(?=[：:。，])"
)
SAYS_WHEN = re.compile(r"[时后中间]$")
NO_SUBJECT = re.compile(r"[的是了使让]")
AT_A_MEETING = re.compile(r"(?:在|会见|会晤|会谈|谈到|谈及)[^，。]{0,40}?[时后](?=[^，。]{2})")
# Where a subject ends before its cue does: at a topic, an addressee, a day or a paper.
TOPIC = re.compile(r"就|向|对|\d{1,2}日|日前|近日|当天|今天|发表|撰文")
# Inside a speech these are the speaker's own "I said before" and "our side holds", not a new speaker.
SPEAKS_OF_ITSELF = re.compile(r"我|你|咱|这|此|该|其|今天|[^，。]{1,3}方$|[^，。]{1,3}方[始一将愿]|中国$|双方$|各方$")
AFTERWARDS = re.compile(r"(?:会[谈见晤]|通话|讨论|访问)?(?:前|后|中|期间|时|结束时|最后)，")
TOGETHER = re.compile(rf"(?:[^，。；：“”\s]{{1,4}}两国|中[^，。；：“”\s]{{1,3}})?(?:{_TOGETHER})")
JOINT = re.compile("交换|同意|商定|决定|达成|宣布|确认|重申|表示|强调|认为|讨论")
PRONOUN = re.compile("[他她]们?")
ABOUT = re.compile(
    rf"{_ADVERB}*就(?P<content>[^，。]{{1,80}}?)(?P<cue>{_ADVERB}*(?:交换了?(?:意见|看法)|(?:进行了?|开展了?){_ADVERB}*"
    r"(?:交流|沟通|讨论|磋商|探讨|对话)|达成[^，。]{0,8}共识))"
)
TOWARDS = re.compile(
    rf"(?:代表[^，。]{{1,12}}?)?{_ADVERB}*(?P<content>[向对就为][^，。]{{1,60}}?)(?P<cue>{_ADVERB}*表示{_ADVERB}*(?:{_COURTESY}))"
)
TAKES_NOUN = re.compile(
    rf"(?:代表[^，。]{{1,12}}?)?(?:{_ADVERB}*[向对][^，。]{{1,30}}?)?(?P<cue>{_ADVERB}*(?:{_NOUN_VERB}))"
)
TAKES_CLAUSE = re.compile(rf"(?P<self>[他她]们?)?(?P<cue>{_ADVERB}*(?:{_CLAUSE_VERB}))[{_MARKS}]?")
AFTER_QUOTATION = re.compile(
    rf"，?(?P<source>[^，。；：“”\s]{{2,24}}?)(?P<cue>{_ADVERB}*(?:说|表示|指出|强调|称|告诉[^，。]{{0,8}}))。?"
)
DOER = re.compile(r"[^，。；：“”\s]{2,40}?(?=亲切|热烈|\d|会见|会晤|同|在|出席|应约|来到|致电|致信)")
ITEM = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2}(?:，|、|是|要)|[（(][一二三四五六七八九十]{1,2}[）)]|其[一二三四五])"
)
CLAUSE_END = re.compile("[，；。]")


def past_marks(text: str, at: int, end: int) -> int:
    """Return the first offset from `at` that is not the mark between a cue and what is said."""
    return at + 1 if at < end and text[at] in _MARKS + "。" else at


def clause_end(text: str, begin: int, end: int) -> int:
    """Return where the clause that begins at `begin` ends: at its comma, or before the sentence's stop."""
    # A cue's own comma belongs to the cue (他表示，…), so the search begins behind it.
    cue = TAKES_CLAUSE.match(text, begin, end)
    found = CLAUSE_END.search(text, cue.end() if cue else begin, end)
    return found.start() if found else end


def lemma(cue: str) -> str:
    """Return the bare verb of a cue."""
    return re.sub(f"^{_ADVERB}+", "", cue).rstrip("了") or cue
