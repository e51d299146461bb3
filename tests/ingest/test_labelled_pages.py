"""Pages whose article is known give labelled lines, from which the residue of others is learned."""

from __future__ import annotations

from training.residue_pages import RESIDUE, TEXT, UNKNOWN, copied, labelled

SENTENCE = "President Ilsa Varo spoke with Prime Minister Joren Lind about the ferry line between Halden and Tarn."
FURTHER = (
    "Both governments said they want to keep it open through the winter, and to publish the harbour's records of it."
)
PAGE = f"""<html><head><title>Call</title><script>var x = 1</script></head><body>
<ul><li>Home</li><li>Sport</li></ul><div><h1>A call between Halden and Tarn</h1>
<p>{SENTENCE} {FURTHER}</p><p>They  <b>agreed</b><br>at once.</p><p hidden>never seen</p>
<div style="display: none">nor this</div></div><p>Ten soups for a cold harbour evening</p></body></html>"""


def test_a_page_is_copied_as_a_browser_shows_it() -> None:
    assert copied(PAGE.encode()) == [
        *("Home", "Sport", "", "A call between Halden and Tarn", "", f"{SENTENCE} {FURTHER}", ""),
        *("They agreed", "at once.", "", "Ten soups for a cold harbour evening", ""),
    ]


def test_lines_are_labelled_by_the_article() -> None:
    lines = [line for line in copied(PAGE.encode()) if line]
    labels = labelled(lines, f"{SENTENCE} {FURTHER}\n\nThey agreed\nat once.", "A call between Halden and Tarn")
    assert labels == [RESIDUE, RESIDUE, UNKNOWN, TEXT, TEXT, TEXT, RESIDUE]


def test_a_page_that_lacks_the_article_is_not_labelled() -> None:
    assert labelled(["Home", "Sport"], SENTENCE, "") == []
