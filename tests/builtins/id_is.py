# id is the same for the same object, different for two living ones.
a, b = [], []
c = a
print(id(a) == id(c), id(a) == id(b), (id(a) == id(b)) == (a is b), isinstance(id(5), int),
      id(None) == id(None), id(len) == id(len))  # expect: True False True True True True
