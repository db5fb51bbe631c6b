"""The kinds of measure a layout is made of, within what paper can hold."""

from typing import Annotated

from pydantic import Field

Millimetres = Annotated[float, Field(ge=0, le=500)]
Points = Annotated[float, Field(ge=0, le=500)]
# Marks that are repeated, and what is drawn by the unit: never so fine that they would be without end.
Pitch = Annotated[float, Field(ge=0.5, le=100)]
Scale = Annotated[float, Field(ge=0.05, le=5)]
Few = Annotated[int, Field(ge=1, le=30)]
# The room of a picture: in less, nobody would know what it shows.
Wide = Annotated[float, Field(ge=10, le=200)]
