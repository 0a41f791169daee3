# frombytes, fromlist, tobytes, byteswap, growth, iteration.
from array import array
a = array("H")
a.frombytes(b"\x01\0\x02\0")
a.fromlist([3])
a.extend(array("H", [4]))
print(a, a.tobytes(), sum(a), [x * 2 for x in a], max(a))
# expect: array('H', [1, 2, 3, 4]) b'\x01\x00\x02\x00\x03\x00\x04\x00' 10 [2, 4, 6, 8] 4
a.byteswap()
print(a)  # expect: array('H', [256, 512, 768, 1024])
try:
    a.frombytes(b"x")
except ValueError:
    print("ValueError")  # expect: ValueError
try:
    a.extend(array("i", [1]))
except TypeError:
    print("TypeError")  # expect: TypeError
b = array("d")
for i in range(3000): b.append(i / 2)
print(len(b), b[2999], sum(b), b[::1000])
# expect: 3000 1499.5 2249250.0 array('d', [0.0, 500.0, 1000.0])
b[:] = array("d", [1.0])
b += array("d", [2.0])
b *= 2
print(b)  # expect: array('d', [1.0, 2.0, 1.0, 2.0])
