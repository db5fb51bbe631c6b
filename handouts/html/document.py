"""A handout as one web page, which loads nothing and runs nothing."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import assert_never

from handouts.compose.exercise_blocks import Diary, Exercises, OwnWords, PainRule, Summary
from handouts.compose.handout import Block, ClinicCopy, Content, Field, Handout, Letterhead, Person
from handouts.compose.information_blocks import (
    BodyMap,
    Contact,
    Imprint,
    Links,
    Questions,
    RedFlags,
    TextBlock,
    WhatHelps,
)
from handouts.html import exercise_blocks, information_blocks
from handouts.html.markup import Markup, Setting, element, lines
from handouts.html.pictures import logo_img
from handouts.html.svg import hexadecimal
from handouts.library import LAYOUTS
from handouts.page.pen import Abbreviations
from handouts.page.pieces import is_lead
from handouts.page.style import Palette, Style
from handouts.schema.contrast import contrast_ratio
from handouts.schema.layout import Rgb, rgb

# Nothing is loaded and nothing is run, whatever stands in the page.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


DARK = "@media screen and (prefers-color-scheme:dark)"

ROLES = ("ink", "muted", "accent", "accent_tint", "warning", "warning_tint", "paper")

# Ground and words of the dark page.
DARK_PAPER, DARK_INK = rgb("#14181B"), rgb("#F2F4F5")
WHITE = rgb("#FFFFFF")

# Coloured words on the dark page have at least this contrast (WCAG 2.1, 1.4.6); a tint has so much of its
# colour.
LEAST = 7.0
TINT = 0.16
STEP = 0.05


def html_bytes(handout: Handout, style: Style) -> bytes:
    """Return a handout as a web page in UTF-8, in the colours of a layout; the same bytes each time."""
    content, person = handout.content, handout.person
    flags = next((one.heading for one in content.blocks if isinstance(one, RedFlags)), "")
    setting = Setting(style, Abbreviations(content.abbreviations), flags, content.see_page)
    root = element("html", _head(handout, style), _body(content, person, setting), lang=content.language)
    return f"<!DOCTYPE html>\n{root}\n".encode()


def is_same_person(page: bytes, handout: Handout) -> bool:
    """Return whether a web page is a handout of the same condition for the same person.

    The person is who its head names, with what its foot says; initials alone are not enough.
    """
    known = handout.origin is not None and not handout.person.by_initials_alone
    return known and all(one.encode() in page for one in _whose(handout))


def _whose(handout: Handout) -> Iterator[Markup]:
    """Yield the elements that say whose page it is; nobody's words can look like them."""
    yield _about(handout)
    yield _named(handout.person.identity)
    yield _person(handout.person)


def _about(handout: Handout) -> Markup:
    """Return which conditions a page is about."""
    conditions = handout.origin.condition if handout.origin else None
    return element("meta", name="condition", content=" ".join(conditions or ()))


def _named(identity: Sequence[Field]) -> Markup:
    return element("dd", identity[0].value if identity else "", id="name")


def _person(person: Person) -> Markup:
    return element("p", person.footer.person, id="person")


def _head(handout: Handout, style: Style) -> Markup:
    said = {"viewport": "width=device-width, initial-scale=1", "color-scheme": "light dark"}
    said |= {"referrer": "no-referrer", "robots": "noindex", "format-detection": "telephone=no"}
    if handout.content.author:
        said["author"] = handout.content.author
    return element(
        "head",
        lines(
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=POLICY),
            *(element("meta", name=name, content=value) for name, value in said.items()),
            _about(handout) if handout.origin else "",
            element("title", handout.person.file_title),
            element("style", Markup(f"{tones(style.palette)}{_look()}")),
        ),
    )


@cache
def _look() -> str:
    """Return how a page looks but for its colours."""
    return (LAYOUTS / "page.css").read_text("utf-8")


