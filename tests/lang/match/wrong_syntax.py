# Patterns that the compiler refuses.
for pattern in ("x | 1", "[a, a]", "{'k': a, 'l': a}", "[*a, *b]", "{**r, 'k': 1}", "1 | x | 2",
                "[a] | [b]", "C(x=1, 2)", "C(x=1, x=2)", "f'x'", "1 + 1", "-x", "{x: 1}",
                "{1: a, 1: b}",
                "x as _", "x as y.z", "a.b()()", "*a", "{**_}", "x if", "not 1", "{**r.x}", "+1"):
    try:
        compile("match v:\n case %s: pass\n" % pattern, "", "exec")
        print("accepted", pattern)
    except SyntaxError:
        pass
print("all refused")  # expect: all refused
