# Patterns that must not take forever or overflow.
import re
print(re.match("(?:a|b|c|d)*$", "abcd" * 5000) is not None, len(re.sub("[^x]", "", "yx" * 20000)),
      len(re.findall(r"\w+", "word " * 10000)), re.search("needle", "hay" * 50000) is None)
# expect: True 20000 10000 True
print(re.match(".*" * 3 + "$", "x" * 100) is not None, re.match("(?:(?:a)*)*", "a" * 3000).end(),
      len(re.split(",", "a," * 20000)), re.match("a" * 2000, "a" * 2000).end())
# expect: True 3000 20001 2000
print(re.compile("(" * 90 + "a" + ")" * 90).match("a").groups() == ("a",) * 90)  # expect: True
