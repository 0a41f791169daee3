# globals() is the module's dictionary; locals() shows a function's variables.
globals()["made"] = 5
print(made, globals()["__name__"], "print" in globals())  # expect: 5 __main__ False
def f(a, b=2):
    c = 3
    def g(): return c
    inner = locals()
    return sorted(inner), inner["a"], "c" in inner
print(f(1))  # expect: (['a', 'b', 'c', 'g'], 1, True)
class C:
    x = 1
    seen = sorted(n for n in locals() if n[0] != "_")
print(C.seen, locals() is globals())  # expect: ['x'] True
def g(): global made; made = 6; return "made" in locals()
print(g(), made)  # expect: False 6
