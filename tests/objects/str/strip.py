# strip, lstrip, rstrip with and without characters.
print(["  a b \t\n".strip(), "  a ".lstrip(), "  a ".rstrip(), "".strip(), "   ".strip()])
# expect: ['a b', 'a ', '  a', '', '']
print(["xxaxbxx".strip("x"), "abcba".strip("ab"), "abc".lstrip("cba"), "abc".rstrip("bc"),
       "abc".strip(""), " a ".strip(None)])  # expect: ['axb', 'c', '', 'a', 'abc', 'a']
print(["\u2003a\u3000\x85".strip(), "éaé".strip("é"), "\x1fa\x1c".strip()])
# expect: ['a', 'a', 'a']
try:
    "a".strip(5)
except TypeError:
    print("TypeError")  # expect: TypeError
