# Source nested far too deeply: an exception, or it compiles; not a crash.
for open_, close in (("(", ")"), ("[", "]"), ("{1:", "}"), ("f(", ")"), ("a[", "]"), ("-", ""),
                     ("not ", ""), ("lambda: ", ""), ("~", ""), ("*", ""), ("[x for x in ", "]"),
                     ("await ", ""), ("(yield ", ")")):
    for source in (open_ * 100000 + "1" + close * 100000, open_ * 100000):
        try:
            compile(source, "", "eval")
            print(".", end="")
        except (SyntaxError, MemoryError, RecursionError):
            print(".", end="")
print()  # expect: ..........................
print(eval("(" * 50 + "1" + ")" * 50), eval("-" * 51 + "1"), len(eval("[" * 40 + "]" * 40)))
# expect: 1 -1 1
