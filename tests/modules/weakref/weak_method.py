# WeakMethod: lives as long as the object and the function.
import weakref, gc


class A:
    def f(self):
        return "f"

    def g(self):
        pass


a, other = A(), A()
print(weakref.ref(a.f)() is None or True)  # expect: True
gone = []
m = weakref.WeakMethod(a.f, gone.append)
print(m()() == "f", m() == a.f, m == weakref.WeakMethod(a.f), m == weakref.WeakMethod(a.g))
# expect: True True True False
print(m == weakref.WeakMethod(other.f), m != m, m == 5, hash(m) == hash(weakref.WeakMethod(a.f)))
# expect: False False False True
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print(e)  # expect: argument should be a bound method, not <class 'builtin_function_or_method'>
del a
gc.collect()
print(m(), gone == [m], m == m)  # expect: None True True
n = weakref.WeakMethod(other.f)
del A.f
gc.collect()
print(n())  # expect: None
