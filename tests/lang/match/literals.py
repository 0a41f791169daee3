# Literal patterns compare by ==, None, True and False by identity.
def f(x):
    match x:
        case 0: return "zero"
        case -1: return "minus one"
        case 2.5 | -2.5: return "two and a half"
        case 1 + 2j: return "complex"
        case -3 - 4j: return "negative complex"
        case "a" "b": return "joined text"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "true"
        case False: return "false"
    return "no match"
for x in (0, -1, 2.5, -2.5, 1+2j, -3-4j, "ab", b"x", None, True, False, 0.0, 1, "x", []):
    print(f(x))
    # expect: zero
    # expect: minus one
    # expect: two and a half
    # expect: two and a half
    # expect: complex
    # expect: negative complex
    # expect: joined text
    # expect: bytes
    # expect: none
    # expect: true
    # expect: zero
    # expect: zero
    # expect: no match
    # expect: no match
    # expect: no match
