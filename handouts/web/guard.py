"""Who may speak with the desk: the browser that has its cookie, on its own address, within limits of size."""

import hmac
import secrets
from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# With the port after it, for cookies do not tell ports apart.
COOKIE = "handouts-desk"
TOKEN = "token"
# More than any form, or any plan that is opened.
MOST_BYTES = 2_000_000
WITHOUT_BODY = ("GET", "HEAD")

# Only what comes from the desk itself is loaded; nothing that stands in a page is run.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Lets in who has the cookie; it is given once, for the token of the opening address.

    Every request must name one of the `hosts` of the desk, so that no other name leads here (DNS rebinding),
    and what changes anything must come from its own pages (CSRF).
    """

    def __init__(self, app: ASGIApp, *, hosts: Sequence[str], token: str) -> None:
        """Stand before an app; the token is good for one use."""
        self._app = app
        self._hosts = hosts
        self._token: str | None = token
        self._session = secrets.token_urlsafe(32)
        self._cookie = f"{COOKIE}-{hosts[0].rpartition(':')[2]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or say why not; every answer has the headers that keep it to itself."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            answer = self._refusal(scope) or self._entry(scope) or self._app
            await answer(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Return why a request is not answered, None for one that is."""
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        asks = scope["method"] in WITHOUT_BODY
        if host not in self._hosts or len(headers.getlist("host")) > 1:
            return PlainTextResponse("This is not the address of the desk.", 421)
        if origin != f"http://{host}" and not (asks and origin is None):
            return PlainTextResponse("This comes from another page.", 403)
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return PlainTextResponse("This comes from another page.", 403)
        size = headers.get("content-length", "0" if asks else "")
        if not size.isdecimal() or "transfer-encoding" in headers:
            return PlainTextResponse("The size is not told.", 411)
        return PlainTextResponse("This is too large.", 413) if int(size[:12]) > MOST_BYTES else None

    def _entry(self, scope: Scope) -> PlainTextResponse | RedirectResponse | None:
        """Return the way in for the token, a refusal for who has no cookie, None for who has it."""
        if _same(_value(Headers(scope=scope), self._cookie), self._session):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get(TOKEN, [""])[0]
        if scope["method"] == "GET" and scope["path"] == "/" and _same(given, self._token):
            self._token = None
            answer = RedirectResponse("/", 303)
            answer.set_cookie(self._cookie, self._session, httponly=True, samesite="strict")
            return answer
        message = "Open the desk with the address that `handouts desk` says. It is good for one browser."
        return PlainTextResponse(message, 403)


def _value(headers: Headers, cookie: str) -> str:
    """Return the value of a cookie; nothing where there is none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(cookie)
    except CookieError:
        return ""
    return found.value if found else ""


def _same(given: str, secret: str | None) -> bool:
    return secret is not None and hmac.compare_digest(given.encode(), secret.encode())


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return send_with_headers
