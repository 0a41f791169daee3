# readinto(buffer, most): MicroPython's second argument limits what is read.
# micropython
# needs: directory
import io
with open("data", "wb") as f:
    f.write(b"0123456789")


class Stream(io.BufferedIOBase):
    def read(self, n=-1):
        return b"abcdefgh"[:n]


for stream in open("data", "rb"), io.BytesIO(b"0123456789"), Stream():
    b = bytearray(6)
    print(stream.readinto(b, 3), bytes(b), stream.readinto(b, 100), stream.readinto(b, 0))
try:
    open("data", "rb").readinto(bytearray(2), "3")
except TypeError:
    print("TypeError")
# output:
# 3 b'012\x00\x00\x00' 6 0
# 3 b'012\x00\x00\x00' 6 0
# 3 b'abc\x00\x00\x00' 6 0
# TypeError
