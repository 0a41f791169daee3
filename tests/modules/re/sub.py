# sub and subn with templates, functions, counts.
import re
print(re.sub("a", "b", "banana"), re.sub("a", "", "banana", 2), re.sub("x", "y", "abc"),
      re.sub("", "-", "abc"), re.sub("a*", "x", "baac"), re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"),
      re.sub("b", r"\\", "abc"), re.sub("b", r"\n", "abc") == "a\nc", re.subn("a", "o", "banana"),
      re.sub("a", "b", "aaa", count=1))
# expect: bbnbnb bnna abc -a-b-c- xbxxcx 1a 2b a\c True ('bonono', 3) baa
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "1 22 x3"), re.sub("(a)|b", r"[\1]", "ab"),
      re.sub("(?P<w>o)", r"<\g<w>>", "foo"), re.sub("o", r"\g<0>\g<0>", "foo"),
      re.compile("[aeiou]").sub("*", "education"), re.compile("a").subn("b", "aa", 1),
      re.sub("(.)", r"\g<1>0", "ab"))
# expect: 2 44 x6 [a][] f<o><o> foooo *d*c*t**n ('ba', 1) a0b0
print(re.sub(b"a", b"b", b"banana"), re.sub("é", "e", "café"), re.sub("$", "!", "end"),
      re.sub("^", "> ", "a\nb", flags=re.M), re.sub("(?i)A", "x", "aA"))
# expect: b'bbnbnb' cafe end! > a
# expect: > b xx
for bad in (lambda: re.sub("a", r"\1", "a"), lambda: re.sub("a", r"\g<x>", "a"),
            lambda: re.sub("a", 5, "a"), lambda: re.sub("a", r"\q", "a"),
            lambda: re.sub("a", lambda m: 5, "a")):
    try:
        print(bad())
    except (re.error, TypeError, IndexError):
        print("refused", end=" ")
print()  # expect: refused refused refused refused refused
