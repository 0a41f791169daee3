# Characters that cannot stand in a program.
for source in ("x = 1\0", "x = \x01", "\x7f", "x = 1\x1a", "a\u200bb", "x = “1”", "a\xa0= 1",
               "x = 5€"):
    try:
        compile(source, "", "exec")
        print("accepted", ascii(source))
    except (SyntaxError, ValueError):
        pass
print("all refused")  # expect: all refused
