# for uses __iter__, and for classes without it __getitem__ from 0 until IndexError.
class Squares:
    def __getitem__(self, i):
        if i == 4:
            raise IndexError
        return i * i
print([x for x in Squares()])  # expect: [0, 1, 4, 9]
class Broken:
    def __getitem__(self, i):
        raise KeyError("passes through")
try:
    for x in Broken(): pass
except KeyError as e:
    print(e)  # expect: 'passes through'
class Not:
    __iter__ = None
    def __getitem__(self, i): return 1
try:
    for x in Not(): pass
except TypeError:
    print("TypeError")  # expect: TypeError
