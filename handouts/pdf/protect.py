"""A finished file becomes one that opens only with a password."""

import secrets
from io import BytesIO

# No reader asks for more than 127 bytes of UTF-8 (ISO 32000-2, 7.6.4.3.3).
MOST_BYTES = 127


def protect(content: bytes, password: str) -> bytes:
    """Return a PDF encrypted with AES-256, revision 6 (ISO 32000-2, 7.6).

    It may be printed and read aloud, and nothing in it may be changed: the password that would allow that
    is made up here and forgotten. The bytes differ each time, since keys and salts must not be guessed.
    """
    # Only a file with a password needs the library.
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
