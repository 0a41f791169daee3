# split, findall, finditer.
import re
print(re.split(",", "a,b,c"), re.split("[,;] *", "a, b;c"), re.split("(,)", "a,b"),
      re.split(",", "a,b,c", 1), re.split("x", "abc"), re.split("", "abc"),
      re.split(r"(\d)|-", "a1b-c"), re.split(r"\s+", " a b "), re.split("x*", "axbc"),
      re.compile("[ab]").split("xaybz", maxsplit=1))
# expect: ['a', 'b', 'c'] ['a', 'b', 'c'] ['a', ',', 'b'] ['a', 'b,c'] ['abc'] ['', 'a', 'b', 'c', ''] ['a', '1', 'b', None, 'c'] ['', 'a', 'b', ''] ['', 'a', '', 'b', 'c', ''] ['x', 'ybz']
print(re.findall("a", "banana"), re.findall("(a)(n)", "banana"), re.findall("(an)+", "banana"),
      re.findall("z", "banana"), re.findall("a*", "baac"), re.findall("(?:a)(b)?", "abaa"),
      re.compile("n").findall("banana", 3), re.findall(b"a.", b"abac"))
# expect: ['a', 'a', 'a'] [('a', 'n'), ('a', 'n')] ['an'] [] ['', 'aa', '', ''] ['b', '', ''] ['n'] [b'ab', b'ac']
print([(m.group(), m.span()) for m in re.finditer(r"\w+", "one two")],
      [m.start() for m in re.finditer("", "ab")], list(re.finditer("q", "abc")),
      [m[0] for m in re.compile("a.").finditer("abacad", 2, 5)])
# expect: [('one', (0, 3)), ('two', (4, 7))] [0, 1, 2] [] ['ac']
