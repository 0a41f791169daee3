# weakref.ref: calling, identity, equality, hash, callback, text.
import weakref, gc


class A:
    def __init__(self, v=0):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, A) and self.v == other.v

    def __hash__(self):
        return hash(self.v)


a = A(1)
r = weakref.ref(a)
print(r() is a, type(r) is weakref.ref, weakref.ref is weakref.ReferenceType)
# expect: True True True
print(weakref.ref)  # expect: <class 'weakref.ReferenceType'>
print(weakref.ref(a) is r, weakref.ref(a, None) is r)  # expect: True True
calls = []
c = weakref.ref(a, calls.append)
print(c is r, c == r, hash(c) == hash(a), c() is a)  # expect: False True True True
print(weakref.ref(a, print) is weakref.ref(a, print))  # expect: False
print(r.__callback__, c.__callback__ == calls.append)  # expect: None True
other = A(2)
print(r == weakref.ref(other), r != weakref.ref(other))  # expect: False True
b = A(1)
print(r == weakref.ref(b), r != weakref.ref(b), r == 5)  # expect: True False False
late = weakref.ref(a, print)
text = repr(r)
print(text.startswith("<weakref at 0x"), "; to 'A' at 0x" in text)  # expect: True True
print("(A)" in repr(weakref.ref(A)))  # expect: True
late = weakref.ref(a, lambda r: None)
del a
gc.collect()
print(r(), c(), calls == [c], c.__callback__)  # expect: None None True None
print(repr(r).endswith("; dead>"))  # expect: True
print(hash(c) == hash(1))  # expect: True
print(r == c, r == r, c == c)  # expect: False True True
try:
    hash(late)
except TypeError as e:
    print(e)  # expect: weak object has gone away
print(b.v)  # expect: 1
