# io.BufferedWriter hands whole buffers on to the stream below it, and the rest when it is flushed.
import io


class Slow(io.RawIOBase):
    def __init__(self):
        self.got = []

    def writable(self):
        return True

    def write(self, data):
        self.got.append(bytes(data[:3]))
        return min(len(data), 3)


raw = Slow()
b = io.BufferedWriter(raw, 4)
print(b.write(b"ab"), raw.got)                     # expect: 2 []
b.flush()
print(raw.got)                                     # expect: [b'ab']
print(b.write(bytearray(b"c")), b.writable(), b.raw is raw)  # expect: 1 True True
b.flush()
b.close()
print(raw.got, b.closed, raw.closed)               # expect: [b'ab', b'c'] True True
try:
    b.write(b"x")
except ValueError:
    print("closed")                                # expect: closed
try:
    io.BufferedWriter(io.BytesIO(), 0)
except ValueError as e:
    print(e)                                       # expect: buffer size must be strictly positive
try:
    io.BufferedWriter(io.BytesIO()).write("text")
except TypeError:
    print("TypeError")                             # expect: TypeError
bytes_below = io.BytesIO()
with io.BufferedWriter(bytes_below, 8) as b:
    b.write(b"hello ")
    b.write(b"wonderful world")
    b.flush()
    print(bytes_below.getvalue())                  # expect: b'hello wonderful world'
print(isinstance(b, io.BufferedIOBase), b.closed)  # expect: True True


class Blocks(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        return None


b = io.BufferedWriter(Blocks(), 2)
try:
    b.write(b"abcdef")
    b.flush()
except BlockingIOError as e:
    print("blocked")                               # expect: blocked
