"""What a handout says beside the plan, as elements of a web page: texts, the map, warning signs, contact."""

from typing import assert_never

from handouts.compose.information_blocks import (
    BodyMap,
    CaptionedPicture,
    Choice,
    Choices,
    Contact,
    HelpQuestion,
    HelpStrip,
    Imprint,
    Links,
    Paragraph,
    Part,
    Questions,
    RedFlagGroup,
    RedFlags,
    Subheading,
    TextBlock,
    TextList,
    WhatHelps,
)
from handouts.html.exercise_blocks import sign
from handouts.html.markup import FLAGS, Markup, Setting, element, joined, lines
from handouts.html.pictures import legend, map_svg, picture_of


def help_strip(strip: HelpStrip, setting: Setting) -> Markup:
    """Return the signs that come before everything else."""
    questions = (_question(one, setting) for one in strip.questions)
    heading = element("h2", sign("triangle", setting), " ", strip.heading)
    return element("section", heading, element("ul", *questions, role="list"), class_="help")


def _question(one: HelpQuestion, setting: Setting) -> Markup:
    return element("li", element("p", setting.said(one.sign)), element("p", setting.said(one.action)))


def text_block(block: TextBlock, setting: Setting) -> Markup:
    """Return a heading and what is said under it."""
    parts = (_part(part, setting) for part in block.parts)
    return element("section", lines(element("h2", block.heading), *parts), class_="text")


def links(block: Links, setting: Setting) -> Markup:
    """Return the pages as links; who reads this has a phone in hand, and needs no code."""
    items = (
        element("li", element("strong", one.title), " ", setting.said(one.shown, typed=True))
        for one in block.links
    )
    return element("section", element("h2", block.heading), element("ul", *items), class_="text")


def _part(part: Part, setting: Setting) -> Markup:
    match part:
        case Paragraph():
            return setting.paragraph(part.text)
        case Subheading():
            return element("h3", part.text)
        case TextList():
            items = (element("li", setting.said(item)) for item in part.items)
            return element("ol" if part.ordered else "ul", *items)
        case Choices():
            return element("div", *(_choice(item, setting) for item in part.items), class_="choices")
        case CaptionedPicture():
            return picture_of(part.picture, part.caption, setting)
        case _:
            assert_never(part)


def _choice(choice: Choice, setting: Setting) -> Markup:
    return element(
        "div",
        element("h3", choice.name),
        element("p", choice.sure, class_="sure"),
        element("p", setting.said(choice.what), " ", setting.said(choice.known)),
    )


def body_map(block: BodyMap, setting: Setting) -> Markup:
    """Return the map with its spots, its legend, and how far to trust it."""
    spots = (element("li", setting.said(spot.text), value=str(spot.number)) for spot in block.spots)
    return element(
        "section",
        lines(
            element("h2", block.heading),
            element("ol", *spots, class_="spots"),
            setting.paragraph(block.trust),
            map_svg(block.drawing, setting),
            legend(block.legend, setting),
        ),
    )


def what_helps(block: WhatHelps, setting: Setting) -> Markup:
    """Return what helps, in a few lines."""
    said = (element("li", setting.said(text)) for text in block.statements)
    return element("section", element("h2", block.heading), element("ul", *said))


def questions(block: Questions, setting: Setting) -> Markup:
    """Return lines to write one's questions on, once the page is printed, and some for notes."""
    ruled = [element("p", class_="ruled")] * block.lines
    has_notes = setting.style.layout.arrangement == "handout" and not block.chosen
    notes = [element("h3", block.notes), *ruled] if has_notes else []
    return element("section", element("h2", block.heading), *ruled, *notes)


def red_flags(block: RedFlags, setting: Setting) -> Markup:
    """Return when to get help, whole."""
    heading = element("h2", sign("triangle", setting), " ", block.heading)
    groups = element("div", *(_flags(group, setting) for group in block.groups), class_="groups")
    foot = setting.paragraph(block.foot)
    return element("section", lines(heading, groups, foot), class_="flags", id=FLAGS)


def _flags(group: RedFlagGroup, setting: Setting) -> Markup:
    phone = joined(sign("phone", setting), " ") if group.phone else Markup()
    call = element("h3", phone, setting.words(group.call), class_="now" if group.now else None)
    signs = element("ul", *(element("li", setting.said(one)) for one in group.signs))
    return element("div", lines(call, setting.paragraph(group.closed), signs), class_="group")


def contact(block: Contact, setting: Setting) -> Markup:
    """Return whom to ask."""
    number = joined(sign("phone", setting), " ", setting.said(block.number)) if block.number else Markup()
    said = (setting.paragraph(text) for text in (block.later, block.review))
    return element(
        "section",
        lines(setting.paragraph(block.ask), element("p", number, class_="number") if number else "", *said),
        class_="contact",
    )


def imprint(block: Imprint, setting: Setting) -> Markup:
    """Return where the content comes from and who has checked it."""
    said = (setting.paragraph(text, typed=True) for text in (block.sources, block.status))
    return element("section", lines(*said), class_="imprint")
