"""Turn figures and a muscle's trigger points into pictures for one side, with what is said in their place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress

from handouts.compose.exercise_blocks import DrawnFigure, ExercisePicture, Photo
from handouts.compose.information_blocks import BodyMap, LegendMark, Spot
from handouts.compose.text import text_of
from handouts.drawing.body_map import chosen_points, draw_body_map
from handouts.drawing.checks import DrawingError
from handouts.drawing.map_parts import MapDrawing, MapWords
from handouts.drawing.marks import draw_legend_swatches
from handouts.drawing.picture import Picture, Side
from handouts.drawing.posture import said_of
from handouts.drawing.said import Arrowed, LegSaid, Posture, SaidFigure
from handouts.drawing.scene import draw_figure
from handouts.library.content import Library
from handouts.library.references import undrawable
from handouts.library.words import Speech, fill
from handouts.problems import ContentError
from handouts.schema.exercise import Exercise
from handouts.schema.figure import Figure
from handouts.schema.muscle import Muscle, TriggerPoint
from handouts.schema.people import People
from handouts.schema.region import Region, View


def compose_figure(
    figure: str, library: Library, *, side: str | None, speech: Speech, people: People | None = None
) -> DrawnFigure:
    """Return a figure with its working side; the right is shown where no one side is named.

    `people` is how they look where a plan says it. Raises ContentError for a figure that is not there or
    cannot be drawn.
    """
    shown: Side = "left" if side == "left" else "right"
    drawn, said = _drawn_figure(figure, library, shown, people)
    found = library.find_figure(figure)
    alt, short = (alt_of(found, one, side=side, speech=speech) for one in (said, said._replace(starts=())))
    return DrawnFigure(drawn, shown, alt, short)


def compose_picture(
    exercise: Exercise,
    library: Library,
    *,
    side: str | None,
    speech: Speech,
    people: People | None = None,
) -> ExercisePicture:
    """Return the picture of an exercise: its figure with its working side, or photos of one's own, or none.

    Two photos are called start and end, where they are called nothing else. Raises ContentError for a figure
    that cannot be drawn.
    """
    if exercise.figure:
        return compose_figure(exercise.figure, library, side=side, speech=speech, people=people)
    if not exercise.photos:
        return ()
    # The picture library is only loaded for an exercise that has photos.
    from handouts.library.image import read_photo

    usual = speech.words.card.photos if len(exercise.photos) > 1 else [""]
    return tuple(
        Photo(photo.colour, photo.grey, photo.width, photo.height, one.alt, one.caption or caption)
        for one, caption in zip(exercise.photos, usual, strict=False)
        for photo in [read_photo(one.path)]
    )


def _legend(
    muscle: Muscle, points: Iterable[TriggerPoint], view: View, *, speech: Speech
) -> tuple[LegendMark, ...]:
    """Return the marks of a map with what they mean, without those that it lacks."""
    words = speech.words.map
    hidden = fill(words.legend_hidden, muscle=muscle.name.lower())
    meanings = (words.legend_point, hidden, words.legend_core, words.legend_spill)
    hidden_edge = any(edge.muscle == muscle.id for edge in view.hidden_edges)
    drawn = (True, hidden_edge, True, any(point.spill for point in points))
    return tuple(compress(map(LegendMark, draw_legend_swatches(), words.legend_looks, meanings), drawn))


def _drawn_figure(
    figure: str, library: Library, side: Side, people: People | None
) -> tuple[Picture, SaidFigure]:
    found = library.find_figure(figure)
    if people:
        found = found.model_copy(update={"people": tuple(map(people.dressed, found.people))})
    try:
        return _drawn(found, side)
    except DrawingError as error:
        raise ContentError(undrawable(error, library.file("figures", figure))) from None


# Measured: without it a roster of many plans takes a quarter longer, and so does each change that is watched,
# for which all files are read anew.
@lru_cache(maxsize=128)
def _drawn(figure: Figure, side: Side) -> tuple[Picture, SaidFigure]:
    return draw_figure(figure, side=side), said_of(figure)


def alt_of(figure: Figure, said: SaidFigure, *, side: str | None, speech: Speech) -> str:
    """Return all that is said in place of a figure, from what can be said of it."""
    return _Telling(speech, side).figure(figure, said)


class _Telling:
    """Says poses in one language, for one working side."""

    def __init__(self, speech: Speech, side: str | None) -> None:
        self._speech = speech
        self._words = speech.words.figure
        self._side = speech.side(side if side in ("left", "right") else "sore", "body").side

    def figure(self, figure: Figure, said: SaidFigure) -> str:
        """Return all that is said in place of a figure."""
        words = self._words
        view = getattr(words.views, said.view)
        things = figure.things
        pose = list(self._pose(said.pose))
        extra = [words.towel_on_floor] * (things.towel_on_floor is not None)
        extra += [words.towel_on_table] * things.towel_on_table
        extra += [self._fill(words.towel_at_elbow)] * (things.rolled_towel == "near_elbow")
        extra += [self._fill(words.heat_pack)] * things.heat_pack
        extra += [words.ball_on_wall] * (things.ball is not None and things.ball.on_wall is not None)
        extra += [words.belt] * things.belt_round_thighs
        pose[-1] += extra
        told = [fill(words.one_pose, view=view, pose=_sentences(pose))]
        if said.starts:
            # What is as in the pose that counts is not said twice.
            before = [
                _sentences([phrases for phrases in self._pose(one) if phrases not in pose] or pose[:1])
                for one in said.starts
            ]
            told = [fill(words.two_poses, view=view, start=before[0], pose=_sentences(pose))]
            if said.ways:
                told = [fill(words.several_ways, view=view, poses=" ".join([*before, _sentences(pose)]))]
            elif len(before) > 1:
                poses = {"start": before[0], "between": before[1], "pose": _sentences(pose)}
                told = [fill(words.three_poses, view=view, **poses)]
        if said.felt is not None:
            told.append(self._fill(getattr(words.felt, said.felt)))
        if said.keep_off is not None:
            told.append(self._fill(getattr(words.keep_off, said.keep_off)))
        if said.arrows:
            # Two arrows of one movement are said once.
            moves = [*dict.fromkeys(map(self._arrow, said.arrows))]
            told.append(self._speech.count(words.arrows, len(moves), moves="; ".join(moves)))
        if figure.close_up is not None:
            told.append(getattr(words.close_ups, figure.close_up.drawing.replace("-", "_")))
        return " ".join(told)

    def _pose(self, pose: Posture) -> Iterator[list[str]]:
        """Yield the phrases of each sentence: the whole person, then each leg."""
        words, ground = self._words, getattr(self._words.grounds, pose.ground)
        position = self._fill(getattr(words.positions, pose.position), ground=ground)
        hands = (
            self._speech.count(getattr(words.hands, hold), count, side=self._side)
            for hold, count in Counter(pose.hands).items()
        )
        lean = [] if pose.lean is None else [getattr(words.leans, pose.lean)]
        pillow = [words.head_on_pillow] * pose.head_on_pillow
        legs = [self._leg(leg, ground) for leg in pose.legs]
        bare = [words.bare] * pose.bare
        head = [] if pose.head is None else [self._fill(getattr(words.heads, pose.head))]
        lifted = [words.shoulders_up] * pose.shoulders_up
        yield [position, *pillow, *lean, *head, *lifted, *hands]
        if legs:
            yield from legs[:-1]
            yield [*legs[-1], *bare]

    def _leg(self, leg: LegSaid, ground: str) -> list[str]:
        words = self._words
        if leg.whose == "both":
            knees = [] if leg.knee is None else [getattr(words.knees, leg.knee)]
            return [fill(getattr(words.feet, leg.stand), ground=ground), *knees]
        whose = self._side if leg.whose == "near" else words.other
        phrases = [fill(getattr(words.foot, leg.stand), whose=whose, ground=ground)]
        if leg.foot is not None:
            phrases.append(getattr(words, leg.foot))
        if leg.knee is not None:
            phrases.append(fill(getattr(words.knee, leg.knee), whose=whose))
        return [*phrases, words.touches_wall] if leg.at_wall else phrases

    def _arrow(self, arrow: Arrowed) -> str:
        moves, way = self._words.moves, getattr(self._words.ways, arrow.way)
        message = moves.heel_presses if arrow.presses else getattr(moves, arrow.moving)
        return self._fill(message, way=way)

    def _fill(self, message: str, **values: str) -> str:
        return fill(message, side=self._side, **values)


def _sentences(pose: Iterable[list[str]]) -> str:
    """Return phrases as sentences with a capital and a full stop."""
    said = (", ".join(phrases) for phrases in pose)
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in said)


def compose_body_map(
    region: str,
    muscle: str,
    library: Library,
    *,
    side: str | None,
    points: Sequence[int],
    heading: str = "",
    speech: Speech,
) -> BodyMap:
    """Return the map under a heading; where the plan names no one side the right is shown, none is named.

    Raises ContentError for a region or muscle that is not there or cannot be drawn, ValueError for a point
    or a zone that does not exist.
    """
    words = speech.words.map
    shown: Side = "left" if side == "left" else "right"
    shape, found = library.find_region(region), library.find_muscle(muscle)
    chosen, view = chosen_points(found, points), shape.view(found.view)
    map_words = _map_words(shape, view, chosen, side=side, speech=speech)
    return BodyMap(
        heading=heading,
        drawing=_drawn_map(region, muscle, library, shown, tuple(points), map_words),
        spots=tuple(Spot(one.number, text_of(words.spot, name=one.name, pain=one.pain)) for one in chosen),
        legend=_legend(found, chosen, view, speech=speech),
        trust=text_of(_trust(chosen, speech)),
    )


def _trust(points: Sequence[TriggerPoint], speech: Speech) -> str:
    """Return how far to trust the map, and which of its points are not known well."""
    words = speech.words.map
    told: list[str] = []
    for level in ("middle", "low"):
        spots = [str(one.number) for one in points if one.confidence == level]
        if spots:
            message = getattr(words.less_sure, level)
            told.append(speech.count(message, len(spots), spots=speech.listed(spots)))
    return fill(words.trust_less, which="; ".join(told)) if told else str(words.trust)


def _map_words(
    region: Region, view: View, points: Sequence[TriggerPoint], *, side: str | None, speech: Speech
) -> MapWords:
    """Return the words of a map of points whose muscle is seen on a view."""
    words = speech.words.map
    limb = speech.side(side, view.limb or region.limb).heading if side in ("left", "right") else region.name
    zones = [zone for one in points for zone in (*one.essential, *one.spill)]
    shown = (one.name for one in (view, *region.shown_with(view, zones)))
    return MapWords(
        head=fill(words.anatomy_head, limb=limb, seen=view.seen) if view.seen else limb,
        pain_head=words.pain_head,
        views=speech.listed([*shown]),
        alt=words.alt,
        alt_point=words.alt_point,
        alt_spread=words.alt_spread,
        alt_no_press=words.alt_no_press,
    )


# Measured: without it a roster of many plans takes an eighth longer.
@lru_cache(maxsize=16)
def _drawn_map(
    region: str, muscle: str, library: Library, side: Side, points: tuple[int, ...], words: MapWords
) -> MapDrawing:
    shape, found = library.find_region(region), library.find_muscle(muscle)
    try:
        return draw_body_map(shape, found, library.body, side=side, points=points, words=words)
    except DrawingError as error:
        raise ContentError(undrawable(error, library.file("regions", region))) from None
