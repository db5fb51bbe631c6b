"""The clinic of a handout, or the country of somebody who has none: what is printed, and what is told."""

import gzip
from pathlib import Path

import pytest
from commands import PLAN, handouts, write_plan
from page_text import page_text
from pypdfium2 import PdfDocument

pytestmark = pytest.mark.usefixtures("no_clinic")

CLINIC = "name: Sample Clinic\ncountry: gb\n"


def words_with(clinic: str, *options: str) -> str:
    """Return the words of a handout, made beside this clinic's file."""
    Path("clinic.yaml").write_text(clinic, "utf-8")
    return words(*options)


def words(*options: str) -> str:
    result = handouts("make", write_plan(), *options, "-o", "-")
    assert result.exit_code == 0, result.stderr
    return " ".join(page_text(result.stdout_bytes).split())


@pytest.mark.parametrize(
    "address",
    [
        "1 Street, Sampletown, SA1 2MP",
        "[1 Street, Sampletown, SA1 2MP]",
        "|\n  1 Street\n  Sampletown\n\n  SA1 2MP\n",
        "\n  - 1 Street\n  - Sampletown, SA1 2MP",
        '"1 Street, Sampletown, SA1 2MP"',
    ],
)
def test_an_address_is_a_line_or_several(address: str) -> None:
    assert "1 Street, Sampletown, SA1 2MP" in words_with(f"{CLINIC}address: {address}\n")


def test_an_address_of_eight_long_lines_is_printed() -> None:
    lines = [f"{number} {'Sample ' * 16}".strip() for number in range(8)]
    said = words_with(CLINIC + "address:\n" + "".join(f"  - {line}\n" for line in lines))
    assert all(f"{number} Sample" in said for number in range(8))


def test_a_website_is_printed_where_there_is_no_email() -> None:
    assert "clinic.example" in words_with(f"{CLINIC}website: www.clinic.example\n")


SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("logo.svg", SVG.encode()),
        ("logo.png", SVG.encode()),
        ("logo.svg", SVG.encode("utf-16")),
        ("logo.svgz", gzip.compress(SVG.encode(), mtime=0)),
        ("logo.SVG", b"<!-- " + b"x" * 9000 + b" -->" + SVG.encode()),
    ],
)
def test_a_drawing_as_logo_is_refused_with_the_way_out(name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    Path("clinic.yaml").write_text(f"{CLINIC}logo: {name}\n", "utf-8")
    result = handouts("make", write_plan())
    assert result.exit_code == 1
    assert "clinic.yaml:3:7: the logo is an SVG drawing." in result.stderr
    assert "save it as PNG" in result.stderr


def test_one_who_is_warned_that_there_is_no_clinic_hears_where_it_was_looked_for(no_clinic: Path) -> None:
    told = handouts("make", write_plan()).stderr
    assert "No clinic was found; it was looked for as `clinic.yaml`, `HANDOUTS_CLINIC` or " in told
    assert str(no_clinic / "settings" / "clinic.yaml") in told
    assert "`country: gb`" in told


COUNTRIES = {"gb": "999", "uk": "999", "Ireland": "112 or 999", "us": "911", "NZ": "111"}


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("where", ["plan", "option"])
def test_who_has_no_clinic_names_a_country_and_is_told_no_more(country: str, where: str) -> None:
    write_plan(PLAN + (f"country: {country}\n" if where == "plan" else ""))
    option = ("--country", country) if where == "option" else ()
    result = handouts("make", "plan.yaml", *option)
    assert (result.exit_code, result.stderr) == (0, "")
    said = " ".join(page_text(Path("4711-2026-11-20.pdf").read_bytes()).split())
    assert f"Call {COUNTRIES[country]} now" in said
    assert "Ask us first" not in said


def test_a_country_of_its_own_decides_paper_and_language_too() -> None:
    assert "GP" not in words("--country", "us")
    widths = [
        PdfDocument(handouts("make", "plan.yaml", "--country", one, "-o", "-").stdout_bytes)[0].get_width()
        for one in ("us", "gb")
    ]
    assert [round(width) for width in widths] == [612, 595]


def test_a_country_fills_in_what_a_clinic_does_not_say() -> None:
    assert "Call 112 or 999 now" in words_with("name: Sample Clinic\n", "--country", "ie")


def test_a_country_that_is_not_the_clinics_is_refused() -> None:
    Path("clinic.yaml").write_text(CLINIC, "utf-8")
    write_plan(PLAN + "country: ie\n")
    result = handouts("make", "plan.yaml")
    assert result.exit_code == 1
    assert "plan.yaml:7:10: `country` is ie, and the clinic's is gb." in result.stderr
    assert handouts("make", "plan.yaml", "--country", "uk").exit_code == 0


@pytest.mark.parametrize("country", ["xx", "Atlantis", "1"])
def test_what_is_no_country_is_told(country: str) -> None:
    result = handouts("make", write_plan(), "--country", country)
    assert result.exit_code == 1
    assert "is not a country" in result.stderr


def test_a_warning_of_an_unknown_number_names_the_country() -> None:
    assert "no number is known for Brazil" in handouts("make", write_plan(), "--country", "br").stderr
