from drawn import draw, look, near
from sample_handout import SITTING, SYMPTOMS, TREATMENT, text

from handouts.compose.information_blocks import Choices, Paragraph, Subheading, TextBlock, TextList
from handouts.page.blocks.text_block import lay_out_text_block
from handouts.page.flow import Flowing
from handouts.page.parting import Whole


def pieces(block):
    return lay_out_text_block(block, look())


def test_a_heading_stays_with_what_follows():
    heading, *_ = pieces(SYMPTOMS)
    assert heading.keep
    assert heading.block.words == "What you may notice"


def test_text_stands_in_two_columns_of_ninety():
    _, text_piece = pieces(SYMPTOMS)
    assert isinstance(text_piece, Flowing)
    assert (text_piece.count, text_piece.pitch) == (2, 96)
    assert all(passage.indent + passage.text.width_mm <= 90 for passage in text_piece.passages)


def test_no_line_has_more_than_seventy_characters():
    block = TextBlock("long", "Long", (Paragraph(text("It is a small word or two in it. " * 40)),))
    _, text_piece = pieces(block)
    lines = ("".join(run.span.text for run in line) for one in text_piece.passages for line in one.text.lines)
    assert max(map(len, lines)) <= 70


def test_a_short_paragraph_stands_alone_in_one_column():
    _, text_piece = pieces(TextBlock("short", "Short", (Paragraph(text("Rest the leg for a day. " * 5)),)))
    assert text_piece.count == 1
    assert len(text_piece.passages[0].text.lines) <= 3


def test_lists_keep_their_kind_and_their_numbers():
    block = TextBlock(
        "lists",
        "Lists",
        (TextList((text("One"), text("Two"))), TextList((text("First"), text("Second")), ordered=True)),
    )
    passages = pieces(block)[1].passages
    assert [(one.numbering, one.label) for one in passages] == [
        ("Disc", ""),
        ("Disc", ""),
        ("Decimal", "1"),
        ("Decimal", "2"),
    ]
    assert passages[0].list_number == passages[1].list_number != passages[2].list_number


def test_what_follows_a_subheading_stands_close_under_it():
    passages = pieces(SYMPTOMS)[1].passages
    at = next(number for number, one in enumerate(passages) if one.role == "H3")
    assert passages[at].gap >= 2 * passages[at + 1].gap
    assert passages[at + 1].gap == 0


def test_choices_stand_two_to_a_row_and_no_row_is_split():
    heading, *rows = pieces(TREATMENT)
    assert len(rows) == 2
    assert all(isinstance(row, Whole) and len(row.block.parts[1].block.cells) == 2 for row in rows)


def test_an_odd_choice_has_a_row_to_itself():
    (choices,) = TREATMENT.parts
    _, *rows = pieces(TextBlock("odd", "Odd", (Choices(choices.items[:3]),)))
    assert [len(row.block.parts[1].block.cells) for row in rows] == [2, 1]


def test_text_after_choices_keeps_its_distance():
    block = TextBlock("mixed", "Mixed", (*TREATMENT.parts, Subheading("And then"), Paragraph(text("Rest."))))
    *_, last = pieces(block)
    assert last.gap == near(10 / 72 * 25.4)


def test_a_picture_stands_beside_its_text_as_on_a_card():
    _, beside = pieces(SITTING)
    drawn = draw(beside.block)
    ((x, _, width, height),) = drawn.forms
    assert (x, width) == (0, near(58))
    assert beside.block.height == near(height + (2 + 16) / 72 * 25.4)
    said = [words for words in drawn.words if "Caption" not in words.inside]
    assert min(words.x for words in said) == 64
    assert max(words.end for words in said) <= 186
