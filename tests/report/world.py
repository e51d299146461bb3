"""Values of the invented world, made by hand: a call told by Norvia and by Estmark, and a report on it."""

from __future__ import annotations

from datetime import date

from readouts.collation import weigh
from readouts.model import (
    Account,
    Analysis,
    Cell,
    Collation,
    Comparison,
    Contact,
    ContactKind,
    Difference,
    DifferenceKind,
    Document,
    EchoClaim,
    Evidence,
    Heading,
    Mention,
    MentionKind,
    Mode,
    Outline,
    Party,
    Problem,
    Publisher,
    Reading,
    Relation,
    Repair,
    ReportReading,
    Residue,
    ResidueReason,
    Row,
    Silence,
    Span,
    Speaker,
    State,
    Statement,
    Term,
    TopicShare,
    Turn,
)

STATES = {"NVA": State("NVA", "Norvia"), "ESM": State("ESM", "Estmark")}
NORVIA = Publisher("Office of the President of Norvia", "NVA", "NO")
ESTMARK = Publisher("埃斯特马克外交部", "ESM", "ES")
VARO = Speaker("Ilsa Varo", "NVA")
LIND = Speaker("Joren Lind", "ESM")

NORVIAN_TEXT = """President Ilsa Varo spoke today by telephone with Prime Minister Joren Lind of Estmark.

The President urged Estmark to reopen the ferry line within 30 days. She noted the storms of last winter.

Both leaders agreed to meet in Halden in the spring. President Var0 thanked Estmark for the rescue of the crew.

Share this page
"""
ESTMARK_TEXT = """5月6日，埃斯特马克总理约伦·林德应约同诺维亚总统通电话。
瓦罗总统建议在60天内恢复渡轮航线。林德总理表示，渔业争端不应同航线挂钩。
双方同意春季在哈尔登会晤。"""
REPORT_TEXT = """Varo calls Lind over ferry line

Norvia’s president urged Estmark to reopen the line within 30 days, her office said.
Estmark’s foreign ministry said Lnd “will study the matter”.

The call was their second since the storms of March. It echoed the language of “calm seas” the two used before.

Leave a reply
"""


def span(text: str, words: str, after: str = "") -> Span:
    """Return where `words` stand in `text`, the first time after `after`."""
    start = text.index(words, text.index(after))
    return Span(start, start + len(words))


def reading(text: str, *words: str) -> Cell:
    """Return a cell of the passages that are `words`; a silence without any."""
    return Reading(tuple(span(text, one) for one in words)) if words else Silence()


def comparison() -> Comparison:
    """A call told by both, in English and in Chinese."""
    first, second = NORVIAN_TEXT, ESTMARK_TEXT
    rows = (
        Row(
            Relation.SAME,
            "opening",
            (reading(first, first.split("\n")[0]), reading(second, second.split("\n")[0])),
            confidence=0.95,
            why="both open with the call",
        ),
        Row(
            Relation.DIFFERS,
            "transport",
            (
                reading(first, "The President urged Estmark to reopen the ferry line within 30 days."),
                reading(second, "瓦罗总统建议在60天内恢复渡轮航线。"),
            ),
            (
                Difference(
                    DifferenceKind.FORCE,
                    ("urged", "suggested"),
                    ((span(first, "urged"),), (span(second, "建议"),)),
                ),
                Difference(
                    DifferenceKind.NUMBER,
                    ("30 days", "60 days"),
                    ((span(first, "30 days"),), (span(second, "60天"),)),
                ),
            ),
            0.7,
            "both: Varo → the ferry line",
        ),
        Row(
            Relation.ONLY,
            "fisheries",
            (reading(first), reading(second, "林德总理表示，渔业争端不应同航线挂钩。")),
        ),
        Row(Relation.ONLY, None, (reading(first, "She noted the storms of last winter."), Silence()), confidence=0.4),
        Row(
            Relation.SAME,
            "next contacts",
            (
                reading(first, "Both leaders agreed to meet in Halden in the spring."),
                reading(second, "双方同意春季在哈尔登会晤。"),
            ),
            confidence=0.8,
        ),
        Row(
            Relation.ONLY,
            None,
            (reading(first, "President Var0 thanked Estmark for the rescue of the crew."), Silence()),
        ),
    )
    accounts = (Account("no-1", NORVIA, "NO", "en"), Account("es-1", ESTMARK, "ES", "zh"))
    outlines = (
        Outline(
            290,
            5,
            tuple(
                TopicShare(topic, points, share)
                for topic, points, share in (
                    ("opening", 1, 0.1),
                    ("transport", 1, 0.3),
                    (None, 2, 0.4),
                    ("next contacts", 1, 0.2),
                )
            ),
            frozenset({"opening", "transport", "next contacts"}),
            (Turn((VARO,), 1), Turn((VARO, LIND), 2)),
        ),
        Outline(
            80,
            4,
            tuple(
                TopicShare(topic, 1, share)
                for topic, share in (("opening", 0.2), ("transport", 0.3), ("fisheries", 0.3), ("next contacts", 0.2))
            ),
            frozenset({"opening", "transport", "fisheries", "next contacts"}),
            (Turn((LIND,), 1),),
        ),
    )
    return Comparison((_norvian(), _estmark()), Collation(accounts, weigh(rows, outlines), outlines=outlines))


