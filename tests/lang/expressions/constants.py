# None, True, False, Ellipsis, NotImplemented, __debug__.
print(None, True, False, ..., Ellipsis, NotImplemented)
# expect: None True False Ellipsis Ellipsis NotImplemented
print(... is Ellipsis, type(...).__name__, type(None).__name__)  # expect: True ellipsis NoneType
print(__debug__, __name__)  # expect: True __main__
refused = 0
for source in ("None = 1", "True = 1", "x.None = 1", "def f(None): pass", "__debug__ = 1",
               "... = 1", "f() = 1", "1 = x", "(a + b) = 1", "'s' = 1", "del None",
               "None += 1", "for 1 in x: pass", "import x as None", "lambda True: 1"):
    try:
        compile(source, "", "exec")
        print("accepted", source)
    except SyntaxError:
        refused += 1
print(refused, "refused")  # expect: 15 refused
