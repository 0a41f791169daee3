# Named groups, back references, conditional groups.
import re
m = re.match(r"(?P<year>\d+)-(?P<month>\d+)", "2024-05")
print(m.group("year"), m["month"], m.groupdict(), m.span("month"), m.lastgroup,
      m.re.groupindex["year"], m.re.groups, m.start("year"))
# expect: 2024 05 {'year': '2024', 'month': '05'} (5, 7) month 1 2 0
print(re.search(r"(.)\1", "hello").group(), re.search(r"(?P<c>.)(?P=c)", "aabb").group(),
      re.match(r"(a)(b)\2\1", "abba").group(), re.match(r"(a)?(?(1)b|c)", "ab").group(),
      re.match(r"(a)?(?(1)b|c)", "c").group(), re.search(r"(\w+) \1", "the the cat").group(1))
# expect: ll aa abba ab c the
print(re.sub(r"(?P<a>x)(?P<b>y)", r"\g<b>\g<a>\g<0>\2", "axyb"),
      re.match("(?P<n>a)?b", "b").groupdict("default"))  # expect: ayxxyyb {'n': 'default'}
