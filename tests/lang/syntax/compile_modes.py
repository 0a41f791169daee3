# compile() with exec, eval and single.
print(eval(compile("1 + 2 ", "", "eval")), eval("\t7\n"))  # expect: 3 7
exec(compile("x = 5\nprint(x)", "", "exec"))  # expect: 5
exec(compile("6 * 7", "", "single"))  # expect: 42
exec(compile("None", "", "single"))
exec(compile("y = 'text'; y", "", "single"))  # expect: 'text'
for source, mode in (("x = 1", "eval"), ("1; 2", "eval"), ("", "eval"), ("a\nb", "single"),
                     ("1", "other")):
    try:
        compile(source, "", mode)
        print("accepted")
    except (SyntaxError, ValueError) as e:
        print(type(e).__name__)
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: SyntaxError
        # expect: ValueError
print(type(compile("1", "f", "eval")).__name__)  # expect: code
