# A memoryview of an array has its item type; cast changes it.
from array import array
a = array("i", [1, 2, -3])
m = memoryview(a)
print(m.format, m.itemsize, len(m), m[2], m.tolist(), m.nbytes, m[1:].tolist())
# expect: i 4 3 -3 [1, 2, -3] 12 [2, -3]
m[0] = 100
print(a)  # expect: array('i', [100, 2, -3])
b = memoryview(bytearray(range(8)))
h = b.cast("H")
print(len(h), h[1] == 0x0302, h.format, b.cast("B").tolist() == list(range(8)))
# expect: 4 True H True
c = m.cast("B")
print(len(c), c.format, c.cast("i").tolist())  # expect: 12 B [100, 2, -3]
print(memoryview(array("d", [1.5]))[0], memoryview(array("d", [1.5])).tolist())  # expect: 1.5 [1.5]
try:
    memoryview(bytearray(3)).cast("H")
except TypeError:
    print("TypeError")  # expect: TypeError
