"""Serve the desk on this computer until Ctrl-C, or until nobody has used it for long."""

import asyncio
import secrets
import socket
import time
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from handouts.web.app import make_app
from handouts.web.desk import Desk
from handouts.web.guard import TOKEN, Guard

LOOK_EVERY_SECONDS = 30
# An answer that is under way when the desk ends, such as a stack, is broken off after so long.
END_SECONDS = 3


class Uses:
    """Notes when an app was last used."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        """Stand before an app; it counts as used now."""
        self._app, self._clock = app, clock
        self._last = clock()

    @property
    def idle_seconds(self) -> float:
        """How long nobody has used it."""
        return self._clock() - self._last

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note the use, and let it through."""
        self._last = self._clock()
        await self._app(scope, receive, send)


def serve(desk: Desk, *, host: str, port: int, idle_hours: float, opened: Callable[[str], None]) -> None:
    """Serve a desk; `opened` is given the address with the token as soon as there is an answer there.

    Port 0 is any that is free. Raises OSError for a port that is taken.
    """
    token = secrets.token_urlsafe(32)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listening:
        place = _place(host, listening.getsockname()[1])
        uses = Uses(Guard(make_app(desk), hosts=[place], token=token))
        # Nothing is logged: a log could hold what somebody typed.
        config = uvicorn.Config(
            uses,
            log_config=None,
            access_log=False,
            log_level="critical",
            ws="none",
            timeout_graceful_shutdown=END_SECONDS,
        )
        server = uvicorn.Server(config)
        address = f"http://{place}/?{TOKEN}={token}"
        with suppress(KeyboardInterrupt):
            asyncio.run(_until_unused(server, listening, uses, idle_hours * 3600, lambda: opened(address)))


def _place(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


async def _until_unused(
    server: uvicorn.Server, listening: socket.socket, uses: Uses, most: float, opened: Callable[[], None]
) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.01)
    opened()
    while not serving.done():
        await asyncio.wait([serving], timeout=LOOK_EVERY_SECONDS)
        server.should_exit |= uses.idle_seconds > most
    await serving
