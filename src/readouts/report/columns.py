"""The heads of the columns: one account each, with its provenance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from readouts.model import Analysis, Collation, Publisher, Reading
from readouts.report.dates import day_in_words
from readouts.report.names import language_name, language_tag, publisher_name, web_address


@dataclass(frozen=True, slots=True)
class Column:
    """One account. `text` is the place of its text among the full texts of the page."""

    index: int
    text: int
    siglum: str
    publisher: str
    title: str
    published: str
    language: str
    lang: str | None
    url: str | None
    link: str | None
    said: int
    silent: int

    @property
    def host(self) -> str:
        """The name of the site the account stands on; an address that is none is given as it is."""
        return urlsplit(self.link).hostname or self.link if self.link else self.url or ""

    @property
    def citation(self) -> str:
        """Whose account it is: publisher, title, day of publication, address, as far as known."""
        known = (self.publisher, self.title, self.published, self.url or "")
        return ", ".join(dict.fromkeys(filter(None, known)))


def columns(collation: Collation, analyses: Sequence[Analysis], texts: Sequence[int]) -> tuple[Column, ...]:
    """Return one head an account; `texts` says for each which of the `analyses` holds its words."""
    found = []
    for index, (account, text) in enumerate(zip(collation.accounts, texts, strict=True)):
        document = analyses[text].document
        said = sum(isinstance(row.cells[index], Reading) for row in collation.rows)
        language = account.language or document.language
        found.append(
            Column(
                index=index,
                text=text,
                siglum=account.siglum,
                publisher=publisher_name(account.publisher),
                title=_title(document.title or document.id, account.publisher),
                published=day_in_words(document.published),
                language=language_name(language),
                lang=language_tag(language),
                url=document.url,
                link=web_address(document.url),
                said=said,
                silent=len(collation.rows) - said,
            )
        )
    return tuple(found)


def _title(title: str, publisher: Publisher | None) -> str:
    """Leave out a title that only repeats whose it is."""
    return "" if publisher and title == publisher.name else title
