"""The damaged report that the project must read well: six contacts, and the call dated without a date."""

from __future__ import annotations

import pytest

from benchmarks.material import SHARED
from readouts.actors import find_mentions, load_table
from readouts.contacts import find_contacts
from readouts.text import Models, mend

REPORT = SHARED / "seed" / "xi-putin-call-2022-06-15.txt"
pytestmark = pytest.mark.skipif(not REPORT.is_file(), reason=f"the report is not in {REPORT.parent}")
XI_PUTIN = frozenset({"Xi Jinping", "Vladimir Putin"})


def test_six_contacts_the_call_first_dated_by_birthday_and_weekday(models: Models) -> None:
    parse = models.parse(mend(REPORT.read_text(encoding="utf-8")).text, "en")
    found = find_contacts(parse, find_mentions(parse, None, load_table()), None)
    assert {(str(c.kind), c.date, frozenset(p.person for p in c.parties), c.place, c.told) for c in found} == {
        ("call", "2022-06-15", XI_PUTIN, None, True),
        ("call", "2022-02~", XI_PUTIN, None, False),
        ("call", "2022-03", frozenset({"Xi Jinping", "Joe Biden"}), None, False),
        ("meeting", "2022-02~", XI_PUTIN, None, False),
        ("meeting", "2013-10-07~", XI_PUTIN, "Indonesia", False),
        ("meeting", "2019-06-15~", XI_PUTIN, "Tajikistan", False),
    }
    why = {evidence.why for evidence in found[0].evidence}
    assert {"date: birthday of Xi Jinping", "date: Wednesday"} <= why
    assert not found[0].problems


def test_every_damaged_name_is_repaired_with_its_rule(models: Models) -> None:
    parse = models.parse(mend(REPORT.read_text(encoding="utf-8")).text, "en")
    repaired = {m.span.of(parse.text): m for m in find_mentions(parse, None, load_table()) if m.repair}
    assert {form: mention.person for form, mention in repaired.items()} == {
        "Ji": "Xi Jinping",
        "G": "Xi Jinping",
        "Shi": "Xi Jinping",
        "Joe": "Joe Biden",
        "பிடன்": "Joe Biden",
    }
    assert all(mention.repair and mention.repair.rule for mention in repaired.values())
