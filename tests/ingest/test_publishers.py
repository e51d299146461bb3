from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.errors import BrokenTable
from readouts.ingest.publishers import Publishers, known_profiles, parse_profiles, publisher_for
from readouts.model import Publisher

TABLE = (
    "name\tstate\tsiglum\tlanguage\thosts\twords\n"
    "# a comment\n"
    "Office of the President of Norvia\tNVA\tNO\ten\tpresident.nv\tNorvia; norvia-president\n"
    "Costa Brisa Gazette\t\t\tes\t\t\n"
)


@pytest.fixture(scope="module")
def publishers() -> Publishers:
    return Publishers(parse_profiles(TABLE, "publishers.tsv"))


NORVIA = Publisher("Office of the President of Norvia", "NVA", "NO")


@pytest.mark.parametrize(
    "url", ["https://president.nv/a", "http://en.president.nv:80/b?c=d#e", "HTTPS://EN.President.NV./"]
)
def test_a_subdomain_belongs_to_its_host(publishers: Publishers, url: str) -> None:
    assert publishers.at(url) == NORVIA


@pytest.mark.parametrize("url", [None, "", "notpresident.nv", "https://notpresident.nv/", "http://[", "file:///etc"])
def test_other_addresses_are_nobodys(publishers: Publishers, url: str | None) -> None:
    assert publishers.at(url) is None


@pytest.mark.parametrize("word", ["Norvia", " norvia ", "the NORVIA", "norvia-president", "president.nv"])
def test_a_publisher_has_several_names(publishers: Publishers, word: str) -> None:
    assert publishers.called(word) == NORVIA


def test_what_the_caller_says_counts_before_the_address() -> None:
    assert publisher_for("https://www.kremlin.ru/", "The Harbour Post") == Publisher("The Harbour Post")
    assert publisher_for("https://www.kremlin.ru/", " ") == publisher_for(None, "kremlin")


@pytest.mark.parametrize(
    ("word", "state", "siglum"),
    [
        *[("White House", "USA", "US"), ("whitehouse", "USA", "US"), ("kremlin", "RUS", "RU")],
        *[("ukraine", "UKR", "UA"), ("cctv", "CHN", "CN"), ("中国外交部", "CHN", "CN"), ("EU", None, "EU")],
    ],
)
def test_well_known_names(word: str, state: str | None, siglum: str) -> None:
    found = publisher_for(None, word)
    assert found is not None
    assert (found.state, found.siglum) == (state, siglum)


def test_the_shipped_table_names_nothing_twice() -> None:
    profiles = known_profiles()
    hosts = [host for profile in profiles for host in profile.hosts]
    words = [word.casefold() for profile in profiles for word in (profile.publisher.name, *profile.words)]
    assert len(set(hosts)) == len(hosts)
    assert len(set(words)) == len(words)


def test_a_broken_line_is_named() -> None:
    with pytest.raises(BrokenTable, match=r"mine\.tsv, line 2"):
        parse_profiles("# fine\nNorvia\tNVA\n", "mine.tsv")


@given(st.text())
def test_no_address_breaks_it(url: str) -> None:
    publisher_for(url, None)
