# __class_getitem__ serves Class[...]; instances do not use it.
class Vector:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(Vector[int], Vector[1, 2], Vector["x":])
# expect: ('Vector', <class 'int'>) ('Vector', (1, 2)) ('Vector', slice('x', None, None))
class Sub(Vector): pass
print(Sub[0])  # expect: ('Sub', 0)
try:
    Vector()[0]
except TypeError:
    print("TypeError")  # expect: TypeError
class Plain: pass
try:
    Plain[int]
except TypeError:
    print("TypeError")  # expect: TypeError
