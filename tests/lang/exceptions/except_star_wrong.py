# except* of exception groups is refused; except and except* do not mix.
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError:
    print("TypeError")  # expect: TypeError
for source in ("try: pass\nexcept* ValueError: pass\nexcept TypeError: pass",
               "try: pass\nexcept*: pass",
               "for x in y:\n try: pass\n except* E: break",
               "for x in y:\n try: pass\n except* E: continue",
               "def f():\n try: pass\n except* E: return"):
    try:
        compile(source, "", "exec")
        print("accepted", source)
    except SyntaxError:
        print("SyntaxError")
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
