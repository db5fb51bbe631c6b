"""The processor time of each picture, from its numbers to the operators of a page, and its compressed size.

python benchmarks/draw.py
"""

import statistics
import time
import zlib
from collections.abc import Callable

from handouts.compose import pictures
from handouts.drawing.scene import draw_figure
from handouts.library import CONTENT, LAYOUTS
from handouts.library.content import Library
from handouts.library.layouts import find_layout
from handouts.page.map_picture import place_map
from handouts.page.map_size import USUAL
from handouts.page.picture import ink
from handouts.page.style import Style

RUNS = 5
SCALE_MM = 0.42
# The most that is aimed at, of a figure for each of its people.
FIGURE_MS, MAP_MS, MAP_KB = 15, 150, 120

LIBRARY = Library(CONTENT)
PALETTE = Style(find_layout("base", [LAYOUTS]), "a4").palette


def main() -> None:
    """Print the time and the size of every figure, and of every muscle that has a map."""
    for name in LIBRARY.ids("figures"):
        people = len(LIBRARY.find_figure(name).people)
        _tell(name, lambda name=name: _figure(name), most_ms=FIGURE_MS * people)
    for name in LIBRARY.ids("muscles"):
        muscle = LIBRARY.find_muscle(name)
        if muscle.region is not None and muscle.points:
            _tell(f"map of {name}", lambda name=name: _map(name), most_ms=MAP_MS, most_kb=MAP_KB)


def _figure(name: str) -> str:
    return ink(draw_figure(LIBRARY.find_figure(name), side="left"), SCALE_MM, palette=PALETTE)


def _map(name: str) -> str:
    pictures._drawn_map.cache_clear()
    muscle = LIBRARY.find_muscle(name)
    points = [point.number for point in muscle.points]
    drawn = pictures.compose_body_map(
        muscle.region or "", name, LIBRARY, side="left", points=points, speech=LIBRARY.speech
    )
    return ink(place_map(drawn.drawing, USUAL), 1, palette=PALETTE)


def _tell(name: str, draw: Callable[[], str], *, most_ms: float, most_kb: float = MAP_KB) -> None:
    """Print the median time of some runs and the size of what was drawn; a star marks what is too much."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        code = draw()
        times.append(1000 * (time.process_time() - begun))
    ms, kb = statistics.median(times), len(zlib.compress(code.encode())) / 1000
    star = " *" if ms > most_ms or kb > most_kb else ""
    print(f"{name:32} {ms:6.1f} ms {kb:6.1f} KB{star}")


if __name__ == "__main__":
    main()
