# Deeply nested statements, many elifs, functions, classes.
def attempt(source):
    try:
        compile(source, "", "exec")
        return "compiled"
    except (SyntaxError, MemoryError, RecursionError):
        return "refused"
def nested(line, n): return "".join(" " * i + line + "\n" for i in range(n)) + " " * n + "pass\n"
print([attempt(nested(line, 15)) for line in ("if x:", "while x:", "for x in y:", "with x:",
    "def f():", "class C:")])
# expect: ['compiled', 'compiled', 'compiled', 'compiled', 'compiled', 'compiled']
for line in ("if x:", "while x:", "for x in y:", "with x:", "def f():", "class C:", "try:",
             "match x:", "async def f():"):
    attempt(nested(line, 3000))
print("survived", attempt("if x: pass\n" + "elif y: pass\n" * 2000) in ("compiled", "refused"),
      attempt("x = " * 5000 + "1"), attempt("@a\n" * 2000 + "def f(): pass") in ("compiled",
          "refused"))  # expect: survived True compiled True
