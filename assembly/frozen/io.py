# io: the part written in Python. It runs in the dict of the native module (modules/io.ts).
# Behaviour: docs.python.org/3/library/io.html; like MicroPython's, a BufferedWriter writes out whole buffers only.


class BufferedWriter(BufferedIOBase):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self.raw = raw
        self._size = buffer_size
        self._waiting = bytearray()

    def write(self, data):
        if self.closed:
            raise ValueError("write to closed file")
        data = memoryview(data).cast("B")
        self._waiting += data
        n = len(self._waiting)
        self._out(n - n % self._size)
        return len(data)

    def _out(self, n):
        data = memoryview(bytes(self._waiting[:n]))
        done = 0
        try:
            while done < n:
                taken = self.raw.write(data[done:])
                if taken is None:
                    raise BlockingIOError(11, "write could not complete without blocking", 0)
                done += taken
        finally:
            del self._waiting[:done]

    def flush(self):
        self._out(len(self._waiting))
        if hasattr(self.raw, "flush"):
            self.raw.flush()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    @property
    def closed(self):
        return getattr(self.raw, "closed", False)

    def writable(self):
        return True
