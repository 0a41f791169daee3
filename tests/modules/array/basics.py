# array: typecodes, items, slices, methods.
from array import array
a = array("i", [1, 2, 3])
a.append(-4)
a.extend([5, 6])
a.insert(1, 9)
print(a, a[0], a[-1], a[1:3], len(a), a.typecode, a.itemsize, 9 in a, list(a), a.index(9),
      a.count(2), a.pop(), a.pop(0), a.tolist())
# expect: array('i', [9, 2, 3, -4, 5]) 1 6 array('i', [9, 2]) 7 i 4 True [1, 9, 2, 3, -4, 5, 6] 1 1 6 1 [9, 2, 3, -4, 5]
a[0] = 100
a[1:2] = array("i", [7, 8])
del a[-1]
a.remove(7)
a.reverse()
print(a, a + array("i", [1]), a * 2, a == array("i", a), a == array("l", list(a)),
      a < array("i", [9999]), a.tobytes()[:4])
# expect: array('i', [-4, 3, 8, 100]) array('i', [-4, 3, 8, 100, 1]) array('i', [-4, 3, 8, 100, -4, 3, 8, 100]) True True True b'\xfc\xff\xff\xff'
for code in "bBhHiIlLqQfd":
    x = array(code, [1, 2])
    print(code, x[1], x.itemsize >= 1, type(x[0]).__name__, end="; ")
print()
# expect: b 2 True int; B 2 True int; h 2 True int; H 2 True int; i 2 True int; I 2 True int; l 2 True int; L 2 True int; q 2 True int; Q 2 True int; f 2.0 True float; d 2.0 True float;
print(array("d"), array("d", [1, 2.5]), array("B", b"ab"), array("b", bytearray(b"\xff")),
      array("h", range(3)), array("f", [0.1])[0] == 0.1, bytes(array("B", [65, 66])),
      memoryview(array("H", [1, 2])).tolist())
# expect: array('d') array('d', [1.0, 2.5]) array('B', [97, 98]) array('b', [-1]) array('h', [0, 1, 2]) False b'AB' [1, 2]
for bad in (lambda: array("b", [128]), lambda: array("B", [-1]), lambda: array("x"),
            lambda: array("i", ["a"]), lambda: array("i", [1.5]), lambda: a[99],
            lambda: array("i").pop(), lambda: a + [1], lambda: array("i", [1]).remove(5),
            lambda: a.append("x"), lambda: array("I", [2 ** 32]), lambda: array(),
            lambda: array("f", ["x"])):
    try:
        print(bad())
    except (OverflowError, ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: OverflowError OverflowError ValueError TypeError TypeError IndexError IndexError TypeError ValueError TypeError OverflowError TypeError TypeError
