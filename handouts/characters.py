"""Turn what people type or paste into characters that can be seen, and call each character by its name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# They turn the direction of what follows, so that words can look like others.
TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Signs of one font only, such as the ticks that old word processors write.
PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
LOST = "\N{REPLACEMENT CHARACTER}"
# Controls, line breaks that no editor shows, halves of characters, marks of old formats, and what is none.
_NO_CHARACTERS = "".join(
    chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (-2, -1)
)
UNSEEN = (
    "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u180e\u2028\u2029\u206a-\u206f\ud800-\udfff\ufdd0-\ufdef"
    f"\ufff9-\ufffc\U000e0000-\U000e00ff\U0010fffe\U0010ffff{_NO_CHARACTERS}"
)
FORBIDDEN = re.compile(f"[{TURNING}{PRIVATE}{LOST}{UNSEEN}]")

# They only steer how letters break, join or look, and come along when text is copied from a web page.
DROPPED = re.compile("[\xad\u034f\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
# The space as wide as a figure is the room for the number of a page (`page/typesetting.py`): no text has it.
FIGURE_SPACE, NO_BREAK_SPACE = "\u2007", "\xa0"
# Spaces of every width but for those that keep words together.
SPACES = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")

CONTROLS = {
    "\0": "Null",
    "\a": "Bell",
    "\b": "Backspace",
    "\v": "Vertical tab",
    "\f": "Form feed",
    "\x1b": "Escape",
    "\x7f": "Delete",
    "\x85": "Next line",
}
KINDS = {"Cc": "Control character", "Cs": "Half of a character", "Co": "Sign of one font only"}

# Scripts that cannot be set letter by letter, and those that people call by another name.
SCRIPTS = """
    Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam
    Myanmar Sinhala Syriac Tamil Telugu Thaana Thai Tibetan
"""
OTHERWISE_CALLED = {"Cjk": "Chinese", "Hangul": "Korean", "Hiragana": "Japanese", "Katakana": "Japanese"}


def made_plain(text: str) -> str:
    """Return text with composed letters, plain or no-break spaces, and nothing that is never seen."""
    if text.isascii() and "\t" not in text:
        return text
    plain = SPACES.sub(" ", DROPPED.sub("", text)).replace(FIGURE_SPACE, NO_BREAK_SPACE)
    return unicodedata.normalize("NFC", plain)


def forbidden_characters(text: str) -> Iterator[re.Match[str]]:
    """Yield the first place of each character that no text may hold."""
    # Most text is plain, which is told ten times as fast.
    if text.isascii() and text.replace("\n", "").isprintable():
        return
    seen: set[str] = set()
    for found in FORBIDDEN.finditer(text):
        if found[0] not in seen:
            seen.add(found[0])
            yield found


def what_to_do(character: str) -> str:
    """Return what the author does about a character that no text may hold."""
    if re.match(f"[{TURNING}]", character):
        return "Delete it: it turns the direction of text, so that words can look like others."
    if re.match(f"[{PRIVATE}]", character):
        return "Type the sign anew."
    return "A letter was lost here; type it anew." if character == LOST else "Delete it."


def named(character: str) -> str:
    """Return a character by its number and name, such as `U+202E Right-to-left override`."""
    kind = KINDS.get(unicodedata.category(character), "No character")
    name = unicodedata.name(character, "").capitalize() or CONTROLS.get(character, kind)
    return f"U+{ord(character):04X} {name}"


def shown(character: str) -> str:
    """Return a character as it looks, where it can be seen, and by its number and name."""
    alone = not character.isprintable() or unicodedata.combining(character)
    return named(character) if alone else f"`{character}` {named(character)}"


def script_of(character: str) -> str:
    """Return the script of a character, such as `Arabic`; nothing for the European ones and for signs."""
    script = unicodedata.name(character, "").split(" ")[0].capitalize()
    return OTHERWISE_CALLED.get(script, script if script in SCRIPTS.split() else "")


def listed(characters: Iterable[str]) -> str:
    """Return characters by their names as a list in a sentence."""
    return ", ".join(map(shown, characters))
