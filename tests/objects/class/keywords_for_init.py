# Keywords that a built-in __new__ does not take go to the __init__ of a class derived from it.
for base, args in (tuple, ([1],)), (frozenset, ([1],)), (float, (1.5,)), (map, (str, [1])), (filter, (None, [1])):
    class A(base):
        def __init__(self, *args, note=None):
            self.note = note

    class B(base):
        pass

    print(base.__name__, A(*args, note=3).note, isinstance(A(*args), base))
    for wrong in (lambda: base.__new__(base, *args, note=3), lambda: base(*args, note=3)):
        try:
            wrong()
        except TypeError as e:
            print(e)
# expect: tuple 3 True
# expect: tuple() takes no keyword arguments
# expect: tuple() takes no keyword arguments
# expect: frozenset 3 True
# expect: frozenset() takes no keyword arguments
# expect: frozenset() takes no keyword arguments
# expect: float 3 True
# expect: float() takes no keyword arguments
# expect: float() takes no keyword arguments
# expect: map 3 True
# expect: map() takes no keyword arguments
# expect: map() takes no keyword arguments
# expect: filter 3 True
# expect: filter() takes no keyword arguments
# expect: filter() takes no keyword arguments
