# Subclasses of dict: __missing__, overridden access.
class Default(dict):
    def __missing__(self, key):
        print("missing", key)  # expect: missing b
        return key * 2
d = Default(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, len(d))  # expect: 1 bb None False 1
class Lower(dict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __contains__(self, k): return super().__contains__(k.lower())
l = Lower(Keep=1)
l["ABC"] = 2
l.extra = "attribute"
print(l, l["aBc"], "ABC" in l, l.extra, list(l), sorted(l.items()), l == {"Keep": 1, "abc": 2})
# expect: {'Keep': 1, 'abc': 2} 2 True attribute ['Keep', 'abc'] [('Keep', 1), ('abc', 2)] True
print({**l}, dict(l), type(l.copy()).__name__, type(l | {}).__name__, isinstance(l, dict))
# expect: {'Keep': 1, 'abc': 2} {'Keep': 1, 'abc': 2} dict dict True
l.update(NEW=3)
print(list(l), l.pop("Keep"), bool(Lower()))  # expect: ['Keep', 'abc', 'NEW'] 1 False
def f(**kw): return kw
print(f(**d))  # expect: {'a': 1}
