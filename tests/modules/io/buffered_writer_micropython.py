# MicroPython's BufferedWriter fills its buffer to the end before it writes.
# micropython
import io
below = io.BytesIO()
b = io.BufferedWriter(below, 8)
b.write(b"foobar")
print(below.getvalue())  # expect: b''
b.write(b"foobar")
print(below.getvalue())  # expect: b'foobarfo'
b.flush()
print(below.getvalue())  # expect: b'foobarfoobar'