def _norvian() -> Analysis:
    text = NORVIAN_TEXT
    return Analysis(
        Document("no-1", text, "Readout of the call", date(2031, 5, 6), "https://president.example/no-1", NORVIA, "en"),
        residue=(Residue(span(text, "Share this page"), ResidueReason.NAVIGATION),),
        mentions=(
            Mention(
                span(text, "Var0"),
                MentionKind.NAME,
                "Ilsa Varo",
                "NVA",
                "president",
                Repair("a digit for a letter", 0.9),
            ),
        ),
        statements=(
            Statement(
                (span(text, "The President"),),
                (span(text, "urged"),),
                (span(text, "Estmark to reopen the ferry line within 30 days"),),
                (VARO,),
                NORVIA,
                act="urge",
                force=3,
            ),
        ),
        contacts=(
            Contact(
                ContactKind.CALL,
                "2031-05-06",
                (Party("Ilsa Varo", "NVA", "president"), Party("Joren Lind", "ESM", "prime minister")),
                told=True,
                evidence=(Evidence(span(text, "by telephone"), "kind"),),
            ),
        ),
    )


def _estmark() -> Analysis:
    text = ESTMARK_TEXT
    return Analysis(
        Document("es-1", text, None, None, "javascript:alert(1)", ESTMARK, "zh"),
        statements=(
            Statement(
                (span(text, "林德总理"),),
                (span(text, "表示"),),
                (span(text, "渔业争端不应同航线挂钩"),),
                (LIND,),
                ESTMARK,
                act="state",
            ),
        ),
        problems=(Problem("unknown-date", "es-1: the date of publication is unknown; say it with --date."),),
    )


def report() -> ReportReading:
    """A news report that cites both governments."""
    text = REPORT_TEXT
    urged = span(text, "Estmark to reopen the line within 30 days")
    studied = span(text, "will study the matter")
    analysis = Analysis(
        Document("report-1", text, "Varo calls Lind", date(2031, 5, 7), None, Publisher("The Halden Post"), "en"),
        residue=(Residue(span(text, "Leave a reply"), ResidueReason.COMMENT_FORM),),
        headings=(Heading(span(text, "Varo calls Lind over ferry line")),),
        mentions=(
            Mention(span(text, "Lnd"), MentionKind.NAME, "Joren Lind", "ESM", None, Repair("one letter lost", 0.8)),
        ),
        statements=(
            Statement(
                (span(text, "Norvia’s president"),), (span(text, "urged"),), (urged,), (VARO,), NORVIA, act="urge"
            ),
            Statement(
                (span(text, "Lnd"),), (span(text, "said Lnd"),), (studied,), (LIND,), ESTMARK, Mode.DIRECT, "promise"
            ),
            Statement((), (), (span(text, "The call was their second since the storms of March"),)),
        ),
        contacts=(
            Contact(
                ContactKind.CALL,
                "2031-05-06",
                (Party("Ilsa Varo", "NVA", "president"), Party("Joren Lind", "ESM")),
                told=True,
                evidence=(Evidence(span(text, "calls"), "kind"),),
            ),
            Contact(
                ContactKind.MEETING,
                "2031-03~",
                (Party(None, "NVA"), Party(None, "ESM")),
                "Tarn",
                evidence=(Evidence(span(text, "the storms of March"), "date: about the storms"),),
                problems=(Problem("two-dates", "The storms may be those of April."),),
            ),
        ),
    )
    collation = Collation(
        (Account("report-1", NORVIA, "NO", "en"), Account("report-1", ESTMARK, "ES", "en")),
        (
            Row(Relation.ONLY, "transport", (Reading((urged,)), Silence())),
            Row(Relation.ONLY, None, (Silence(), Reading((studied,)))),
        ),
    )
    return ReportReading(
        analysis,
        collation,
        claims=(EchoClaim(span(text, "echoed the language"), (span(text, "calm seas"),)),),
        terms=(Term(span(text, "the matter"), "what the dispute is called", "matter"),),
    )
