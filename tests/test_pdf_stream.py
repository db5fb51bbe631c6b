"""Bytes with a dictionary end where their length says."""

import pikepdf
import pytest

from handouts.pdf.stream import Stream, compressed


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"x"])
def test_the_end_of_the_content_is_told_from_the_end_of_the_line(end: bytes) -> None:
    content = b"0 0 m 9 9 l S" + end
    code = bytes(Stream(b"/Kind/Sample", content))
    assert f"/Length {len(content)}>>".encode() in code
    assert code.removesuffix(b"\r\nendstream").endswith(b"stream\n" + content)


def test_what_was_compressed_can_be_read_back() -> None:
    code = bytes(compressed(b"", b"0 0 m " * 50))
    with pikepdf.new() as pdf:
        raw = code.split(b"stream\n", 1)[1].removesuffix(b"\r\nendstream")
        stream = pikepdf.Stream(pdf, raw, Filter=pikepdf.Name.FlateDecode)
        assert stream.read_bytes() == b"0 0 m " * 50
