# __new__ makes the instance; __init__ runs only if it is one of the class.
class A:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)  # expect: new A (1,) {'k': 2}
        self = super().__new__(cls)
        self.made = True
        return self
    def __init__(self, *args, **kw): print("init", args, kw)  # expect: init (1,) {'k': 2}
print(A(1, k=2).made)  # expect: True
class Other:
    def __new__(cls): return "not an instance"
    def __init__(self): print("never")
print(Other())  # expect: not an instance
class Single:
    it = None
    def __new__(cls):
        if cls.it is None: cls.it = object.__new__(cls)
        return cls.it
print(Single() is Single())  # expect: True
class Bad:
    def __init__(self): return 5
try:
    Bad()
except TypeError:
    print("TypeError")  # expect: TypeError
for wrong in (lambda: object(1), lambda: object.__new__(int), lambda: object.__new__(5)):
    try:
        wrong()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
