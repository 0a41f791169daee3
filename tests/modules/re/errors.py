# Wrong patterns raise re.error.
import re
for p in ("(", ")", "[", "a)", "(a", "*a", "+", "?", "a**", "a{2}{3}", "[b-a]", "(?P<a", "(?P<1>a)",
          "(?P<a>a)(?P<a>b)", "(?z)", "\\", r"\1", "(?P=x)", "(?<a", "[a", "(?", "(?:", "a{3,2}",
          r"\8", "(?(1)a|b)", r"\u12", "x(?i)"):
    try:
        re.compile(p)
        print("accepted", p)
    except re.error:
        print(".", end="")
print()  # expect: ...........................
try:
    re.compile("ab(")
except re.error as e:
    print(e.pos, e.pattern, type(e.msg).__name__)  # expect: 2 ab( str
