# SyntaxError tells file, line and column.
def where(source):
    try:
        compile(source, "some.py", "exec")
    except SyntaxError as e:
        print(e.filename, e.lineno, type(e).__name__)
        # expect: some.py 2 SyntaxError
        # expect: some.py 1 SyntaxError
        # expect: some.py 3 IndentationError
        # expect: some.py 2 IndentationError
        # expect: some.py 2 SyntaxError
        # expect: some.py 3 SyntaxError
        # expect: some.py 1 SyntaxError
        # expect: some.py 3 SyntaxError
        # expect: some.py 3 SyntaxError
        # expect: some.py 2 IndentationError
where("x = 1\ny = = 2\n")
where("def f(:\n  pass\n")
where("if x:\n  a\n b\n")
where("a\n  b\n")
where("x = 1\nif x\n  y\n")
where("f(\n1,\n2 3)\n")
where("x = 'abc\n")
where("a = 1\nb = 2\nc ? d\n")
where("def f():\n  return 1\n  x = )\n")
where("class C:\npass\n")
