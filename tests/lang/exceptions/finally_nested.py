# Nested finally parts run from the inside out, whatever leaves them.
def f(how):
    for i in range(2):
        try:
            try:
                try:
                    if how == "return": return "value"
                    if how == "break": break
                    if how == "continue": continue
                    if how == "raise": raise KeyError
                finally:
                    print(1, end=" ")
            finally:
                print(2, end=" ")
        except KeyError:
            print("caught", end=" ")
        finally:
            print(3, end=" ")
    return how
for how in ("return", "break", "continue", "raise", "nothing"):
    print(f(how))
    # expect: 1 2 3 value
    # expect: 1 2 3 break
    # expect: 1 2 3 1 2 3 continue
    # expect: 1 2 caught 3 1 2 caught 3 raise
    # expect: 1 2 3 1 2 3 nothing
