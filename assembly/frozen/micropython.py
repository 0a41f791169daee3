# micropython: the part written in Python. It runs in the dict of the native module (modules/micropython.ts).
# Behaviour: docs.micropython.org/en/latest/library/micropython.html.


class RingIO:
    """A queue of bytes of a fixed size that is a stream. RingIO(n) holds n bytes, RingIO(buffer) len(buffer) - 1."""

    def __init__(self, size):
        if isinstance(size, int):
            if size < 1:
                raise ValueError("size must be at least 1")
            size = bytearray(size + 1)
        self._buffer = size = memoryview(size).cast("B")
        if len(size) < 2:
            raise ValueError("buffer too small")
        self._from = self._to = 0

    def any(self):
        return (self._to - self._from) % len(self._buffer)

    def _take(self, n):
        buffer, begin = self._buffer, self._from
        end = begin + n
        self._from = end % len(buffer)
        if end <= len(buffer):
            return bytes(buffer[begin:end])
        return bytes(buffer[begin:]) + bytes(buffer[:end - len(buffer)])

    def read(self, nbytes=-1):
        n = self.any()
        return self._take(n if nbytes is None or nbytes < 0 or nbytes > n else nbytes)

    def readline(self, nbytes=-1):
        n = self.any()
        if nbytes is not None and 0 <= nbytes < n:
            n = nbytes
        buffer, size = self._buffer, len(self._buffer)
        for i in range(n):
            if buffer[(self._from + i) % size] == 10:
                n = i + 1
                break
        return self._take(n)

    def readinto(self, buf, nbytes=-1):
        n = self.any()
        to = memoryview(buf).cast("B")
        if nbytes is None or nbytes < 0 or nbytes > len(to):
            nbytes = len(to)
        if n > nbytes:
            n = nbytes
        to[:n] = self._take(n)
        return n

    def write(self, buf):
        data = memoryview(buf).cast("B") if not isinstance(buf, str) else buf.encode()
        buffer, size = self._buffer, len(self._buffer)
        n = size - 1 - self.any()
        if n > len(data):
            n = len(data)
        to = self._to
        first = size - to if n > size - to else n
        buffer[to:to + first] = data[:first]
        buffer[:n - first] = data[first:n]
        self._to = (to + n) % size
        return n

    def close(self):
        pass
