# Objects with __index__ as index, factor and item: asked once.
from array import array


class I:
    def __init__(self, v):
        self.v = v
        self.asked = 0

    def __index__(self):
        self.asked += 1
        return self.v


class Bad:
    def __index__(self): return "x"


class Breaks:
    def __index__(self): raise ValueError("breaks")


def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__


def delete(x, i):
    del x[i]
    return x


def store(x, i):
    x[i] = 7
    return x


makers = (lambda: array("h", [1, 2, 3]), lambda: b"abc", lambda: bytearray(b"abc"), lambda: [1, 2, 3],
          lambda: (1, 2, 3), lambda: "abc", lambda: range(3))
for make in makers:
    print(type(make()).__name__)
    for use in (lambda x, i: x[i], lambda x, i: x * i, lambda x, i: i * x, store, delete):
        if use in (store, delete) and type(make()) not in (array, bytearray, list):
            continue
        for v in (1, -1, 5, 2 ** 70):
            i = I(v)
            print(attempt(lambda: use(make(), i)), i.asked, end="; ")
        print([attempt(lambda: use(make(), o)) for o in (Bad(), Breaks(), 1.5, None, "s")])
x = array("h", [1, 2])
x *= I(2)
print(x, x.__mul__(2), array.__rmul__(x, 0), hasattr(array, "__iadd__"))
print(bytes(I(2)), bytearray(I(3)), len(bytes(I(0))))
i = I(3)
bytes(i), bytearray(i)
print(i.asked)
print([hasattr(t, "__getitem__") for t in (set, int, type, object, map, list, dict)])
print([hasattr(t, "__bool__") for t in (list, str, dict, array, set, int, float, bool)])
print(list[int], dict[str, int])

# output:
# array
# 2 1; 3 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# array('h', [1, 2, 3]) 1; array('h') 1; array('h', [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]) 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# array('h', [1, 2, 3]) 1; array('h') 1; array('h', [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]) 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# array('h', [1, 7, 3]) 1; array('h', [1, 2, 7]) 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# array('h', [1, 3]) 1; array('h', [1, 2]) 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# bytes
# 98 1; 99 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# b'abc' 1; b'' 1; b'abcabcabcabcabc' 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# b'abc' 1; b'' 1; b'abcabcabcabcabc' 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# bytearray
# 98 1; 99 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# bytearray(b'abc') 1; bytearray(b'') 1; bytearray(b'abcabcabcabcabc') 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# bytearray(b'abc') 1; bytearray(b'') 1; bytearray(b'abcabcabcabcabc') 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# bytearray(b'a\x07c') 1; bytearray(b'ab\x07') 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# bytearray(b'ac') 1; bytearray(b'ab') 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# list
# 2 1; 3 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# [1, 2, 3] 1; [] 1; [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3] 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# [1, 2, 3] 1; [] 1; [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3] 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# [1, 7, 3] 1; [1, 2, 7] 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# [1, 3] 1; [1, 2] 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# tuple
# 2 1; 3 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# (1, 2, 3) 1; () 1; (1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3) 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# (1, 2, 3) 1; () 1; (1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3) 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# str
# b 1; c 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# abc 1;  1; abcabcabcabcabc 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# abc 1;  1; abcabcabcabcabc 1; OverflowError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# range
# 1 1; 2 1; IndexError 1; IndexError 1; ['TypeError', 'ValueError', 'TypeError', 'TypeError', 'TypeError']
# TypeError 0; TypeError 0; TypeError 0; TypeError 0; ['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError']
# TypeError 0; TypeError 0; TypeError 0; TypeError 0; ['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError']
# array('h', [1, 2, 1, 2]) array('h', [1, 2, 1, 2, 1, 2, 1, 2]) array('h') True
# b'\x00\x00' bytearray(b'\x00\x00\x00') 0
# 2
# [False, False, False, False, False, True, True]
# [False, False, False, False, False, True, True, True]
# list[int] dict[str, int]
