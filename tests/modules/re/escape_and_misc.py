# escape, compiled patterns as arguments, expand, equality.
import re
print(re.escape("a.b*c d-é"), re.escape(b"a.b"), re.match(re.escape("[x](y)"), "[x](y)").group(),
      re.compile(re.compile("a")).pattern, re.match(re.compile("b"), "b").group(), re.purge())
# expect: a\.b\*c\ d\-é b'a\\.b' [x](y) a b None
print(re.match("(?P<x>a)(b)", "ab").expand(r"\2-\g<x>-\1"), re.compile("a") == re.compile("a"),
      repr(re.compile("a")), type(re.match("a", "a")).__name__, type(re.compile("a")).__name__,
      re.compile("(a)(?P<n>b)").groups)  # expect: b-a-a True re.compile('a') Match Pattern 2
print(repr(re.match("a+", "aab")), re.match("a", "a").re.pattern, bool(re.search("a|b|", "")),
      re.match(b"(.)", b"\xff").group(1), re.match(".", "😀").span(), re.search("日", "a日").span())
# expect: <re.Match object; span=(0, 2), match='aa'> a True b'\xff' (0, 1) (1, 2)
