"""Exercises and pictures of one's own, as a therapist writes them."""

from io import BytesIO
from pathlib import Path

from commands import write_plan
from PIL import Image, ImageDraw

STEPS = "steps:\n  - Sit tall and look ahead.\n  - Nod your chin down a little.\n"
PLAN = """\
condition: soleus-trigger-points
patient: {name: Sample Patient, id: "4711"}
date: 2026-11-20
side: left
country: gb
"""


def write_exercise(name: str, more: str = "", *, title: str = "Chin nod") -> Path:
    """Write an exercise with an id, a title and steps, and more."""
    path = Path("content", "exercises", f"{name}.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"id: {name}\ntitle: {title}\n{STEPS}{more}", "utf-8")
    return path


def plan_of(*exercises: str, more: str = "") -> Path:
    items = "".join(f"  - {one}\n" for one in exercises)
    return write_plan(f"{PLAN}{more}exercises:\n{items}")


def photo(width: int = 800, height: int = 600, *, kind: str = "JPEG", **saved: object) -> bytes:
    """Return a picture whose upper half is red and whose lower half is blue."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    ImageDraw.Draw(image).rectangle([0, height // 2, width, height], fill=(30, 30, 200))
    data = BytesIO()
    image.save(data, kind, **saved)  # type: ignore[arg-type]
    return data.getvalue()


def write_photo(name: str, content: bytes | None = None) -> Path:
    path = Path("content", "exercises", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content or photo())
    return path
