"""The benchmarks still run: they follow what a handout is made of, and no other test would tell."""

from pathlib import Path

import pypdfium2
import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.mark.parametrize(("tool", "file"), [("ours", "one.pdf"), ("plain_reportlab", "plain.pdf")])
def test_a_tool_shows_a_person_and_the_words_of_the_plan(
    tool: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import batch

    request = batch.sample_request()
    handout = batch.compose(request, today=batch.TODAY)
    said = batch.put_said(handout, request.style(), tmp_path)
    peer = getattr(batch, tool)(request, said, tmp_path)
    size = peer.files(batch.person(7))
    document = pypdfium2.PdfDocument((tmp_path / file).read_bytes())
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    cards = [card["title"] for card in said["exercises"]["cards"]]
    for words in (batch.person(7)[0], said["title"], said["safety"]["heading"], *cards):
        assert words in text
    assert size < peer.stack([batch.person(7), batch.person(8)])
