"""Every word that the program asks for is in the English file, so in every language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import handouts
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import Words

PACKAGE = Path(handouts.__file__).parent
WORDS = Library(CONTENT).speech.words

# A path of keys, such as `card.heading`.
Keys = tuple[str, ...]


def keys_of(node: ast.expr, known: dict[str, Keys]) -> Keys | None:
    """Return the keys that an expression names, where it begins at the words of a language."""
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.Attribute):
        if node.attr in ("words", "_words") and "speech" in ast.unparse(node.value):
            return ()
        inner = known.get(ast.unparse(node)) if isinstance(node.value, ast.Name) else None
        outer = keys_of(node.value, known)
        return inner if inner is not None else (*outer, node.attr) if outer is not None else None
    return None


def is_rest(one: ast.expr) -> bool:
    return isinstance(one, ast.Starred)


def assigned(function: ast.AST, known: dict[str, Keys]) -> dict[str, Keys]:
    """Return the names in a function that stand for words, such as `words = speech.words.card`."""
    found = dict(known)
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    sides = target.elts, node.value.elts
                    # From a `*rest` on, on either side, nobody knows which value has which name.
                    at = min(
                        (n for side in sides for n, one in enumerate(side) if is_rest(one)), default=None
                    )
                    pairs = list(zip(*(side[:at] for side in sides), strict=True))
                for name, value in pairs:
                    keys = keys_of(value, found)
                    if keys is not None and isinstance(name, ast.Name | ast.Attribute):
                        found[ast.unparse(name)] = keys
    return found


def named(path: Path) -> Iterator[tuple[int, Keys]]:
    """Yield every path of keys that a file names, with its line."""
    tree = ast.parse(path.read_text("utf-8"))
    for part in tree.body:
        shared = {name: keys for name, keys in assigned(part, {}).items() if name.startswith("self.")}
        for function in (node for node in ast.walk(part) if isinstance(node, ast.FunctionDef)):
            known = assigned(function, shared)
            for node in ast.walk(function):
                keys = keys_of(node, known) if isinstance(node, ast.Attribute) else None
                if keys:
                    yield node.lineno, keys


def is_there(keys: Keys) -> bool:
    words = WORDS
    for key in keys:
        # A message has no keys; what follows is a method of text, and what follows a plural is its own.
        if not isinstance(words, Words) or key == "items":
            return True
        if key not in dict(words.items()):
            return False
        words = getattr(words, key)
    return True


def named_in_template(path: Path) -> Iterator[tuple[int, Keys]]:
    """Yield every path of keys that a template names, with its line."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        for found in re.findall(r"\bwords((?:\.[a-z_]+)+)", line):
            yield number, tuple(found[1:].split("."))


FILES = [path for part in ("compose", "batch", "web") for path in sorted((PACKAGE / part).glob("*.py"))]
TEMPLATES = sorted((PACKAGE / "web" / "templates").glob("*.html"))
NAMED = [(path, line, keys) for path in FILES for line, keys in named(path)]
NAMED += [(path, line, keys) for path in TEMPLATES for line, keys in named_in_template(path)]


def test_every_word_that_the_program_names_is_in_english() -> None:
    assert [f"{path.name}:{line}: {'.'.join(keys)}" for path, line, keys in NAMED if not is_there(keys)] == []


def test_the_words_that_are_named_are_found() -> None:
    found = {keys for _, _, keys in NAMED}
    assert {("card", "heading"), ("figure", "two_poses"), ("footer", "page"), ("stack", "tally")} <= found
    assert len(found) > 130


def test_a_word_that_is_not_there_is_missed() -> None:
    assert not is_there(("card", "headline"))
    with pytest.raises(AttributeError, match="there are no words `headline`"):
        _ = WORDS.card.headline


def test_no_word_is_there_that_nothing_names() -> None:
    found = {keys for _, _, keys in NAMED}
    # Some are named by a part of theirs, such as the position of a pose or the grade of a proof.
    unused = {keys[0] for keys in leaves(WORDS, ()) if not any(keys[: len(one)] == one for one in found)}
    assert unused == {"name", "abbreviations"}, "these are named by the library"


def leaves(words: object, keys: Keys) -> Iterator[Keys]:
    if not isinstance(words, Words):
        yield keys
        return
    for key, value in words.items():
        yield from leaves(value, (*keys, key))
