"""Turn a muscle's chosen trigger points into a map with its words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from handouts.compose.blocks import BodyMap, LegendMark, OneSide, Spot
from handouts.compose.text import text_of
from handouts.drawing.body_map import MapDrawing, MapLabel, MapWords, chosen_points, draw_body_map
from handouts.drawing.checks import DrawingError
from handouts.drawing.marks import draw_legend_swatches
from handouts.library.content import Library
from handouts.library.references import undrawable
from handouts.library.words import Speech, fill
from handouts.problems import ContentError
from handouts.schema.muscle import Muscle


def compose_body_map(
    region: str,
    muscle: str,
    library: Library,
    *,
    side: str | None,
    points: Sequence[int],
    speech: Speech,
) -> BodyMap:
    """Return the map; where the plan names no one side the right is shown, and no side is named.

    Raises ContentError for a region or muscle that is not there or cannot be drawn, ValueError for a point
    or a zone that does not exist.
    """
    words = speech.words.map
    shown: OneSide = "left" if side == "left" else "right"
    shape = library.find_region(region)
    map_words = MapWords(
        head=fill(
            words.anatomy_head, limb=speech.side(shown, shape.limb).heading if side == shown else shape.name
        ),
        pain_head=words.pain_head,
        labels=tuple(MapLabel(landmark.id, landmark.name) for landmark in shape.landmarks),
        no_press=shape.no_press_name,
        alt=words.alt,
        alt_point=words.alt_point,
        alt_spread=words.alt_spread,
    )
    found = library.find_muscle(muscle)
    chosen = chosen_points(found, points)
    return BodyMap(
        heading=words.heading,
        drawing=_drawn(region, muscle, library, shown, tuple(points), map_words),
        spots=tuple(Spot(one.number, text_of(words.spot, name=one.name, pain=one.pain)) for one in chosen),
        legend=tuple(_legend(found, speech)),
        trust=text_of(words.trust),
    )


# Different plans of a roster show the same map, which takes longer to draw than all else of a handout.
@lru_cache(maxsize=16)
def _drawn(
    region: str, muscle: str, library: Library, side: OneSide, points: tuple[int, ...], words: MapWords
) -> MapDrawing:
    shape, found = library.find_region(region), library.find_muscle(muscle)
    try:
        return draw_body_map(shape, found, side=side, points=points, words=words)
    except DrawingError as error:
        raise ContentError(undrawable(error, library.file("regions", region))) from None


def _legend(muscle: Muscle, speech: Speech) -> Iterator[LegendMark]:
    """Yield the marks of the map with their words."""
    words = speech.words.map
    hidden = fill(words.legend_hidden, muscle=muscle.name.lower())
    meanings = (words.legend_point, hidden, words.legend_core, words.legend_spill)
    yield from map(LegendMark, draw_legend_swatches(), words.legend_looks, meanings)
