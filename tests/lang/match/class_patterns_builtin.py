# int(x), str(x) and other built-in types take one position: the value itself.
def f(v):
    match v:
        case bool(b): return "bool", b
        case int(i): return "int", i
        case float(x): return "float", x
        case str(s): return "str", s
        case bytes(b): return "bytes", b
        case list([first, *_]): return "list", first
        case tuple((a, b)): return "pair", a, b
        case dict({"k": k}): return "dict", k
        case set(s): return "set", s
        case frozenset() | bytearray() | list() | tuple() | dict(): return type(v).__name__
        case object(): return "object"
for v in (True, 5, 2.5, "s", b"b", [1, 2], (1, 2), {"k": 0}, {3}, frozenset(), [], (1,), {}, None):
    print(f(v))
    # expect: ('bool', True)
    # expect: ('int', 5)
    # expect: ('float', 2.5)
    # expect: ('str', 's')
    # expect: ('bytes', b'b')
    # expect: ('list', 1)
    # expect: ('pair', 1, 2)
    # expect: ('dict', 0)
    # expect: ('set', {3})
    # expect: frozenset
    # expect: list
    # expect: tuple
    # expect: dict
    # expect: object
