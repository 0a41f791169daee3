# Very long flat expressions are fine or refused, never a crash.
def attempt(source, mode="eval"):
    try:
        return eval(compile(source, "", mode), {"a": 1, "f": lambda: 5, "o": object})
    except (SyntaxError, MemoryError, RuntimeError):
        return "refused"
for n in (50, 20000):
    print(attempt("1" + "+1" * n) in (n + 1, "refused"),
          attempt("a" + " and a" * n) in (1, "refused"),
          attempt("1" + "<2>1" * n) in (True, "refused"),
          attempt("o" + ".__class__" * n) in (type, "refused"),
          attempt("2" + "**1" * n) in (2, "refused"),
          attempt("[" + "1," * n + "]") in ([1] * n, "refused"),
          attempt("'x'" * n) in ("x" * n, "refused"),
          attempt("f" + "()" + "+f()" * n) in (5 * n + 5, "refused"),
          attempt("2 if not a else " * n + "3") in (3, "refused"))
    # expect: True True True True True True True True True
    # expect: True True True True True True True True True
