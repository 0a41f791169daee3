# maketrans and translate.
t = str.maketrans("abc", "xyz", "-")
print("a-b-c-d".translate(t), t == {97: 120, 98: 121, 99: 122, 45: None})  # expect: xyzd True
print("abc".translate({97: "long", 98: None, ord("c"): 0x65e5}), str.maketrans({"a": "b", 99: 1}))
# expect: long日 {97: 'b', 99: 1}
class Table:
    def __getitem__(self, c):
        if c == ord("x"): raise LookupError
        return chr(c).upper()
print("axb".translate(Table()), "é".translate({233: 101}), "a".translate({}))  # expect: AxB e a
for bad in (lambda: str.maketrans("a", "bc"), lambda: str.maketrans({"ab": 1}),
            lambda: str.maketrans(5), lambda: "a".translate({97: -1})):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
        # expect: ValueError
        # expect: ValueError
        # expect: TypeError
        # expect: ValueError
