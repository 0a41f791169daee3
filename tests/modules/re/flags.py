# IGNORECASE, MULTILINE, DOTALL, VERBOSE, ASCII, inline flags.
import re
print(re.findall("a", "aA", re.I), re.findall("[a-c]+", "abCD", re.IGNORECASE),
      re.findall("É", "é", re.I), re.findall("^a$", "a\na\nb", re.M), re.findall("^a", "a\na"),
      re.findall("a.b", "a\nb", re.S), re.findall("a.b", "a\nb", re.DOTALL | re.I))
# expect: ['a', 'A'] ['abC'] ['é'] ['a', 'a'] ['a'] ['a\nb'] ['a\nb']
print(re.findall(r"""a  # letter
  \d+ # digits
  [ ] # space""", "a12 a3", re.X), re.findall("(?i)ab", "AB"), re.findall("(?im)^b", "a\nB"),
      re.findall("(?i:a)b", "Ab AB"), re.findall(r"\w", "é", re.A), re.findall("(?s).", "\n"),
      re.findall("a$", "a\n"), re.findall("(?-i:a)", "aA", re.I))
# expect: ['a12 '] ['AB'] ['B'] ['Ab'] [] ['\n'] ['a'] ['a']
print(re.compile("a", re.I | re.M).flags & re.I == re.I, re.I == re.IGNORECASE,
      re.compile("a").flags == re.compile("b").flags, re.search("$", "a\n").start(),
      re.search(r"\Z", "a\n").start())  # expect: True True True 1 2
