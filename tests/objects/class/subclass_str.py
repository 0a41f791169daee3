# Subclasses of str: overridden methods, own attributes, use as keys.
class Name(str):
    def __new__(cls, text, lang="en"):
        self = super().__new__(cls, text.strip())
        self.lang = lang
        return self
    def __len__(self): return 99
    def __eq__(self, o): return str.__eq__(self, o.lower() if isinstance(o, str) else o)
    def __hash__(self): return str.__hash__(self)
    def __add__(self, o): return Name(str(self) + o)
    def upper(self): return "UP " + super().upper()
n = Name("  ada ", lang="fr")
print(n, n.lang, len(n), n == "ADA", n.upper(), n + "x", type(n + "x").__name__)
# expect: ada fr 99 True UP ADA adax Name
print({"ada": 1}[n], n[0], n.title(), type(n.title()).__name__, n in "xadax", "-".join([n, n]))
# expect: 1 a Ada str True ada-ada
print(f"{n:>5}", "%s" % n, repr(n), [n], sorted([n, "a"]), n.startswith("a"), n * 2)
# expect:   ada ada 'ada' ['ada'] ['a', 'ada'] True adaada
d = {}
setattr(d.__class__ and n, "other", 1)
print(n.other, isinstance(n, str), str(n) == "ada", type(str(n)).__name__)
# expect: 1 True True str
class P: pass
p = P()
setattr(p, n, 5)
print(p.ada, getattr(p, n))  # expect: 5 5
