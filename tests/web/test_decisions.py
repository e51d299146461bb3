"""What a person decides on the pages: kept, shown, undone, taken away."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.test_pages import ESTMARK, followed


@pytest.fixture
def place(client: TestClient) -> str:
    """A comparison of the two accounts of the collection, as nobody has touched it."""
    for number in re.findall(r"/decisions/(\d+)/undo", client.get("/decisions").text):
        client.post(f"/decisions/{number}/undo")
    return followed(client, client.post("/documents/compare", data={"document": ["norvia", "estmark"]}))


def seen(client: TestClient, place: str) -> str:
    [value] = set(re.findall(r'name="seen" value="([^"]*)"', client.get(place).text))
    return value


def points(client: TestClient, place: str) -> int:
    return len(client.get(f"{place}/readouts.json").json()["rows"])


def test_a_dismissed_point_is_gone_until_it_is_undone(client: TestClient, place: str) -> None:
    before = points(client, place)
    answer = client.post(f"{place}/decisions", data={"action": "dismiss", "row": "1", "seen": seen(client, place)})
    assert "dismissed the point" in answer.text
    assert points(client, place) == before - 1
    [number] = re.findall(r"/decisions/(\d+)/undo", answer.text)
    assert client.post(f"/decisions/{number}/undo", data={"back": place}).url.path == place
    assert points(client, place) == before
    assert "dismissed the point; undone" in client.get("/decisions").text


def test_it_holds_when_the_comparison_is_made_again(client: TestClient, place: str) -> None:
    client.post(f"{place}/decisions", data={"action": "dismiss", "row": "1", "seen": seen(client, place)})
    again = followed(client, client.post("/documents/compare", data={"document": ["norvia", "estmark"]}))
    assert points(client, again) == points(client, place)


def test_a_shared_point_is_parted_and_joined_again(client: TestClient, place: str) -> None:
    rows = client.get(f"{place}/readouts.json").json()["rows"]
    numbers = re.findall(r'<tr class="point (?:same|differs)[^"]*" id="r(\d+)"', client.get(place).text)
    data = {"action": "part", "row": numbers[0], "seen": seen(client, place)}
    page = client.post(f"{place}/decisions", data=data).text
    assert points(client, place) == len(rows) + 1
    alone = re.findall(r'id="r(\d+)".*?</tr>', page, re.S)
    assert len(alone) == len(rows) + 1
    assert page.count("a person's decision") == 2


def test_a_name_is_fixed(client: TestClient, place: str) -> None:
    data = {
        "action": "name",
        "text": "0",
        "exact": "Ilsa Varo's",
        "person": "Somebody <Else>",
        "seen": seen(client, place),
    }
    page = client.post(f"{place}/decisions", data=data).text
    assert "[<bdi>Somebody &lt;Else&gt;</bdi>]" in page


def test_words_are_marked_as_residue(client: TestClient, place: str) -> None:
    words = "Mr Lind congratulated Ms Varo on her birthday."
    data = {"action": "residue", "text": "1", "exact": words, "seen": seen(client, place)}
    page = client.post(f"{place}/decisions", data=data).text
    assert "not the article: marked by a person" in page
    start = ESTMARK.index(words)
    cells = [cell for row in client.get(f"{place}/readouts.json").json()["rows"] for cell in row["cells"][1]]
    assert not any(start <= cell["start"] and cell["end"] <= start + len(words) for cell in cells)


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"action": "dismiss", "row": "999"}, 422),
        ({"action": "dismiss", "row": "-1"}, 422),
        ({"action": "dismiss"}, 422),
        ({"action": "join", "row": "1", "other": "1"}, 422),
        ({"action": "explode", "row": "1"}, 422),
        ({"action": "name", "text": "0", "exact": "not in the text", "person": "X"}, 422),
        ({"action": "name", "text": "0", "exact": "the", "person": "X"}, 422),
        ({"action": "name", "text": "9", "exact": "Varo", "person": "X"}, 422),
        ({"action": "name", "text": "0", "exact": "Ilsa Varo's", "person": " "}, 422),
        ({"action": "residue", "text": "0", "exact": ""}, 422),
    ],
)
def test_what_makes_no_sense_is_refused(client: TestClient, place: str, data: dict[str, str], status: int) -> None:
    answer = client.post(f"{place}/decisions", data={**data, "seen": seen(client, place)})
    assert answer.status_code == status
    assert "undo</button>" not in client.get(place).text


def test_a_page_that_has_changed_meanwhile_is_looked_at_again(client: TestClient, place: str) -> None:
    old = seen(client, place)
    client.post(f"{place}/decisions", data={"action": "dismiss", "row": "1", "seen": old})
    assert client.post(f"{place}/decisions", data={"action": "dismiss", "row": "1", "seen": old}).status_code == 409


def test_decisions_are_taken_away_as_annotations(client: TestClient, place: str) -> None:
    client.post(f"{place}/decisions", data={"action": "dismiss", "row": "2", "seen": seen(client, place)})
    answer = client.get("/decisions.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    [*_, last] = answer.json()["items"]
    assert (last["type"], last["motivation"]) == ("Annotation", "moderating")


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:1", "/\r\nx: y", ""]
)
def test_undoing_leads_to_our_own_pages_only(client: TestClient, place: str, back: str) -> None:
    answer = client.post("/decisions/1/undo", data={"back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/decisions"


@pytest.mark.parametrize("number", ["0", "999999", "x", "-1"])
def test_a_decision_there_is_not_cannot_be_undone(client: TestClient, number: str) -> None:
    assert client.post(f"/decisions/{number}/undo").status_code in (404, 422)


def test_a_contact_is_dated_parted_and_joined_by_a_person(client: TestClient) -> None:
    [contact] = set(re.findall(r'<a href="(/contacts/[^"?]+)">', client.get("/contacts").text))
    dated = client.post(f"{contact}/correct", data={"action": "date", "said": "2031-05-05"})
    assert dated.status_code == 200
    assert "Call of 5 May 2031" in dated.text
    assert "A person corrected this contact." in dated.text
    parted = client.post(f"{dated.url.path}/correct", data={"action": "part", "said": "estmark"})
    assert parted.text.count("/documents/") == 1
    joined = client.post(f"{parted.url.path}/correct", data={"action": "join", "said": "norvia"})
    assert "2 accounts in the collection" in joined.text
    for number in re.findall(r"/decisions/(\d+)/undo", client.get("/decisions").text):
        client.post(f"/decisions/{number}/undo")
    assert client.get(contact).status_code == 200


@pytest.mark.parametrize(
    "data",
    [{}, {"action": "date", "said": "soon"}, {"action": "part", "said": "nobody"}, {"action": "burn", "said": "x"}],
)
def test_a_contact_is_not_corrected_into_nonsense(client: TestClient, data: dict[str, str]) -> None:
    [contact] = set(re.findall(r'<a href="(/contacts/[^"?]+)">', client.get("/contacts").text))
    assert client.post(f"{contact}/correct", data=data).status_code in (404, 422)


def test_all_accounts_of_a_contact_are_compared(client: TestClient) -> None:
    [contact] = set(re.findall(r'<a href="(/contacts/[^"?]+)">', client.get("/contacts").text))
    place = followed(client, client.post(f"{contact}/compare"))
    assert "Two accounts of the call of 6 May 2031" in client.get(place).text
