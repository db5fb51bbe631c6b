"""What will do as the password of a file, and the form in which readers take it."""

import unicodedata

FEWEST = 8
# No reader asks for more than 127 bytes of UTF-8 in a password (ISO 32000-2, 7.6.4.3.3).
MOST_PASSWORD_BYTES = 127


def password_fault(password: str) -> str:
    """Return what is wrong with a password, without it; nothing if it will do."""
    if not password.strip():
        return "the password is empty"
    if len(password.splitlines()) > 1:
        return "the password is more than one line"
    if password != password.strip():
        return "the password begins or ends with a space, which nobody would see"
    if not password.isprintable():
        return "the password has a character that cannot be typed"
    if len(password) < FEWEST:
        return f"the password is too short; it needs {FEWEST} characters or more"
    if len(as_typed(password).encode()) > MOST_PASSWORD_BYTES:
        return f"the password is too long; it may have {MOST_PASSWORD_BYTES} bytes"
    return ""


def as_typed(password: str) -> str:
    """Return a password as readers prepare what is typed (ISO 32000-2: SASLprep, RFC 4013)."""
    return unicodedata.normalize("NFKC", password)
