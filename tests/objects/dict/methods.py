# get, setdefault, pop, popitem, update, clear, copy, fromkeys.
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("x"), d.get("x", 5), d.setdefault("c", 3), d.setdefault("a", 9),
      d.setdefault("n"), d)  # expect: 1 None 5 3 1 None {'a': 1, 'b': 2, 'c': 3, 'n': None}
print(d.pop("a"), d.pop("zz", "default"), d.popitem(), d.popitem(), d)
# expect: 1 default ('n', None) ('c', 3) {'b': 2}
d.update({"e": 5}, f=6)
d.update([("g", 7)])
d.update(b="new")
d.update()
print(d, d.copy() == d, d.copy() is d)  # expect: {'b': 'new', 'e': 5, 'f': 6, 'g': 7} True False
d.clear()
print(d, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), d.fromkeys("c", [1]))
# expect: {} {'a': None, 'b': None} {1: 0, 2: 0} {'c': [1]}
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared)  # expect: {'a': [1], 'b': [1]}
for action in ("{}.popitem()", "{}.pop(1)", "{}['k']", "{}.update(5)", "{}.get()", "{}.pop([])",
               "{}.get([])", "{}.fromkeys(5)", "{}.setdefault([])"):
    try:
        eval(action)
    except (KeyError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: KeyError KeyError KeyError TypeError TypeError KeyError TypeError TypeError TypeError
