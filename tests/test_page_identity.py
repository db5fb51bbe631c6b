from drawn import draw, look
from pytest import approx
from sample_handout import IDENTITY

from handouts.compose.handout import Field
from handouts.page.blocks.identity import lay_out_identity
from handouts.schema.measures import MM


def widths(*fields):
    """Return the widths of the cells of each row, from the lines between them."""
    rows = {}
    for path in draw(lay_out_identity(fields, look()), style=look()).paths:
        (_, (left, top)), (_, (end, _)) = path.steps
        edges = rows.setdefault(round(top, 2), {0.0})
        edges.add((left if left == end else end) / MM)
    inside = [sorted(edges) for edges in rows.values()][:-1]
    return [[end - start for start, end in zip(edges, edges[1:], strict=False)] for edges in inside]


def value(strip):
    """Return the set text of the first value."""
    _, _, listed = strip.blocks[0]
    _, _, detail = listed.block.blocks[1]
    return detail.block.parts[1].block.text


def named(name):
    return (Field("For", name), *IDENTITY[1:])


def test_five_short_details_have_the_cells_of_the_look():
    assert widths(*IDENTITY) == [[approx(width) for width in (45, 27, 35, 42, 37)]]


def test_a_longer_name_takes_room_from_date_and_review():
    (row,) = widths(*named("Maximilian Mustermann"))
    assert row[0] > 45
    assert row[2] < 35 and row[4] < 37
    assert row[2] >= 30 and row[4] >= 34
    assert sum(row) == approx(186)


def test_a_very_long_name_makes_two_rows_and_is_printed_whole():
    name = "Maximiliane Featherstonehaugh-Wolff the Younger"
    strip = lay_out_identity(named(name), look())
    assert len(widths(*named(name))) == 2
    assert "".join(piece.span.text for line in value(strip).lines for piece in line) == name
    assert strip.height > 2 * 13


def test_fewer_details_fill_the_width():
    for count in range(1, 5):
        (row,) = widths(*IDENTITY[:count])
        assert len(row) == count
        assert sum(row) == approx(186)


def test_a_name_wider_than_the_page_is_broken_into_lines():
    strip = lay_out_identity((Field("For", "Wolfeschlegelsteinhausenbergerdorff " * 5),), look())
    assert len(value(strip).lines) > 1
    assert value(strip).width_mm <= 186
