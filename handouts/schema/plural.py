"""One message in the plural forms of a language."""

from handouts.schema.base import Model


class Plural(Model):
    """One message in the plural forms of its language (Unicode CLDR names)."""

    zero: str | None = None
    one: str | None = None
    two: str | None = None
    few: str | None = None
    many: str | None = None
    other: str
