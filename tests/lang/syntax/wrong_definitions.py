# Parameter lists that are not allowed.
for params in ("a, a", "a=1, b", "*a, *b", "**k, a", "**k, *a", "*", "*, **k", "a, /, b, /", "/, a",
               "*a, /",
               "a, *, b, *, c", "**k, **m", "a b", "1", "a.b", "(a, b)", "a=1, /, b", "*a=1",
               "**k=1", "a, a=1",
               "*a, a", "a, **a", "a, *, a", "/", "*, /", "a: int b"):
    for source in ("def f(%s): pass", "lambda %s: 0"):
        try:
            compile(source % params, "", "exec")
            print("accepted", source % params)
        except SyntaxError:
            pass
print("all refused")  # expect: all refused
