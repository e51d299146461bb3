"""Plots as SVG: the timeline of contacts, agreement in votes. Needs the extra `plots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from readouts.collection import YearOfVotes, days_of
from readouts.errors import WrongCall
from readouts.workflows.register import Counted

_WIDTH = 720
_INK = "#1f3a5f"
_LABEL = 60
# Milliseconds: the labels of a timeline name months.
_MONTH = 28 * 86_400_000


class Monthly(Protocol):
    """A wording, and in how many documents it is used in each month (YYYY-MM)."""

    @property
    def wording(self) -> str:
        """The words."""
        ...

    @property
    def by_month(self) -> tuple[tuple[str, int], ...]:
        """The counts in order, empty months too."""
        ...


def timeline_svg(contacts: Sequence[Counted], title: str) -> str:
    """Return the contacts over time, a row a kind; the size of a mark is the number of accounts.

    Undated contacts cannot be shown. Raises WrongCall when the extra `plots` is not installed.
    """
    points: list[dict[str, Any]] = []
    for one in contacts:
        first, last = days_of(one.registered.contact.date)
        if first and last:
            middle = first + (last - first) / 2
            held = one.registered
            points.append(
                {
                    "day": middle.isoformat(),
                    "kind": str(held.contact.kind),
                    "accounts": len(held.accounts),
                    "id": held.id,
                }
            )
    alt = _altair()
    kinds = sorted({point["kind"] for point in points})
    counts = sorted({point["accounts"] for point in points})
    by_month = alt.Axis(grid=True, format="%Y-%m", labelAngle=-40, tickMinStep=_MONTH, tickCount=_WIDTH // 40)
    chart = (
        alt.Chart(alt.Data(values=points), title=title)
        .mark_point(filled=True, opacity=0.7, color=_INK, stroke="white")
        .encode(
            x=alt.X("day:T", title=None, axis=by_month),
            y=alt.Y("kind:N", title=None, sort=kinds),
            size=alt.Size(
                "accounts:Q",
                title="accounts",
                legend=alt.Legend(values=counts, format="d"),
                scale=alt.Scale(range=[50, 260]),
            ),
            tooltip=["id:N", "day:T"],
        )
        .properties(width=_WIDTH, height=40 * max(1, len(kinds)))
    )
    return _svg(chart)


def votes_svg(years: Sequence[YearOfVotes], title: str) -> str:
    """Return the share of roll calls a year in which both voted alike; the size of a mark is their number.

    Raises WrongCall when the extra `plots` is not installed.
    """
    alt = _altair()
    points = [{"year": one.year, "share": one.agreement, "votes": one.both} for one in years if one.both]
    base = alt.Chart(alt.Data(values=points), title=title).encode(
        x=alt.X("year:Q", title=None, axis=alt.Axis(format="d"), scale=alt.Scale(zero=False, nice=False)),
        y=alt.Y("share:Q", title="voted alike", axis=alt.Axis(format="%"), scale=alt.Scale(domain=[0, 1])),
    )
    marks = base.mark_point(filled=True, color=_INK).encode(
        size=alt.Size("votes:Q", title="roll calls", scale=alt.Scale(range=[10, 160]))
    )
    chart = (base.mark_line(color=_INK) + marks).properties(width=_WIDTH, height=260)
    return _svg(chart)


def usage_svg(found: Sequence[Monthly], title: str) -> str:
    """Return in how many documents a month each wording is used, a row a wording.

    Uses without a day cannot be shown. Raises WrongCall when the extra `plots` is not installed.
    """
    alt = _altair()
    rows = {f"{number}. {_shortened(one.wording)}": one for number, one in enumerate(found, 1)}
    points = [
        {"month": month, "documents": count, "wording": name}
        for name, one in rows.items()
        for month, count in one.by_month
    ]
    chart = (
        alt.Chart(alt.Data(values=points), title=title)
        .mark_bar(color=_INK)
        .encode(
            x=alt.X("yearmonth(month):T", title=None, axis=alt.Axis(format="%Y-%m", labelAngle=-40)),
            y=alt.Y("documents:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=3)),
            row=alt.Row("wording:N", title=None, sort=list(rows), header=alt.Header(labelAngle=0, labelAlign="left")),
        )
        .properties(width=_WIDTH, height=60)
    )
    return _svg(chart)


def _shortened(wording: str) -> str:
    return wording if len(wording) <= _LABEL else wording[: _LABEL - 1] + "…"


def _altair() -> Any:
    try:
        import altair
        import vl_convert  # noqa: F401  (Altair writes SVG with it)
    except ImportError:
        raise WrongCall("A plot needs the extra plots: pip install 'readouts[plots]'.") from None
    return altair


def _svg(chart: Any) -> str:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(chart.to_dict())
    return drawn
