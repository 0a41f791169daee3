# Slices of bytearray and array whose bounds run Python, which collects meanwhile.
import gc
from array import array


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        gc.collect()
        [bytearray(100) for _ in range(50)]
        return self.n


b = bytearray(range(12))
b[Index(2):Index(5)] = b"hello"
print(b)                        # expect: bytearray(b'\x00\x01hello\x05\x06\x07\x08\t\n\x0b')
b[Index(0):Index(14):Index(2)] = bytes(range(65, 72))
print(b)                        # expect: bytearray(b'A\x01BeClD\x05E\x07F\tG\x0b')
del b[Index(0):Index(14):Index(3)]
print(b)                        # expect: bytearray(b'\x01BCl\x05EF\t\x0b')
a = array("i", range(12))
a[Index(2):Index(5)] = array("i", [100, 200])
a[::Index(-3)] = array("i", range(4))
print(a)                        # expect: array('i', [0, 3, 100, 200, 2, 6, 7, 1, 9, 10, 0])
del a[::-4]
print(a)                        # expect: array('i', [0, 3, 200, 2, 6, 1, 9, 10])
