# NotImplementedError for abstract methods; isinstance with tuples and unions.
class Shape:
    def area(self): raise NotImplementedError("area")
    def report(self): return "area %s" % self.area()
class Square(Shape):
    def area(self): return 4
print(Square().report())  # expect: area 4
try:
    Shape().report()
except NotImplementedError as e:
    print(repr(e), isinstance(e, RuntimeError))  # expect: NotImplementedError('area') True
print(isinstance(5, (str, int)), isinstance(5, ()), issubclass(bool, (str, (int,))))
# expect: True False True
print(isinstance(5, int | str), isinstance(5.0, int | str))  # expect: True False
for bad in (lambda: isinstance(5, 5), lambda: issubclass(5, int), lambda: isinstance(5, (str, 5))):
    try:
        print(bad())
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
