"""What the templates of the desk are given: choices with their words, cards, tiles, pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from handouts.compose.prescription import minutes_on_fullest_day
from handouts.library.chosen import GENERAL
from handouts.library.finding import NOTHING
from handouts.library.layouts import find_layout, layout_ids
from handouts.library.plan_lists import ALWAYS
from handouts.library.words import Words, fill
from handouts.schema.base import Limb
from handouts.schema.exercise import Group, Position
from handouts.schema.plan import BLOCKS, settings_of
from handouts.web.actions import rung_of, usual_value
from handouts.web.desk import COLOURS, Desk, Made, Refused
from handouts.web.form import DOSE, Form, Texts
from handouts.web.form_plan import chosen_blocks
from handouts.web.heard import heard
from handouts.web.pictures import page_picture
from handouts.web.plans import kept_plans
from handouts.web.reword import HEADING, TEXT, Rewordable, written

TEMPLATES = Path(__file__).parent / "templates"
PAPERS = ("a4", "letter")
SIDES = ("left", "right", "both")
REVIEW_WEEKS = (1, 2, 4)

# A value and its words.
Choice = tuple[str, str]


@dataclass(frozen=True)
class Preview:
    """The page that is shown of a handout, or what must change first; neither where nothing is chosen."""

    made: Made | None = None
    told: Mapping[str, Sequence[str]] = field(default_factory=dict)
    number: int = 1

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.made.pages.pages) if self.made else 0


def templates_of(desk: Desk) -> Environment:
    """Return the templates with the words of a desk; what a form says is escaped in them."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    speech = desk.library.speech
    templates.globals |= {"words": speech.words, "count": speech.count, "fill": fill}
    return templates


def looks_of(desk: Desk) -> dict[str, list[Choice]]:
    """Return the layouts, papers, inks and printers that are chosen from."""
    words = desk.library.speech.words.desk
    layouts = [one for one in layout_ids(desk.library.layouts) if one != "base"]
    return {
        "layouts": [(one, find_layout(one, desk.library.layouts).title) for one in layouts],
        "papers": [*_named(words.papers, PAPERS)],
        "colours": [*_named(words.colours, COLOURS)],
        "printers": [(one, one) for one in desk.printers],
    }


