# reversed of sequences, of classes with __reversed__ or __len__ and __getitem__.
print(list(reversed([1, 2])), "".join(reversed("abc")), list(reversed(range(3))),
      list(reversed((1, 2))), list(reversed(b"ab")), list(reversed({"a": 1, "b": 2})))
# expect: [2, 1] cba [2, 1, 0] [2, 1] [98, 97] ['b', 'a']
class R:
    def __reversed__(self): return iter("custom")
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print("".join(reversed(R())), list(reversed(S())), next(reversed([1, 2, 3])))
# expect: custom [20, 10, 0] 3
r = reversed([1, 2, 3])
print(next(r), iter(r) is r, list(r), list(r))  # expect: 3 True [2, 1] []
class N:
    __reversed__ = None
    def __len__(self): return 0
    def __getitem__(self, i): return 0
for bad in (5, {1}, iter([1]), (x for x in ""), N()):
    try:
        reversed(bad)
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
