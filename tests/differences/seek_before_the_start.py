"""BytesIO.seek() to before the start is a ValueError, as in CPython.

Cause: MicroPython's streams all give OSError.
Workaround: Catch both.
MicroPython's tests: basics/io_bytesio_ext2.
"""
import io
try:
    io.BytesIO(b"foobar").seek(-10)
except ValueError as e:
    print(e)  # expect: negative seek value -10
