# Unusual programs that are valid.
for source in ("", "\n\n", "# only a comment", "x = 1;", "pass;pass", ";".join(["x=1"] * 50),
               "if 1:\n\n\n x",
               "\n\n  # c\nx", "x = (\n#c\n1)", "x = [1,\n2\n,]", "def f(a,): pass",
               "def f(*, a,): pass",
               "def f(**k,): pass", "f(a,)", "f(*a,)", "f(**k,)", "f(x for x in y)",
               "class C(): pass",
               "class C(*a, **k): pass", "print(*a, sep='')", "lambda: (yield)", "lambda *, a=1: a",
               "a[b, c:d, ...]",
               "a[:, ::]", "not not x", "- - - x", "~~x", "x if y else z if a else b", "a = b, = c",
               "(a) = 1", "((a)) = 1", "[a, [b]] = x", "(a), = x", "a.b[c].d = 1",
               "for (x) in y: pass",
               "for [x, y] in z: pass", "for x.y in z: pass", "with (a): pass", "with (a, b): pass",
               "with (a as b): pass",
               "del (a), [b]", "return_ = 1", "print = 5", "a @ b", "a @= b", "x: int",
               "(x): int = 1", "x.y: int",
               "raise x from y", "try: x\nexcept (a): y", "try: x\nexcept a.b as c: y", "é = 1",
               "\ufb01 = 2",
               "if x:\n\tif y:\n\t\tz\n\telse:\n\t\tw", "assert x, (y, z)", "global x, y",
               "x = yield_ = 3", "1_0.0_0e1_0",
               "a<b>c==d>=e<=f!=g in h not in i is j is not k", "x\f = 1", "\fx = 1"):
    compile(source, "", "exec")
print("all accepted")  # expect: all accepted
