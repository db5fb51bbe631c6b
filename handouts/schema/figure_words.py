"""What is said in place of a picture of posed people, in one language.

Every template may carry `{side}`, the side that works; those of one leg carry `{whose}`, its side or `other`.
"""

from handouts.schema.base import Model
from handouts.schema.plural import Plural


class ViewWords(Model):
    """Where the people are seen from."""

    side: str
    front: str


class PositionWords(Model):
    """How a person stands or sits: how a sentence begins."""

    stands: str
    stands_at_wall: str
    stands_on_near_leg: str
    stands_on_far_leg: str
    sits_on_chair: str
    sits_on_floor: str


class LeanWords(Model):
    """How the trunk is held."""

    upright: str
    forward: str
    far_forward: str
    folded: str
    back: str


class HandWords(Model):
    """What one hand or both do."""

    wall: Plural
    worktop: Plural
    floor: Plural
    thigh: Plural
    knee: Plural
    lower_leg: Plural
    towel: Plural
    shins: Plural
    sides: Plural


class FootWords(Model):
    """Where one foot is."""

    flat: str
    long_step_behind: str
    behind: str
    in_front: str
    slid_back: str
    on_roller: str
    lifted: str


class FeetWords(Model):
    """Where both feet are."""

    flat: str
    heels_up: str
    out_front: str


class KneeWords(Model):
    """How far a knee is bent."""

    straight: str
    slight: str
    bent: str


class MoveWords(Model):
    """What an arrow moves, with its `{way}`; a heel that is down already presses."""

    knee: str
    heel: str
    heel_presses: str
    heels: str
    hips: str
    trunk: str
    toes: str
    calf: str
    thumb: str
    other_foot: str


class WayWords(Model):
    """Which way an arrow points."""

    up: str
    down: str
    forward: str
    back: str
    up_forward: str
    up_back: str
    down_forward: str
    down_back: str
    to_and_fro: str


class CloseUpWords(Model):
    """What a lens shows, as whole sentences."""

    toe_curl: str


class FigureWords(Model):
    """All words for pictures of posed people."""

    one_pose: str
    two_poses: str
    views: ViewWords
    positions: PositionWords
    leans: LeanWords
    hands: HandWords
    other: str
    foot: FootWords
    feet: FeetWords
    heel_down: str
    heel_up: str
    knee: KneeWords
    knees: KneeWords
    touches_wall: str
    bare: str
    towel_on_floor: str
    arrows: Plural
    moves: MoveWords
    ways: WayWords
    close_ups: CloseUpWords
