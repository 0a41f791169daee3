# All binary operators call their methods.
class N:
    def __init__(self, s): self.s = s
    def _op(name):
        def method(self, other): return N("(%s %s %s)" % (self.s, name, getattr(other, "s", other)))
        return method
    __add__, __sub__, __mul__, __truediv__ = _op("+"), _op("-"), _op("*"), _op("/")
    __floordiv__, __mod__, __pow__, __matmul__ = _op("//"), _op("%"), _op("**"), _op("@")
    __lshift__, __rshift__ = _op("<<"), _op(">>")
    __and__, __or__, __xor__ = _op("&"), _op("|"), _op("^")
    __divmod__ = _op("divmod")
    def __neg__(self): return N("-" + self.s)
    def __pos__(self): return N("+" + self.s)
    def __invert__(self): return N("~" + self.s)
    def __abs__(self): return N("abs " + self.s)
a, b = N("a"), N("b")
print((a + b * 2 - a / b).s, (a // 1 % b ** 2).s, (a @ b).s)
# expect: ((a + (b * 2)) - (a / b)) ((a // 1) % (b ** 2)) (a @ b)
print((a << 1 >> 2).s, (a & b | a ^ b).s, (-a + +b - ~a).s, abs(a).s, divmod(a, b).s)
# expect: ((a << 1) >> 2) ((a & b) | (a ^ b)) ((-a + +b) - ~a) abs a (a divmod b)
