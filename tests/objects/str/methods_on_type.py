# Methods called through the type; wrong self.
print(str.upper("abc"), str.join("-", ["a", "b"]), list(map(str.strip, [" a", "b "])),
      str.__len__("abc"), "abc".__contains__("b"))  # expect: ABC a-b ['a', 'b'] 3 True
print("a".__add__("b"), "ab".__mul__(2), "a".__eq__("a"), "a".__eq__(1), "b".__lt__("c"),
      "abc".__getitem__(1), "%s".__mod__("x"))  # expect: ab abab True NotImplemented True b x
try:
    str.upper(5)
except TypeError:
    print("TypeError")  # expect: TypeError
try:
    "a".no_such_method()
except AttributeError:
    print("AttributeError")  # expect: AttributeError
print(sorted(["b", "A", "c"], key=str.lower), "a".__class__ is str,
      [m for m in ("format", "zfill", "casefold") if m not in dir("")])
# expect: ['A', 'b', 'c'] True []
