"""Who gets at the desk: one browser with the token, from the desk's own pages, at its own address."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from handouts.web.guard import MOST_BYTES, Guard
from handouts.web.server import Uses
from tests.commands import handouts

HOST = "127.0.0.1:8765"
HOME = f"http://{HOST}"
OURS = {"origin": HOME}


@pytest.fixture
def guard() -> Guard:
    return Guard(PlainTextResponse("in"), hosts=[HOST], token="secret")


@pytest.fixture
def stranger(guard: Guard) -> TestClient:
    return TestClient(guard, base_url=HOME)


@pytest.fixture
def client(stranger: TestClient) -> TestClient:
    assert stranger.get("/?token=secret").text == "in"
    return stranger


def test_the_token_lets_one_browser_in_once(guard: Guard, client: TestClient) -> None:
    assert client.get("/").text == "in"
    second = TestClient(guard, base_url=HOME)
    assert second.get("/?token=secret").status_code == 403
    assert second.get("/").status_code == 403


@pytest.mark.parametrize(
    "address", ["/", "/?token=", "/?token=wrong", "/form?token=secret", "/?token=s%C3%A9cret"]
)
def test_without_the_token_nobody_gets_in(stranger: TestClient, address: str) -> None:
    assert stranger.get(address).status_code == 403


def test_the_cookie_is_for_this_browser_alone(stranger: TestClient) -> None:
    cookie = stranger.get("/?token=secret", follow_redirects=False).headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "secret" not in cookie


@pytest.mark.parametrize("host", ["evil.example:8765", "localhost:8765", "127.0.0.1", "127.0.0.1:80", ""])
def test_no_other_name_leads_here(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", f"https://{HOST}"]
)
def test_another_page_can_neither_ask_nor_change(client: TestClient, origin: str) -> None:
    assert client.post("/form", headers={"origin": origin}).status_code == 403
    assert client.get("/", headers={"origin": origin}).status_code == 403


def test_what_changes_something_says_where_it_comes_from(client: TestClient) -> None:
    assert client.post("/form").status_code == 403
    assert client.post("/form", headers=OURS).text == "in"
    assert client.get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.get("/", headers={"sec-fetch-site": "same-site"}).status_code == 403


def test_too_much_is_refused_before_it_is_read(client: TestClient) -> None:
    assert client.post("/form", content=b"x" * (MOST_BYTES + 1), headers=OURS).status_code == 413
    assert client.post("/form", content=iter([b"x"]), headers=OURS).status_code == 411


def test_every_answer_keeps_to_itself(client: TestClient) -> None:
    for answer in (client.get("/"), client.get("/", headers={"host": "evil.example"})):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in answer.headers


def test_a_desk_that_nobody_uses_knows_it() -> None:
    now = [0.0]
    uses = Uses(PlainTextResponse("in"), clock=lambda: now[0])
    now[0] = 100.0
    assert uses.idle_seconds == 100
    TestClient(uses).get("/")
    assert uses.idle_seconds == 0


def test_an_address_that_others_reach_needs_consent() -> None:
    result = handouts("desk", "--host", "0.0.0.0", "--no-open")
    assert result.exit_code == 2 and "others on the network can read" in result.stderr
