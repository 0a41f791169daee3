# __int__, __float__, __complex__, __index__, __round__, __trunc__, __floor__, __ceil__, __bytes__.
import math
class N:
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __complex__(self): return 1 + 2j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __bytes__(self): return b"bytes"
n = N()
print(int(n), float(n), complex(n), round(n), round(n, 2), bytes(n))
# expect: 7 2.5 (1+2j) ('round', None) ('round', 2) b'bytes'
print(math.trunc(n), math.floor(n), math.ceil(n), math.sqrt(n) == 2.5 ** 0.5)
# expect: trunc floor ceil True
class I:
    def __index__(self): return 3
i = I()
print([0, 1, 2, 3][i], int(i), float(i), range(i), "ab" * i, bin(i), hex(i), "%d" % i,
      chr(i) == "\x03")  # expect: 3 3 3.0 range(0, 3) ababab 0b11 0x3 3 True
print((5).__lshift__(I().__index__()), bytes(i), divmod(7, int(i)))
# expect: 40 b'\x00\x00\x00' (2, 1)
class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
for f in (int, float, bin):
    try:
        f(Bad())
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
