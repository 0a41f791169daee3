# weakref.finalize: called once, at death or by hand; peek, detach, alive; the rest at the end of the program.
import weakref, gc


class A:
    pass


def callback(*args, **kwargs):
    print("callback", args, kwargs)
    return 42


a = A()
f = weakref.finalize(a, callback, 1, k=2)
print(f.alive, f.atexit, f.peek() == (a, callback, (1,), {"k": 2}))
print(repr(f).startswith("<finalize object at 0x"), "; for 'A' at 0x" in repr(f))
del a
gc.collect()
print(f.alive, f.peek(), f.detach(), f(), f.atexit, repr(f).endswith("; dead>"))
a = A()
f = weakref.finalize(a, callback)
print(f(), f())
f = weakref.finalize(a, callback)
print(f.detach() == (a, callback, (), {}), f.alive)
del a
gc.collect()


def wrong():
    raise RuntimeError("told")


a, b, c = A(), A(), A()
weakref.finalize(a, print, "a at the end")
weakref.finalize(a, wrong)
weakref.finalize(b, print, "b at the end")
weakref.finalize(c, print, "not this").atexit = False
gc.collect()
print("end")

# output:
# True True True
# True True
# callback (1,) {'k': 2}
# False None None None False True
# callback () {}
# 42 None
# True False
# end
# b at the end
# a at the end
