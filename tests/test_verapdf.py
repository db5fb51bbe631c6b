"""Every case, every example and every layout keeps PDF/UA-1 and PDF/A-2a, says veraPDF."""

from pathlib import Path

import pikepdf
import pytest
import verapdf
from printed import USUAL, everything, printed


@pytest.fixture(scope="module")
def start() -> list[str]:
    found = verapdf.command()
    if found is None and verapdf.required():
        pytest.fail("veraPDF must be here: set VERAPDF_JAR to its jar, org.verapdf.apps:cli.")
    return found or pytest.skip("no veraPDF: neither a command `verapdf` nor a jar in VERAPDF_JAR")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return all files, and one that has been damaged, so that a judge who sees nothing is found out."""
    folder = tmp_path_factory.mktemp("judged")
    files = []
    for name, one in everything():
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(one.pdf)
    files.append(folder / "damaged.pdf")
    files[-1].write_bytes(printed(USUAL).pdf)
    with pikepdf.open(files[-1], allow_overwriting_input=True) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.Lang
        pdf.save(files[-1])
    return files


def test_every_file_keeps_the_standard_without_exception(start: list[str], files: list[Path]) -> None:
    # One test for both, so that the files are made once.
    for flavour in ("ua1", "2a"):
        judged = verapdf.broken(start, files, flavour=flavour)
        assert judged.keys() == {file.name for file in files}
        assert judged.pop("damaged.pdf") != []
        assert {name: clauses for name, clauses in judged.items() if clauses} == {}
