# Alternatives are tried in order and bind the same names.
def f(x):
    match x:
        case 1 | 2 | 3: return "small"
        case [a, 0] | [0, a]: return "zero and", a
        case {"k": v} | [[v]]: return "v", v
        case (str() | bytes()) as t: return "text", t
        case [("go" | "walk") as verb, ("n" | "s") as where]: return verb, where
    return None
for x in (2, [5, 0], [0, 6], [0, 0], {"k": 7}, [[8]], "t", b"b", ["go", "s"], ["go", "x"]):
    print(f(x))
    # expect: small
    # expect: ('zero and', 5)
    # expect: ('zero and', 6)
    # expect: ('zero and', 0)
    # expect: ('v', 7)
    # expect: ('v', 8)
    # expect: ('text', 't')
    # expect: ('text', b'b')
    # expect: ('go', 's')
    # expect: None
