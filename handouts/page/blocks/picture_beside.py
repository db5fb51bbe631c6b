"""A picture with its caption stands beside the text that belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.blocks import CaptionedPicture, Part
from handouts.page.artwork import FigureArt
from handouts.page.blocks.passages import lay_out_passages
from handouts.page.columns import Columns, in_columns
from handouts.page.pen import Pen
from handouts.page.stack import Words
from handouts.page.style import Style
from handouts.page.typesetting import balanced, plain


@dataclass(frozen=True, slots=True)
class PictureBeside:
    """A picture in the narrow column, text in the wide one."""

    art: FigureArt
    caption: Words | None
    text: Columns
    text_x: float
    caption_gap: float

    @property
    def height(self) -> float:
        """The taller of picture and text."""
        return max(self.text.height, self._picture_height)

    @property
    def _picture_height(self) -> float:
        return self.art.height + (self.caption_gap + self.caption.height if self.caption else 0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint picture, caption and text, in this order."""
        with pen.element("Div"):
            self.art.draw_figure(pen, x, y)
            if self.caption:
                self.caption.draw(pen, x, y + self.art.height + self.caption_gap)
        self.text.draw(pen, x + self.text_x, y)


def lay_out_picture_beside(picture: CaptionedPicture, parts: Sequence[Part], style: Style) -> PictureBeside:
    """Return a picture as wide as those of the exercises, with the other parts at its right."""
    measures = style.measures.picture
    text_x = measures.picture + measures.gutter
    caption = balanced(plain(picture.caption), style.face("body"), width_mm=measures.picture)
    passages = lay_out_passages(parts, style, width=style.width_mm - text_x)
    return PictureBeside(
        art=FigureArt(picture.picture, measures.mm_per_unit, least_width=measures.picture),
        caption=Words(caption, role="Caption") if picture.caption else None,
        text=in_columns(passages, pitch=0, count=1),
        text_x=text_x,
        caption_gap=measures.caption_gap,
    )
