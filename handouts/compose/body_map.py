"""Turn a muscle's chosen trigger points into a map with its words."""

from collections.abc import Sequence

from handouts.compose.blocks import BodyMap, Legend, OneSide, Spot
from handouts.compose.sentences import text_of
from handouts.drawing.body_map import MapLabel, MapWords, chosen_points
from handouts.library.words import Speech, fill
from handouts.schema.muscle import Muscle
from handouts.schema.region import Region


def compose_body_map(
    region: Region, muscle: Muscle, *, side: str | None, points: Sequence[int], speech: Speech
) -> BodyMap:
    """Return the map; the right side is shown, and named, where the plan names no one side."""
    words = speech.words.map
    shown: OneSide = "left" if side == "left" else "right"
    chosen = chosen_points(muscle, points)
    return BodyMap(
        heading=words.heading,
        region=region,
        muscle=muscle,
        side=shown,
        points=tuple(point.number for point in chosen),
        words=MapWords(
            head=fill(words.anatomy_head, leg=speech.side(shown).heading),
            pain_head=words.pain_head,
            labels=tuple(MapLabel(landmark.id, landmark.name) for landmark in region.landmarks),
            no_press=region.no_press_name,
            alt=words.alt,
            alt_point=words.alt_point,
        ),
        spots=tuple(Spot(one.number, text_of(words.spot, name=one.name, pain=one.pain)) for one in chosen),
        legend=Legend(
            words.legend_point,
            fill(words.legend_hidden, muscle=muscle.name.lower()),
            words.legend_core,
            words.legend_spill,
            words.legend_looks,
        ),
        trust=text_of(words.trust),
    )
