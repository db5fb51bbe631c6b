"""When to get help, whom to ask, and where it all comes from."""

from dataclasses import dataclass

from handouts.handout.text import Text


@dataclass(frozen=True, slots=True)
class HelpQuestion:
    """A sign and what to do, each strong where it must catch the eye."""

    sign: Text
    action: Text


@dataclass(frozen=True, slots=True)
class HelpStrip:
    """The signs that come before everything else; `short_questions` is for one-page sheets."""

    heading: str
    short_heading: str
    questions: tuple[HelpQuestion, ...]
    short_questions: tuple[HelpQuestion, ...]


@dataclass(frozen=True, slots=True)
class RedFlagGroup:
    """Where to turn and for which signs; `now` is the emergency."""

    call: str
    now: bool
    phone: bool
    signs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RedFlags:
    """When to get help; never left out, never split."""

    heading: str
    groups: tuple[RedFlagGroup, ...]
    foot: Text


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask; `number` is empty where no clinic is known."""

    ask: Text
    number: Text
    later: Text
    review: Text


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where the content comes from and who has checked it."""

    sources: Text
    status: Text
