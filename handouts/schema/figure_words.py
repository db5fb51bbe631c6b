"""What is said in place of a picture of posed people, in one language.

Every template may carry `{side}`, the side that works; those of one leg carry `{whose}`, its side or `other`.
"""

from handouts.schema.base import Message, Model
from handouts.schema.plural import Plural


class ViewWords(Model):
    """Where the people are seen from."""

    side: Message
    front: Message


class PositionWords(Model):
    """How a person stands or sits: how a sentence begins."""

    stands: Message
    stands_at_wall: Message
    stands_on_near_leg: Message
    stands_on_far_leg: Message
    sits_on_chair: Message
    sits_on_floor: Message


class LeanWords(Model):
    """How the trunk is held."""

    upright: Message
    forward: Message
    far_forward: Message
    folded: Message
    back: Message


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

    flat: Message
    long_step_behind: Message
    behind: Message
    in_front: Message
    slid_back: Message
    on_roller: Message
    lifted: Message


class FeetWords(Model):
    """Where both feet are."""

    flat: Message
    heels_up: Message
    out_front: Message


class KneeWords(Model):
    """How far a knee is bent."""

    straight: Message
    slight: Message
    bent: Message


class MoveWords(Model):
    """What an arrow moves, with its `{way}`; a heel that is down already presses."""

    knee: Message
    heel: Message
    heel_presses: Message
    heels: Message
    hips: Message
    trunk: Message
    toes: Message
    calf: Message
    thumb: Message
    other_foot: Message


class WayWords(Model):
    """Which way an arrow points."""

    up: Message
    down: Message
    forward: Message
    back: Message
    up_forward: Message
    up_back: Message
    down_forward: Message
    down_back: Message
    to_and_fro: Message


class CloseUpWords(Model):
    """What a lens shows, as whole sentences."""

    toe_curl: Message


class FigureWords(Model):
    """All words for pictures of posed people."""

    one_pose: Message
    two_poses: Message
    views: ViewWords
    positions: PositionWords
    leans: LeanWords
    hands: HandWords
    other: Message
    foot: FootWords
    feet: FeetWords
    heel_down: Message
    heel_up: Message
    knee: KneeWords
    knees: KneeWords
    touches_wall: Message
    bare: Message
    towel_on_floor: Message
    arrows: Plural
    moves: MoveWords
    ways: WayWords
    close_ups: CloseUpWords
