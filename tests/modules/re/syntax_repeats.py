# Greedy and lazy repeats, counts.
import re
def s(p, t):
    m = re.search(p, t)
    return m and m.group()
print(s("a*", "aaab"), s("a+?", "aaa"), s("a??b", "ab"), repr(s("a*?", "aaa")), s("<.*>", "<a><b>"),
      s("<.*?>", "<a><b>"), s("(ab)+", "ababa"), s("a{2}", "aaa"), s("a{2,}", "aaaa"),
      s("a{,2}", "aaa"), s("a{1,2}?", "aaa"), s("a{2,3}b", "aaaab"))
# expect: aaa a ab '' <a><b> <a> abab aa aaaa aa a aaab
print(s("(a|ab)(c|bcd)(d*)", "abcd"), s("x*y?z+", "xxzz"), s("(?:a|b)+c", "ababc"),
      s("(a*)*", "aaa"), s("(a*)+b", "aab"), s("(a?)*?b", "aab"), s("(?:a{2}){2}", "aaaaa"),
      s("a{0}b", "ab"), s("[ab]{3}", "abab"), s(".{3}$", "abcdef"))
# expect: abcd xxzz ababc aaa aab aab aaaa b aba def
print(re.match("(a|b)*", "abab").groups(), re.match("(?:(a)|b)*", "ab").groups(),
      re.match("(a*)(a*)", "aaa").groups(), re.match("(a*?)(a*)", "aaa").groups(),
      re.match("(a+?)(a*)", "aaa").groups())
# expect: ('b',) ('a',) ('aaa', '') ('', 'aaa') ('a', 'aa')
print(s("(x+x+)+y", "x" * 12 + "y") == "x" * 12 + "y", len(s("a*", "a" * 20000)),
      len(s("(?:ab)*", "ab" * 5000)), s("a++b", "aab"), s("(?>a+)ab", "aaab"))
# expect: True 20000 10000 aab None
