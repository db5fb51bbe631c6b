"""A lock on an open file that ends with the process that holds it, however that ends."""

import sys
from typing import IO, Any

if sys.platform == "win32":
    import msvcrt
    import os

    # Far beyond the end, because what is locked on Windows cannot be read.
    _BYTE = 1 << 40

    def try_lock(file: IO[Any]) -> bool:
        """Lock a file for this process alone; return False where another holds it."""
        number = file.fileno()
        os.lseek(number, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(number, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_lock(file: IO[Any]) -> bool:
        """Lock a file for this process alone; return False where another holds it."""
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
