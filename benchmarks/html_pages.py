"""The two pages as HTML, for the tools that print web pages."""

from collections.abc import Sequence
from html import escape
from typing import Any

STYLE = """
@font-face { font-family: FiraGO; src: url(FiraGO-Regular.ttf) }
@font-face { font-family: FiraGO; src: url(FiraGO-Bold.ttf); font-weight: bold }
@page { size: A4; margin: 10mm 12mm 17mm }
body { font: 12pt/16pt FiraGO; margin: 0 }
h1 { font-size: 28pt; line-height: 32pt; margin: 4mm 0 1mm } h2 { font-size: 18pt; margin: 0 0 2mm }
h3 { font-size: 16pt; margin: 0 } p { margin: 0 0 2mm } ol, ul { margin: 0 0 2mm; padding-left: 7mm }
.row { display: flex; gap: 5mm; justify-content: space-between } .row > div { flex: 1 }
.head { border-bottom: 1.5pt solid #0B5A68; align-items: center; font-weight: bold; padding-bottom: 2mm }
.head small { font: 10pt/12pt FiraGO } .sub { font-size: 16pt; color: #4A5762 }
.tint { background: #E6F0F1; border-radius: 1.5mm; padding: 4mm; margin: 3mm 0 }
.warn { border: 1pt solid #A12A17; border-radius: 1.5mm; padding: 2mm; margin: 3mm 0; color: #000 }
.warn b.lead { color: #A12A17 } .turn { break-before: page } .foot { font-size: 10pt; margin-top: 3mm }
"""


def html_of(said: dict[str, Any], people: Sequence[tuple[str, str]]) -> str:
    """Return the pages of some people."""
    bodies = "".join(_person(said, name, number) for name, number in people)
    head = f'<meta charset="utf-8"><title>{escape(said["title"])}</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{bodies}</body></html>'


def _person(said: dict[str, Any], name: str, number: str) -> str:
    values = [[label, value] for label, value in said["identity"]]
    values[0][1] = name
    foot = f'<p class="foot">ID {escape(number)} · {escape(said["footer"]["handout"])}</p>'
    return (
        f'<div class="turn"><div class="row head"><img src="logo.png" height="40" alt="">'
        f"<span>{escape(said['clinic'])}</span><small>{'<br>'.join(map(escape, said['lines']))}</small></div>"
        f"<h1>{escape(said['title'])}</h1><p class='sub'>{escape(said['subtitle'])}</p>"
        + _row(f"{escape(label)}<br><b>{escape(value)}</b>" for label, value in values)
        + _plan(said["plan"])
        + _help(said["help"])
        + _row((_overview(said), _map(said["map"])))
        + foot
        + f'</div><div class="turn"><h2>{escape(said["exercises"]["heading"])}</h2>'
        + "".join(map(_card, said["exercises"]["cards"]))
        + _safety(said["safety"])
        + f'<p class="warn">{_spans(said["exercises"]["stop"])}</p>{foot}</div>'
    )


def _spans(text: Any) -> str:
    return "".join(f"<b>{escape(words)}</b>" if strong else escape(words) for words, strong in text)


def _row(cells: Any) -> str:
    return '<div class="row">' + "".join(f"<div>{cell}</div>" for cell in cells) + "</div>"


def _plan(plan: Any) -> str:
    groups = _row(
        f"<h3>{escape(group['title'])}</h3>{'<br>'.join(map(escape, group['lines']))}"
        + "".join(
            f'<img src="{picture}.svg" alt="Exercise {number}">' for number, picture in group["pictures"]
        )
        for group in plan["groups"]
    )
    minutes = f'<span><img src="clock.svg" width="18" alt=""> {_spans(plan["minutes"])}</span>'
    return (
        f'<div class="tint"><div class="row"><h2>{escape(plan["heading"])}</h2>{minutes}</div>{groups}</div>'
    )


def _help(told: Any) -> str:
    lead = f'<img src="triangle.svg" width="24" alt=""> <b class="lead">{escape(told["heading"])}</b>'
    rows = (f"{_spans(sign)}<br>{_spans(action)}" for sign, action in told["questions"])
    return f'<div class="warn">{_row([lead, *rows])}</div>'


def _overview(said: Any) -> str:
    paragraphs = "".join(f"<p>{_spans(text)}</p>" for text in said["overview"]["paragraphs"])
    spots = "".join(f"<li>{_spans(text)}</li>" for _, text in said["map"]["spots"])
    trust = f"<p>{_spans(said['map']['trust'])}</p>"
    return f"<h2>{escape(said['overview']['heading'])}</h2>{paragraphs}<ol>{spots}</ol>{trust}"


def _map(shown: Any) -> str:
    legend = _row(f'<img src="{picture}.svg" alt=""> {escape(words)}' for picture, words in shown["legend"])
    return f'<img src="{shown["picture"]}.svg" width="420" alt="{escape(shown["alt"])}">{legend}'


def _card(card: Any) -> str:
    dose = _row(" ".join(escape(word) for word, _ in words) for _, words in card["dose"])
    steps = "".join(f"<li>{_spans(step)}</li>" for step in card["steps"])
    notes = "".join(
        f'<p class="warn"><b class="lead">{escape(lead)}</b> {_spans(text)}</p>'
        for lead, text in card["notes"]
    )
    signs = (
        f'<p><img src="tick.svg" width="16" alt=""> {_spans(card["feel"])}<br>'
        f'<img src="cross.svg" width="16" alt=""> {_spans(card["avoid"])}</p>'
    )
    picture = f'<img src="{card["picture"]}.svg" alt="{escape(card["alt"])}"><br>{escape(card["caption"])}'
    title = (
        f'<div class="row"><h3>{card["number"]} {escape(card["title"])}</h3>{escape(card["kicker"])}</div>'
    )
    return f'{title}<div class="tint">{dose}</div>{_row((picture, f"<ol>{steps}</ol>{signs}{notes}"))}'


def _safety(safety: Any) -> str:
    groups = _row(
        f'<h3><img src="phone.svg" width="18" alt=""> {escape(group["call"])}</h3><ul>'
        + "".join(f"<li>{_spans(sign)}</li>" for sign in group["signs"])
        + "</ul>"
        for group in safety["groups"]
    )
    return (
        f'<div class="warn"><h2>{escape(safety["heading"])}</h2>{groups}<p>{_spans(safety["foot"])}</p></div>'
    )
