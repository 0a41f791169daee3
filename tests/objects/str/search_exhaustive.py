# find, rfind, count, replace, split, partition against plain loops, over many small texts.
def occurrences(s, t): return [i for i in range(len(s) - len(t) + 1) if s[i:i + len(t)] == t]
state = 1
def pick(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
wrong = 0
for round_ in range(3000):
    alphabet = ("ab", "aé", "日本x", "a")[pick(4)]
    s = "".join(alphabet[pick(len(alphabet))] for _ in range(pick(12)))
    t = "".join(alphabet[pick(len(alphabet))] for _ in range(1 + pick(3)))
    o = occurrences(s, t)
    if (s.find(t), s.rfind(t)) != ((o[0], o[-1]) if o else (-1, -1)): wrong += 1
    if (t in s) != bool(o): wrong += 1
    parts, i = [], 0
    while (j := next((k for k in o if k >= i), -1)) >= 0:
        parts.append(s[i:j])
        i = j + len(t)
    parts.append(s[i:])
    if s.split(t) != parts or s.count(t) != len(parts) - 1 or s.replace(t,
        "--") != "--".join(parts): wrong += 1
    if s.partition(t) != ((parts[0], t, s[len(parts[0]) + len(t):]) if o else (s, "",
        "")): wrong += 1
    b, c = s.encode(), t.encode()
    if b.split(c) != [p.encode() for p in parts] or b.count(c) != len(parts) - 1: wrong += 1
    if s.startswith(t) != (0 in o) or s.endswith(t) != (len(s) - len(t) in o): wrong += 1
print(wrong)  # expect: 0
