# match, search, fullmatch; groups, spans.
import re
m = re.match(r"(\w+) (\w+)", "hello world again")
print(m.group(), m.group(0), m.group(1), m.group(1, 2), m.groups(), m[2], m.start(), m.end(),
      m.span(2), m.string, m.lastindex, m.pos)
# expect: hello world hello world hello ('hello', 'world') ('hello', 'world') world 0 11 (6, 11) hello world again 2 0
print(re.match("b", "abc"), re.search("b", "abc").span(), re.fullmatch("a.c", "abc").group(),
      re.fullmatch("a", "ab"), re.search("$", "ab").start(), re.match("", "x").span(),
      bool(re.match("a", "a")))  # expect: None (1, 2) abc None 2 (0, 0) True
m = re.match("(a)|(b)", "b")
print(m.groups(), m.groups("none"), m.group(1), m.span(1), m.start(1), m.lastindex,
      re.search("(a)?(b)?c", "c").groups())
# expect: (None, 'b') ('none', 'b') None (-1, -1) -1 2 (None, None)
p = re.compile("o")
print(p.search("foo boo", 3).span(), p.match("foo", 1).span(), p.search("foo", 1, 1), p.pattern,
      p.fullmatch("xox", 1, 2).group())  # expect: (5, 6) (1, 2) None o o
for bad in (lambda: m.group(5), lambda: m.group("x"), lambda: re.match(5, "a"),
            lambda: re.match("a", 5), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a")):
    try:
        print(bad())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: IndexError IndexError TypeError TypeError TypeError TypeError
