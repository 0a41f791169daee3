# split and rsplit by white space and by separators.
print("a b  c".split(), " a\tb\n".split(), "".split(), "   ".split(), "a b c d".split(None, 2),
      "  a  b c ".split(None, 1))
# expect: ['a', 'b', 'c'] ['a', 'b'] [] [] ['a', 'b', 'c d'] ['a', 'b c ']
print("a,b,,c".split(","), ",".split(","), "".split(","), "a,b,c".split(",", 1),
      "a,b".split(",", 0), "axxbxx".split("xx"))
# expect: ['a', 'b', '', 'c'] ['', ''] [''] ['a', 'b,c'] ['a,b'] ['a', 'b', '']
print("a b c d".rsplit(None, 2), "  a b  ".rsplit(None, 1), "a,b,c".rsplit(",", 1),
      "a,b".rsplit(",", -1), "axxxb".rsplit("xx"))
# expect: ['a b', 'c', 'd'] ['  a', 'b'] ['a,b', 'c'] ['a', 'b'] ['ax', 'b']
print("a.b".split(sep=".", maxsplit=5), "日é日".split("é"), "a\u2003b\x85c".split(),
      "aXbxc".split("x"))  # expect: ['a', 'b'] ['日', '日'] ['a', 'b', 'c'] ['aXb', 'c']
for bad in (lambda: "a".split(""), lambda: "a".split(5), lambda: "a".rsplit("")):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
        # expect: ValueError
        # expect: TypeError
        # expect: ValueError
