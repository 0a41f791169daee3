# Lookahead and lookbehind, positive and negative.
import re
print(re.findall(r"\w+(?=!)", "a! b c!"), re.findall(r"\b\w+\b(?!!)", "a! b c!"),
      re.findall(r"(?<=\$)\d+", "$5 7 $12"), re.findall(r"(?<!\$)\b\d+", "$5 7 $12"),
      re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", "1234567"))
# expect: ['a', 'c'] ['b'] ['5', '12'] ['7'] 1,234,567
print(re.match("(?=(a+))a*b", "aab").groups(), re.search("(?<=abc)d", "abcd").span(),
      re.search("(?<!^)a", "aa").span(), re.findall("(?=aa)", "aaa"),
      re.match("(?!b)a", "a").span())  # expect: ('aa',) (3, 4) (1, 2) ['', ''] (0, 1)
try:
    re.compile("(?<=a+)b")
except re.error:
    print("error")  # expect: error
