# Generated patterns over a small alphabet: what is found, as checksums.
import re
state = 9
def pick(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
def pattern(depth):
    kind = pick(9 if depth else 3)
    if kind < 2: return "abc"[pick(3)]
    if kind == 2: return ("[ab]", "[^a]", ".", "\\w", "(?:)")[pick(5)]
    if kind < 6: return pattern(depth - 1) + pattern(depth - 1)
    if kind == 6: return "(?:" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")"
    if kind == 7: return "(" + pattern(depth - 1) + ")"
    return "(?:" + pattern(depth - 1) + ")" + ("*", "+", "?", "*?", "+?", "??", "{2}",
        "{1,2}")[pick(8)]
def checksum(texts):
    h = 2166136261
    for c in "\n".join(texts): h = ((h ^ ord(c)) * 16777619) & 0xffffffff
    return h
for block in range(8):
    out = []
    for i in range(60):
        p = pattern(4)
        s = "".join("abcd"[pick(4)] for _ in range(9))
        m = re.search(p, s)
        out.append(str(m and (m.span(), m.groups())) + str(bool(re.fullmatch(p,
            s))) + str(re.findall(p, s)) + re.sub(p, "<>", s) + str(re.split(p, s)))
    print(block, checksum(out), sum("None" not in t for t in out))
    # expect: 0 1203576331 33
    # expect: 1 2922480593 42
    # expect: 2 4187224048 43
    # expect: 3 1101775461 37
    # expect: 4 2315155683 45
    # expect: 5 4199815255 41
    # expect: 6 2220220936 36
    # expect: 7 1348584583 42
