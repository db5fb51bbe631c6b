"""One message in the plural forms of a language."""

from handouts.schema.base import Message, Model


class Plural(Model):
    """One message in the plural forms of its language (Unicode CLDR names)."""

    zero: Message | None = None
    one: Message | None = None
    two: Message | None = None
    few: Message | None = None
    many: Message | None = None
    other: Message
