# __del__ and weak references: the reference is empty after it; an object that __del__ brings back can be referred to anew.
import weakref, gc

kept = []


class A:
    def __del__(self):
        kept.append(self)


def make():
    a = A()
    a.me = a
    return weakref.ref(a)


r = make()
gc.collect()
print(r() is None, len(kept))  # expect: True 1
again = weakref.ref(kept[0])
print(again() is kept[0])  # expect: True
kept[0].me = None
kept.clear()
gc.collect()
print(again() is None)  # expect: True
