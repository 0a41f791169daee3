# Equal things have equal hashes; containers that can change have none.
print(hash("a") == hash("a"), hash(1) == hash(1.0), hash((1, "x")) == hash((1, "x")),
      hash(frozenset("ab")) == hash(frozenset("ba")), isinstance(hash(None), int))
# expect: True True True True True
print(hash(b"ab") == hash(b"ab"), hash(len) == hash(len), hash(range(2)) == hash(range(2)),
      hash(10 ** 40) == hash(10 ** 40))  # expect: True True True True
class C:
    def __hash__(self): return -5
print(hash(C()), hash(C) == hash(C))  # expect: -5 True
for bad in ([], {}, set(), bytearray(), ([],)):
    try:
        hash(bad)
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
