# with calls __enter__ and __exit__, and passes the exception to __exit__.
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, repr(value), trace is not None)
        return self.swallow
with Manager("a") as x:
    print(x)
with Manager("b", True):
    raise ValueError("v")
    print("never")
try:
    with Manager("c"):
        1 / 0
except ZeroDivisionError:
    print("out")
with Manager("d") as (p):
    print(p)

# output:
# enter a
# A
# exit a None None False
# enter b
# exit b ValueError ValueError('v') True
# enter c
# exit c ZeroDivisionError ZeroDivisionError('division by zero') True
# out
# enter d
# D
# exit d None None False
