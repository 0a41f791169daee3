# Many references: to one object and to many, made and dropped; none of it takes quadratic time.
import weakref, gc


class A:
    pass


a = A()
refs = [weakref.ref(a, lambda r: None) for _ in range(3000)]
first = weakref.ref(a)
for _ in range(3000):
    assert weakref.ref(a) is first
print(weakref.getweakrefcount(a), weakref.getweakrefs(a)[0] is first)  # expect: 3001 True
refs.clear()
gc.collect()
print(weakref.getweakrefcount(a))  # expect: 1
objects = [A() for _ in range(3000)]
refs = [weakref.ref(o) for o in objects]
del objects[::2]
o = None
gc.collect()
print(sum(r() is None for r in refs), all(r() is o for r, o in zip(refs[1::2], objects)))
# expect: 1500 True
print(weakref.getweakrefcount(5), weakref.getweakrefs(None))  # expect: 0 []
