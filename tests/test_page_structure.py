"""What a listener hears of a handout."""

from functools import cache

import pytest
from drawn import look
from judge import faults
from sample_handout import SITTING, SYMPTOMS, TREATMENT, all_blocks, handout
from tag_tree import tag_tree

from handouts.page.handout import lay_out_handout
from handouts.pdf.pages import pdf_bytes


@cache
def printed(layout="clinic", **look_changes):
    blocks = (*all_blocks(), SYMPTOMS, TREATMENT, SITTING)
    return pdf_bytes(lay_out_handout(handout(blocks=blocks), look(layout, **look_changes)))


@cache
def heard():
    return [line.strip() for line in tag_tree(printed()).splitlines()]


def headings():
    return [line for line in heard() if line[0] == "H" and line[1].isdigit()]


def test_every_mark_has_its_element_and_the_file_is_accessible_and_archivable():
    assert faults(printed()) == []


def test_there_is_one_title_and_no_level_is_skipped():
    levels = [int(line[1]) for line in headings()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_page_1_is_heard_from_the_plan_to_the_map():
    said = [line.split('"')[1] for line in headings() if '"' in line]
    assert said[:8] == [
        "Calf and heel pain",
        "Your plan: 6 exercises",
        "Stretch",
        "Strengthen",
        "Loosen",
        "Get help first",
        "What is it?",
        "What helps?",
    ]


def test_a_detail_is_heard_with_its_label():
    at = heard().index('Lbl "For"')
    assert heard()[at + 1] == 'LBody "Sample Patient"'


def test_a_thumbnail_is_heard_as_its_number_and_name():
    assert any(line.startswith("Figure [alt: 1. Bent-knee wall stretch.]") for line in heard())


def test_the_map_is_heard_in_whole_sentences():
    (spoken,) = (line for line in heard() if "Do not press" in line and line.startswith("Figure"))
    assert "Right leg, from behind." in spoken


def test_a_paragraph_over_two_columns_is_one_paragraph():
    paragraphs = [line for line in heard() if "Most people feel one or more of these." in line]
    assert len(paragraphs) == 1
    assert "You need not have all of them." in paragraphs[0]


def test_footers_are_not_heard():
    assert not any("Page 1 of" in line for line in heard())


def test_a_black_and_white_page_has_no_accent_in_it():
    palette = look(colour="black").palette
    assert palette["accent"] == palette["warning"] == palette["muted"] == (0, 0, 0)
    assert len({*palette["accent_tint"]}) == 1
    assert palette["accent_tint"] == pytest.approx(look().palette["accent_tint"], abs=0.05)
    assert faults(printed(colour="black")) == []
