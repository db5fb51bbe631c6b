"""Turn English text into the school grade it takes to read it, in the US."""

import re
from collections.abc import Iterable

SENTENCE_END = re.compile(r"[.!?:]+(?:\s+|$)")
LETTERS = re.compile(r"[^a-z]")
# The goal of this program's own content; under so many words the grade means little.
HIGHEST_GRADE = 6
FEWEST_WORDS = 20
VOWELS = re.compile(r"[aeiouy]+")
QUIET_ENDING = re.compile(r"(?<=[^aeiouy])(?:es|ed|e)$")
# Endings that are spoken after all: little, boxes, reaches, lifted.
SPOKEN_ENDING = re.compile(r"(?:[^aeiouy]l(?:e|es|ed)|[sxz]es|ches|shes|[td]ed)$")


def reading_grade(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of texts (Kincaid 1975), 0 where there are no words.

    It is a rough measure, and means little under some twenty words.
    """
    sentences = sentences_in(texts)
    words = [word for sentence in sentences for word in sentence.split()]
    if not words:
        return 0
    syllables = sum(map(syllables_in, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def sentences_in(texts: Iterable[str]) -> list[str]:
    """Return the sentences of texts in order, without their ends; what a colon parts counts as two."""
    return [one for text in texts for one in SENTENCE_END.split(text.replace("**", "")) if one.strip()]


def hardest_sentence(texts: Iterable[str]) -> str:
    """Return the sentence of the highest grade, empty where there is none; single words are no sentence."""
    found = [one for one in sentences_in(texts) if len(one.split()) > 3]
    return max(found, key=lambda one: reading_grade([one]), default="").strip()


def syllables_in(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels without a silent e."""
    letters = LETTERS.sub("", word.lower())
    if len(letters) <= 3:
        return 1
    spoken = letters if SPOKEN_ENDING.search(letters) else QUIET_ENDING.sub("", letters)
    return max(1, len(VOWELS.findall(spoken)))