class Page:
    """The page of a desk, which every answer is a whole or a part of."""

    def __init__(self, desk: Desk) -> None:
        """Read the templates."""
        self.desk = desk
        self._speech = desk.library.speech
        self._templates = templates_of(desk)

    def html(
        self,
        form: Form,
        preview: Preview | None = None,
        *,
        with_preview: bool = True,
        said: str = "",
        status: int = 200,
    ) -> HTMLResponse:
        """Return the whole desk with a form in it, with its pages, and what was done is `said`."""
        preview = preview or (self.preview(form) if with_preview else Preview())
        text = self._templates.get_template("desk.html").render(
            **self._choices, **self._of(form), **self._shown(form, preview), said=said
        )
        return HTMLResponse(text, status)

    def preview_html(self, form: Form) -> HTMLResponse:
        """Return the pages of a form alone."""
        template = self._templates.get_template("preview.html")
        return HTMLResponse(template.render(form=form, **self._shown(form, self.preview(form))))

    def plans_html(self, asked: str) -> HTMLResponse:
        """Return the list of the plans of the folder in which what is asked for is found."""
        plans = kept_plans(self.desk.plans, asked) if self.desk.plans else []
        return HTMLResponse(self._templates.get_template("plans.html").render(plans=plans, asked=asked))

    def preview(self, form: Form) -> Preview:
        """Return what is shown of a form."""
        if not form.conditions and not form.cards:
            return Preview()
        try:
            made = self.desk.make(form)
        except Refused as refused:
            return Preview(told=refused.told)
        asked = int(form["page"]) if form["page"].isdecimal() and len(form["page"]) < 5 else 1
        return Preview(made, made.told, min(max(asked, 1), len(made.pages.pages)))

    def _shown(self, form: Form, preview: Preview) -> dict[str, Any]:
        made = preview.made
        return {
            "preview": preview,
            "told": preview.told,
            "picture": page_picture(made.content, preview.number) if made else "",
            "minutes": minutes_on_fullest_day(made.request.plan, made.request.library) if made else 0,
            "heard": heard(made.handout, made.style) if made and form["heard"] else [],
        }

    @cached_property
    def _choices(self) -> dict[str, Any]:
        """What is chosen from, whatever a form says."""
        library, words = self.desk.library, self._speech.words
        exercises = [library.find_exercise(one) for one in library.ids("exercises")]
        equipment = sorted({one for exercise in exercises for one in exercise.equipment})
        # The general one is what a plan without a condition has.
        conditions = [
            (one, library.find_condition(one).title) for one in library.ids("conditions") if one != GENERAL
        ]
        return {
            "conditions": sorted(conditions, key=lambda choice: choice[1]),
            "facts": [(one, fact.name) for one, fact in sorted(library.facts.items())],
            "purposes": [*_named(words.groups, get_args(Group))],
            "limbs": [*_named(words.desk.limbs, get_args(Limb))],
            "positions": [*_named(words.desk.positions, get_args(Position))],
            "equipment": [(NOTHING, words.desk.nothing), *((one, one) for one in equipment)],
            **looks_of(self.desk),
            "sides": [*_named(words.desk.sides, SIDES)],
            "weeks": REVIEW_WEEKS,
            "has_plans": self.desk.plans is not None,
        }

    def _of(self, form: Form) -> dict[str, Any]:
        """What depends on a form."""
        usual = self.desk.usual_blocks(form)
        return {
            "form": form,
            "cards": [self._card(card) for card in form.cards],
            "tiles": self.desk.found(form),
            "in_handout": {one["exercise"] for one in form.cards},
            "usual_blocks": " ".join(usual),
            "blocks": [*self._blocks(form, chosen_blocks(form, usual))],
        }

    def _card(self, card: Texts) -> dict[str, Any]:
        """Return a card with the title and the usual dose of its exercise."""
        library, name = self.desk.library, card["exercise"]
        known = name in library.ids("exercises")
        usual = {key: usual_value(name, key, library) for key in (*DOSE, "days")}
        return {
            **card,
            "title": library.find_exercise(name).title if known else name,
            "known": known,
            "usual": usual,
            "rungs": [one for one in ("easier", "harder") if rung_of(name, one, library)],
        }

    def _blocks(self, form: Form, chosen: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield the blocks that are chosen, then the others."""
        titles = dict(self._block_titles(form))
        texts = self.desk.texts_of(form)
        for block in dict.fromkeys((*chosen, *titles)):
            yield {
                "id": block,
                "title": titles.get(block, block),
                "chosen": block in chosen,
                "always": block in ALWAYS,
                "setting": form.settings.get(block, ""),
                "settings": settings_of(block),
                "own": [*self._own(form, [one for one in texts if one.block == block], block in chosen)],
            }

    def _own(self, form: Form, texts: Sequence[Rewordable], is_chosen: bool) -> Iterator[dict[str, Any]]:
        """Yield the fields of own words for the texts of a block, where it is printed or has some."""
        for one in texts:
            usual = {HEADING: one.usual.heading, TEXT: written(one.usual)}
            said = {key: form.own.get(f"{one.name}.{key}") or usual[key] for key in usual}
            if is_chosen or said != usual:
                of = one.name.rpartition(".")[0] if len(texts) > 1 else ""
                title = self.desk.library.find_condition(of).title if of else ""
                yield {"name": one.name, "of": title, "is_own": said != usual, **said}

    def _block_titles(self, form: Form) -> Iterator[Choice]:
        library, titles = self.desk.library, dict(self._speech.words.desk.blocks_titles.items())
        yield from ((block, titles.get(block.replace("-", "_"), block)) for block in BLOCKS)
        for condition in self.desk.conditions_of(form):
            yield from ((block, text.heading) for block, text in condition.texts.items())
        yield from ((one, library.find_advice(one).heading) for one in library.ids("advice"))


def _named(words: Words, keys: Sequence[str]) -> Iterator[Choice]:
    return ((key, getattr(words, key)) for key in keys)
