# Generators have names; a generator method keeps self.
class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children
    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))  # expect: [1, 2, 3, 4]
def named(): yield
print(named().__name__, type(named()).__name__, (x for x in ()).__name__)
# expect: named generator <genexpr>
print(named().gi_running, next(named()))  # expect: False None
try:
    len(named())
except TypeError:
    print("TypeError")  # expect: TypeError
