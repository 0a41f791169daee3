# Functions of atexit run at the end, the last first; sys.atexit is what they are built on.
import atexit
before = atexit._ncallbacks()
def f(*args, **kwargs): print(args, kwargs)
print(atexit.register(f, 1, k=2) is f)  # expect: True
@atexit.register
def g(): print("g")
atexit.register(f, 3)
atexit.register(print, "p")
print(atexit._ncallbacks() - before)  # expect: 4
print(atexit.unregister(f))  # expect: None
try: atexit.register(5)
except TypeError: print("TypeError")  # expect: TypeError
# expect: p
# expect: g
