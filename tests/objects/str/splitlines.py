# splitlines with all line ends.
print("a\nb\r\nc\rd".splitlines(), "a\n\nb\n".splitlines(), "".splitlines(), "\n".splitlines())
# expect: ['a', 'b', 'c', 'd'] ['a', '', 'b'] [] ['']
print("a\nb\r\nc".splitlines(True), "a\n".splitlines(keepends=True))
# expect: ['a\n', 'b\r\n', 'c'] ['a\n']
print(ascii("a\x0bb\x0cc\x1cd\x1ee\x85f\u2028g\u2029h".splitlines()))
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
