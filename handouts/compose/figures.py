"""Turn a figure into a picture for one side, with what is said in its place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from handouts.compose.blocks import DrawnFigure, OneSide
from handouts.drawing.checks import DrawingError
from handouts.drawing.picture import Picture
from handouts.drawing.posture import Arrowed, Hands, LegSaid, Posture, SaidFigure, said_of
from handouts.drawing.scene import draw_figure
from handouts.library.content import Library
from handouts.library.references import undrawable
from handouts.library.words import Speech, fill
from handouts.problems import ContentError
from handouts.schema.figure import Figure


def compose_figure(figure: str, library: Library, *, side: str | None, speech: Speech) -> DrawnFigure:
    """Return a figure with its working side; the right is shown where no one side is named.

    Raises ContentError for a figure that is not there or cannot be drawn.
    """
    shown: OneSide = "left" if side == "left" else "right"
    drawn, said = _drawn(figure, library, shown)
    found = library.find_figure(figure)
    alt, short = (alt_of(found, one, side=side, speech=speech) for one in (said, replace(said, start=None)))
    return DrawnFigure(drawn, shown, alt, short)


# Different plans of a roster show the same figures, each of which takes longer to draw than a page to set.
@lru_cache(maxsize=128)
def _drawn(figure: str, library: Library, side: OneSide) -> tuple[Picture, SaidFigure]:
    found = library.find_figure(figure)
    try:
        return draw_figure(found, side=side), said_of(found)
    except DrawingError as error:
        raise ContentError(undrawable(error, library.file("figures", figure))) from None


def alt_of(figure: Figure, said: SaidFigure, *, side: str | None, speech: Speech) -> str:
    """Return all that is said in place of a figure, from what can be said of it."""
    named = speech.side(side if side in ("left", "right") else "sore", "body").side
    return _Telling(speech, named).figure(figure, said)


class _Telling:
    """Says poses in one language, for one working side."""

    def __init__(self, speech: Speech, side: str) -> None:
        self._speech = speech
        self._words = speech.words.figure
        self._side = side

    def figure(self, figure: Figure, said: SaidFigure) -> str:
        """Return all that is said in place of a figure."""
        words = self._words
        view = getattr(words.views, said.view)
        pose = list(self._pose(said.pose, towel=figure.things.towel_on_floor is not None))
        told = fill(words.one_pose, view=view, pose=_sentences(pose))
        if said.start:
            before = self._pose(said.start, towel=False)
            start = _sentences(phrases for phrases in before if phrases not in pose)
            told = fill(words.two_poses, view=view, start=start, pose=_sentences(pose))
        return " ".join([told, *self._patches(said), *self._arrows(said), *self._close_up(figure)])

    def _patches(self, said: SaidFigure) -> Iterator[str]:
        if said.felt is not None:
            yield self._fill(getattr(self._words.felt, said.felt))
        if said.keep_off is not None:
            yield self._fill(getattr(self._words.keep_off, said.keep_off))

    def _pose(self, pose: Posture, *, towel: bool) -> Iterator[list[str]]:
        """Yield the phrases of each sentence: the whole person, then each leg."""
        words = self._words
        position = self._fill(getattr(words.positions, pose.position))
        yield [position, getattr(words.leans, pose.lean), *map(self._hands, pose.hands)]
        legs = [self._leg(leg) for leg in pose.legs]
        extra = [words.bare] * pose.bare + [words.towel_on_floor] * towel
        if legs:
            yield from legs[:-1]
            yield [*legs[-1], *extra]

    def _hands(self, hands: Hands) -> str:
        return self._speech.count(getattr(self._words.hands, hands.hold), hands.count, side=self._side)

    def _leg(self, leg: LegSaid) -> list[str]:
        words = self._words
        if leg.whose == "both":
            return [getattr(words.feet, leg.stand), getattr(words.knees, leg.knee)]
        whose = self._side if leg.whose == "near" else words.other
        phrases = [fill(getattr(words.foot, leg.stand), whose=whose)]
        if leg.heel_down is not None and leg.stand != "flat":
            phrases.append(words.heel_down if leg.heel_down else words.heel_up)
        phrases.append(fill(getattr(words.knee, leg.knee), whose=whose))
        return [*phrases, words.touches_wall] if leg.at_wall else phrases

    def _arrows(self, said: SaidFigure) -> Iterator[str]:
        if said.arrows:
            moves = "; ".join(map(self._arrow, said.arrows))
            yield self._speech.count(self._words.arrows, len(said.arrows), moves=moves)

    def _arrow(self, arrow: Arrowed) -> str:
        moves, way = self._words.moves, getattr(self._words.ways, arrow.way)
        message = moves.heel_presses if arrow.presses else getattr(moves, arrow.moving)
        return self._fill(message, way=way)

    def _close_up(self, figure: Figure) -> Iterator[str]:
        if figure.close_up is not None:
            yield getattr(self._words.close_ups, figure.close_up.drawing.replace("-", "_"))

    def _fill(self, message: str, **values: str) -> str:
        return fill(message, side=self._side, **values)


def _sentences(pose: Iterable[list[str]]) -> str:
    """Return phrases as sentences with a capital and a full stop."""
    said = (", ".join(phrases) for phrases in pose)
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in said)
