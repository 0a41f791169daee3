# skip cpython: it crashes on some of these
# Issue 2: an array or a bytearray that an operand's special method changes.
import array
class Evil:
    def __init__(self, value=2): self.value = value
    def __index__(self):
        a.clear() if isinstance(a, bytearray) else a.__setitem__(slice(None), array.array(a.typecode))
        return self.value
    def __eq__(self, other):
        self.__index__()
        return True
def attempt(f):
    global a
    for fresh in (lambda: bytearray(b"abcdef" * 99), lambda: array.array("q", range(500))):
        a = fresh()
        try:
            r = f()
            print(len(r) if isinstance(r, (array.array, bytearray)) else r, end=" ")
        except (IndexError, ValueError, TypeError) as e:
            print(type(e).__name__, end=" ")
    print()
def augment():
    global a
    a *= Evil()
    return a
attempt(lambda: a.pop(Evil()))
attempt(lambda: a[Evil()])
attempt(lambda: a.__setitem__(Evil(), 1))
attempt(lambda: a.__delitem__(Evil()))
attempt(lambda: a * Evil() if isinstance(a, bytearray) else 0)
attempt(lambda: Evil() * a if isinstance(a, bytearray) else 0)
attempt(augment)
attempt(lambda: a.insert(Evil(400), 65))
attempt(lambda: a.__delitem__(slice(Evil(3), 400)))
attempt(lambda: a.__delitem__(slice(Evil(3), 400, 2)))
attempt(lambda: a[Evil(3):400:2])
attempt(lambda: a[5:Evil(400)])
attempt(lambda: a.__setitem__(slice(3, Evil(30)), a[:3]))
attempt(lambda: a.__setitem__(slice(3, Evil(30), 2), a[:3]))
attempt(lambda: a.remove(Evil()))
attempt(lambda: a.index(Evil()))
attempt(lambda: a.count(Evil()) > 0)
attempt(lambda: a.append(Evil()))

# output:
# IndexError IndexError
# IndexError IndexError
# IndexError IndexError
# IndexError IndexError
# 0 0
# 0 0
# 0 0
# None None
# None None
# None None
# 0 0
# 0 0
# None None
# ValueError ValueError
# ValueError ValueError
# ValueError 0
# False True
# None None
