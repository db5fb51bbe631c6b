"""What every answer of the desk is made with: the texts that were sent, and files."""

from starlette.requests import Request
from starlette.responses import Response

PDF, YAML, CSV, ZIP, CSS, JAVASCRIPT, FONT = (
    "application/pdf",
    "application/yaml",
    "text/csv",
    "application/zip",
    "text/css",
    "text/javascript",
    "font/ttf",
)
MOST_FIELDS = 2_000


async def texts_of(request: Request) -> dict[str, list[str]]:
    """Return the texts that a browser sent, by the names of their fields."""
    async with request.form(max_fields=MOST_FIELDS, max_files=0) as sent:
        return {name: [one for one in sent.getlist(name) if isinstance(one, str)] for name in sent}


def file_answer(content: bytes, kind: str, name: str, *, shown: bool) -> Response:
    """Return a file to be `shown` in the browser or saved."""
    how = "inline" if shown else "attachment"
    safe = name.encode("ascii", "ignore").decode() or "handout"
    return Response(content, media_type=kind, headers={"Content-Disposition": f'{how}; filename="{safe}"'})