def _body(content: Content, person: Person, setting: Setting) -> Markup:
    """Return everything in the order of paper: who it is for, the plan, warning signs, then the rest."""
    leads = (_block(block, setting) for block in content.blocks if is_lead(block))
    rest = (_block(block, setting) for block in content.blocks if not is_lead(block))
    copy = person.clinic_copy
    is_sheet = setting.style.layout.arrangement == "plan-sheet"
    title = content.sheet_title if is_sheet else content.title
    identity = person.sheet_identity if is_sheet else person.identity
    return element(
        "body",
        lines(
            element("aside", element("strong", copy.mark), " ", copy.keep, class_="copy") if copy else "",
            _letterhead(content.letterhead, setting) if content.letterhead else "",
            element(
                "main",
                lines(
                    element("h1", title),
                    element("p", content.subtitle, class_="subtitle"),
                    setting.paragraph(content.message),
                    _identity(identity) if identity else "",
                    *leads,
                    information_blocks.help_strip(content.help_strip, setting),
                    *rest,
                    _record(copy, setting) if copy else "",
                ),
            ),
            element("footer", _person(person), element("p", person.footer.handout)),
        ),
    )


def _block(block: Block, setting: Setting) -> Markup:  # noqa: C901
    """Return a block; the type check misses none."""
    match block:
        case Summary():
            return exercise_blocks.summary(block, setting)
        case OwnWords():
            return exercise_blocks.own_words(block, setting)
        case TextBlock():
            return information_blocks.text_block(block, setting)
        case BodyMap():
            return information_blocks.body_map(block, setting)
        case WhatHelps():
            return information_blocks.what_helps(block, setting)
        case Exercises():
            return exercise_blocks.exercises(block, setting)
        case PainRule():
            return exercise_blocks.pain_rule(block, setting)
        case Diary():
            return exercise_blocks.diary(block, setting)
        case Questions():
            return information_blocks.questions(block, setting)
        case RedFlags():
            return information_blocks.red_flags(block, setting)
        case Links():
            return information_blocks.links(block, setting)
        case Contact():
            return information_blocks.contact(block, setting)
        case Imprint():
            return information_blocks.imprint(block, setting)
        case _:
            assert_never(block)


def _letterhead(head: Letterhead, setting: Setting) -> Markup:
    """Return the clinic at the head; a page has no paper on which it is printed before."""
    logo = logo_img(head.logo, head.logo_alt) if head.logo else Markup()
    said = (element("p", setting.said(line, typed=True)) for line in head.lines)
    name = element("p", element("strong", head.name))
    return element("header", logo, element("div", name, *said))


def _identity(identity: Sequence[Field]) -> Markup:
    first, *others = identity
    whose = element("div", element("dt", first.label), _named(identity))
    return element("dl", whose, *map(_detail, others), class_="identity")


def _detail(detail: Field) -> Markup:
    return element("div", element("dt", detail.label), element("dd", detail.value))


def _record(copy: ClinicCopy, setting: Setting) -> Markup:
    """Return what only the clinic's copy has."""
    signing = (element("p", label, " ", element("span", class_="blank")) for label in copy.signing)
    return element(
        "section",
        lines(
            element("h2", copy.heading),
            setting.paragraph(copy.note, typed=True),
            *(setting.paragraph(one, typed=True) for one in copy.cautions),
            element("dl", *map(_detail, copy.fields), class_="identity"),
            *signing,
        ),
    )


def tones(palette: Palette) -> str:
    """Return the colours by their roles as CSS, those of the light page and those of the dark one."""
    light = {role: palette[role] for role in ROLES}
    accent, warning = (_lightened(light[role]) for role in ("accent", "warning"))
    dark = {
        "ink": DARK_INK,
        "muted": _lightened(light["muted"]),
        "accent": accent,
        "accent_tint": _mixed(DARK_PAPER, accent, TINT),
        "warning": warning,
        "warning_tint": _mixed(DARK_PAPER, warning, TINT),
        "paper": DARK_PAPER,
    }
    # Who prints gets the light page.
    return f":root{{{_declared(light)}}}\n{DARK}{{:root{{{_declared(dark)}}}}}\n"


def _declared(colours: dict[str, Rgb]) -> str:
    return "".join(f"--{role.replace('_', '-')}:{hexadecimal(one)};" for role, one in colours.items())


def _lightened(colour: Rgb) -> Rgb:
    """Return a colour mixed with as little white as stands out from the dark ground."""
    lighter, share = colour, 0.0
    while contrast_ratio(hexadecimal(lighter), hexadecimal(DARK_PAPER)) < LEAST:
        share += STEP
        lighter = _mixed(colour, WHITE, share)
    return lighter


def _mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(colour, other, strict=True))
    return red, green, blue
