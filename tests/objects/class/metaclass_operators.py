# Special methods of a metaclass work on the class itself.
class Meta(type):
    def __len__(cls): return len(cls.items)
    def __iter__(cls): return iter(cls.items)
    def __getitem__(cls, i): return cls.items[i]
    def __contains__(cls, x): return x in cls.items
    def __repr__(cls): return "<class of mine>"
    def __add__(cls, o): return ("add", o)
    def __eq__(cls, o): return o == "equal"
    def __hash__(cls): return 5
    def __bool__(cls): return False
    def __getattr__(cls, name): return "meta " + name
    def __instancecheck__(cls, x): return x == 42
    def __subclasscheck__(cls, x): return x is int
class E(metaclass=Meta):
    items = ["a", "b"]
print(len(E), list(E), E[1], "a" in E, E, E + 1, E == "equal", hash(E), bool(E), E.anything)
# expect: 2 ['a', 'b'] b True <class of mine> ('add', 1) True 5 False meta anything
print(isinstance(42, E), isinstance(1, E), issubclass(int, E), issubclass(str, E))
# expect: True False True False
