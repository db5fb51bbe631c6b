"""What stands under the grid of a plan sheet: the pain rule, the questions, who has checked the text."""

from dataclasses import replace

from handouts.compose.guidance import HelpQuestion, HelpStrip, Imprint, PainRule
from handouts.compose.handout import Content
from handouts.compose.text import Span
from handouts.page.blocks.help_strip import lay_out_help_strip
from handouts.page.blocks.imprint import StatusLine, lay_out_status
from handouts.page.blocks.short_pain_rule import lay_out_short_pain_rule
from handouts.page.kit import Spaced
from handouts.page.sheet_back import find
from handouts.page.style import Style
from handouts.page.typesetting import with_page

# The share of a page that may be taken by what stands under the grid.
MOST_FOOT = 1 / 3


def lay_out_foot(
    content: Content, style: Style, *, points_overleaf: bool
) -> tuple[list[Spaced], list[Spaced]]:
    """Return what stands under the grid and, in large type, what has no room there and goes overleaf.

    The questions are always under the grid and, where it `points_overleaf`, on which page all signs are.
    """
    measures, width = style.measures.sheet, style.width_mm
    strip = Spaced(lay_out_help_strip(_short(content.help_strip), style), measures.help_gap)
    status = lay_out_status(
        find(content, Imprint), content.see_page if points_overleaf else (), style, width=width
    )
    pain = find(content, PainRule)
    rule = Spaced(lay_out_short_pain_rule(pain, style, width=width), measures.pain_rule_gap) if pain else None
    below = Spaced(status, measures.status_gap) if status else None
    whole = [part for part in (rule, strip, below) if part]
    taken = sum(part.gap + part.block.height for part in whole)
    if taken <= MOST_FOOT * (style.bottom_mm - style.top_mm):
        return whole, []
    foot, overleaf = [strip], [rule] if rule else []
    if status and status.see_page:
        foot.append(Spaced(replace(status, status=None), measures.status_gap))
    if status and status.status:
        overleaf.append(Spaced(replace(status, see_page=None), measures.status_gap))
    return foot, overleaf


def pointing(part: Spaced, page: int) -> Spaced:
    """Return a part that says on which page all warning signs are, if it does."""
    block = part.block
    return replace(part, block=with_page(block, page)) if isinstance(block, StatusLine) else part


def _short(strip: HelpStrip) -> HelpStrip:
    """Return the strip with its short words as its only ones, each sign with its action in one run."""
    questions = (
        HelpQuestion((*question.sign, Span(" "), *question.action), ()) for question in strip.short_questions
    )
    return replace(strip, heading=strip.short_heading, questions=tuple(questions))
