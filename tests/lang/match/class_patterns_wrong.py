# Too many positions, doubled attributes, or something that is not a class: TypeError.
class A: pass
class B: __match_args__ = ("x", "x")
class C: __match_args__ = ["x"]
class D: __match_args__ = (1,)
def attempt(source, x):
    try:
        exec("match x:\n case %s: pass" % source,
             {"x": x, "A": A, "B": B, "C": C, "D": D, "f": len})
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
for cls in (A, B, C, D):
    cls.x = 1
attempt("A(1)", A())
attempt("B(1, 1)", B())
attempt("C(1)", C())
attempt("D(1)", D())
attempt("int(1, 2)", 1)
attempt("f()", 1)
