"""Nothing assigned to an extended slice of an array or bytearray deletes its items."""
from array import array

a = array("h", range(6))
a[::2] = array("h")
print(a)  # expect: array('h', [1, 3, 5])
b = bytearray(range(6))
b[-1:0:-2] = b""
print(b)  # expect: bytearray(b'\x00\x02\x04')
b[1::2] = []
print(b)  # expect: bytearray(b'\x00\x04')
try:
    b[::2] = b"1234"
except ValueError as e:
    print(e)  # expect: attempt to assign bytes of size 4 to extended slice of size 1
print(array("f", [1e100, -1e300]))  # expect: array('f', [inf, -inf])
