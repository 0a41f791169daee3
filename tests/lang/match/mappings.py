# Mapping patterns look for keys and may bind the rest.
def f(x):
    match x:
        case {"type": "point", "x": x, "y": y}: return "point", x, y
        case {"a": 1, **rest}: return "a", rest
        case {1: _, 2.5: v, None: w}: return v, w
        case {"deep": {"er": [first, *_]}}: return "deep", first
        case {}: return "any mapping"
        case _: return "other"
for x in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"a": 1, "b": 2}, {"a": 1}, {"a": 2},
          {1: 0, 2.5: "v", None: "w"}, {"deep": {"er": (5, 6)}}, {}, []):
    print(f(x))
    # expect: ('point', 1, 2)
    # expect: ('a', {'b': 2})
    # expect: ('a', {})
    # expect: any mapping
    # expect: ('v', 'w')
    # expect: ('deep', 5)
    # expect: any mapping
    # expect: other
class D(dict): pass
print(f(D(a=1)))  # expect: ('a', {})
class Key: NAME = "k"
match {"k": 5, "l": 6}:
    case {Key.NAME: v, **others}: print(v, others)  # expect: 5 {'l': 6}
