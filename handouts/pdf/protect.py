"""A file that opens only with a password: what will do as one, and how the file is encrypted."""

import secrets
import unicodedata
from io import BytesIO

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


def protect(content: bytes, password: str) -> bytes:
    """Return a PDF encrypted with AES-256, revision 6 (ISO 32000-2, 7.6).

    It may be printed and read aloud, and nothing in it may be changed: the password that would allow that
    is made up here and forgotten. The bytes differ each time, since keys and salts must not be guessed.
    """
    # It takes a while to import, and few files are encrypted.
    import pikepdf

    may = pikepdf.Permissions(
        accessibility=True,
        # Old screen readers read only what may be copied, and who has the password can copy it by hand.
        extract=True,
        modify_annotation=False,
        modify_assembly=False,
        modify_form=False,
        modify_other=False,
        print_lowres=True,
        print_highres=True,
    )
    locked = pikepdf.Encryption(owner=secrets.token_urlsafe(32), user=password, R=6, allow=may)
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(
            target,
            encryption=locked,
            # Everything is packed already that should be.
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            fix_metadata_version=False,
        )
    return target.getvalue()
