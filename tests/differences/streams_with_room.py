"""BytesIO(n) and StringIO(n), n an int, make room for n bytes, as in MicroPython; so a locked heap can be written to.

Cause: CPython raises TypeError.
Workaround: None needed.
"""
# skip cpython: it raises TypeError
import io
b = io.BytesIO(64)
print(b.getvalue(), b.write(b"abc"), b.getvalue())  # expect: b'' 3 b'abc'
print(repr(io.StringIO(8).read()), repr(io.StringIO(0).getvalue()))  # expect: '' ''
try:
    io.BytesIO(1 << 40)
except MemoryError:
    print("MemoryError")  # expect: MemoryError
