"""Countries as people name them, and whom to call there."""

import re
from functools import cache
from typing import Annotated, Literal

from babel import Locale
from pydantic import BeforeValidator, Field, RootModel, StringConstraints

from handouts.problems import nearest
from handouts.schema.amount import own_error
from handouts.schema.base import CALL_PATTERN, Language, Model, SourceId, text

# Codes of groups, tests and nowhere, which are no country.
NO_COUNTRY = {"eu", "ez", "qo", "un", "xa", "xb", "zz"}
# What people write for a country whose code is another.
ALSO_CALLED = {
    "uk": "gb",
    "great britain": "gb",
    "england": "gb",
    "scotland": "gb",
    "wales": "gb",
    "northern ireland": "gb",
    "britain": "gb",
    "republic of ireland": "ie",
    "eire": "ie",
    "éire": "ie",
    "usa": "us",
    "america": "us",
    "holland": "nl",
}


# Measured: it takes 10 ms, and a `make` asks forty times.
@cache
def country_names() -> dict[str, str]:
    """Return the English name of each country by its code (ISO 3166, lower case)."""
    names = {str(code).lower(): str(name) for code, name in Locale("en").territories.items()}
    return {code: name for code, name in names.items() if len(code) == 2 and code not in NO_COUNTRY}


def read_country(value: object) -> object:
    """Return the code of a country from its code or English name, in any case; raise an error with a hint."""
    if not isinstance(value, str):
        return value
    names, said = country_names(), value.strip().lower().removeprefix("the ")
    if re.fullmatch(r"(?:[a-z]\.){2,3}", said):
        said = said.replace(".", "")
    codes = {**{name.lower(): code for code, name in names.items()}, **ALSO_CALLED}
    code = said if said in names and said not in ALSO_CALLED else codes.get(said)
    if code:
        return code
    near = codes.get(nearest(said, codes)) if len(said) > 2 else None
    hint = "Write its two small letters, like `gb`, or its English name."
    if near:
        hint = f"Did you mean `{near}` ({names[near]})?"
    raise own_error(f"`{value[:40]}` is not a country. {hint}")


CountryCode = Annotated[str, BeforeValidator(read_country)]
# What is to be called: mostly a number, and sometimes two.
Called = Annotated[str, text(40)]


class Emergency(Model):
    """Whom to call where one clinic is; what is left out is as in its country."""

    ambulance: Annotated[Called, StringConstraints(pattern=CALL_PATTERN)] | None = None
    """Whom to call in an emergency."""
    advice: Called | None = None
    """A line that gives advice at any hour."""
    out_of_hours: Called | None = None
    """A doctor, when the usual one is closed."""


class CountryNumbers(Model):
    """Whom to call in one country.

    `advice` is a line that is open at any hour, `out_of_hours` a doctor when the usual one is closed; only
    what holds in the whole country is named. `language` and `paper` are used there unless somebody says
    otherwise.
    """

    ambulance: Called
    advice: Called | None = None
    out_of_hours: Called | None = None
    language: Language | None = None
    paper: Literal["a4", "letter"] | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Countries(RootModel[dict[CountryCode, CountryNumbers]]):
    """Whom to call, by country."""
