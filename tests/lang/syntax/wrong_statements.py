# Statements that are not Python.
for source in ("x = ", "= 1", "x +", "x y", "1 +* 2", "def f", "def f()", "def 1(): pass",
               "class: pass",
               "if: pass", "if x pass", "while: pass", "for x: pass", "for in y: pass", "try: pass",
               "except: pass", "finally: pass", "else: pass", "with: pass", "with x as: pass",
               "import",
               "import x.", "from x import", "from import x", "from x import (a",
               "from x import a,",
               "from x import (*)", "del", "raise x from", "assert", "global", "nonlocal",
               "return = 1",
               "lambda x: yield", "x = *a", "*a", "print 1", "exec 'x'", "a <> b", "x++", "`x`",
               "x := 1",
               "pass 1", "f(x for x in y, 1)", "f(**k, *a)", "f(k=1, 2)", "f(1=2)", "f(a.b=2)",
               "x[", "(",
               ")", "{1: 2, 3}", "{1, 2: 3}", "{**a, b}", "{*a: 1}", "@\ndef f(): pass",
               "@x\ny = 1",
               "a if b", "not", "a not b", "a is", "x.1", "x..y", "1.a", "$x", "x!", "a = b := c",
               "try: pass\nexcept: pass\nexcept E: pass", "try: pass\nelse: pass", "async def",
               "yield = 1",
               "for x in range(3): pass else: y", "if x: if y: z", "a, b += 1", "(a, b): int",
               "[a]: int = 1",
               "a = b = c += 1", "(x)y", "match x:\n pass", "match x:\n case 1", "del f()",
               "del a + b",
               "with a as f(): pass", "for f() in x: pass", "import a as b.c", "f() += 1",
               "[x for x]",
               "[for x in y]", "[x for x in y z]", "(x for x in *a)", "[*x for x in y]",
               "{**x for x in y}"):
    try:
        compile(source + "\n", "", "exec")
        print("accepted", repr(source))
    except SyntaxError:
        pass
print("all refused")  # expect: all refused
