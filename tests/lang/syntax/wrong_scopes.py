# global and nonlocal where they make no sense.
for source in ("def f():\n x = 1\n global x", "def f(x): global x", "nonlocal x",
               "def f(): nonlocal x",
               "def f(x): nonlocal x", "def f():\n global x\n nonlocal x", "class C: nonlocal x",
               "x = 1\ndef f():\n nonlocal x", "def f():\n print(x)\n global x",
               "def f():\n x = 1\n def g():\n  y = x\n  nonlocal x",
               "[x := 1 for x in y]", "[(y := x) for x in y for y in z]",
               "class C:\n [z := 1 for x in y]",
               "[x for x in (y := z)]", "def f(): x: int; global x"):
    try:
        compile(source, "", "exec")
        print("accepted", repr(source))
    except SyntaxError:
        pass
print("all refused")  # expect: all refused
