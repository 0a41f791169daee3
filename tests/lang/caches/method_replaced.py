# A method call follows every change of class, base, instance and type.
class Base:
    def m(self): return "Base"
class C(Base): pass
c = C()
def call(o): return o.m()
out = [call(c), call(c)]
Base.m = lambda self: "Base 2"
out.append(call(c))
C.m = lambda self: "C"
out.append(call(c))
c.m = lambda: "instance"
out.append(call(c))
del c.m
out.append(call(c))
C.m = staticmethod(lambda: "static")
out.append(call(c))
C.m = classmethod(lambda cls: "class " + cls.__name__)
out.append(call(c))
C.m = property(lambda self: lambda: "property")
out.append(call(c))
del C.m
out.append(call(c))
class Other(Base):
    def m(self): return "Other"
c.__class__ = Other
out.append(call(c))
C.__bases__
out.append(call(C()))
out.append(call(type("T", (), {"m": lambda self: "T"})()))
for o in ("text", [], 5):
    try:
        call(o)
    except AttributeError:
        out.append("AttributeError")
print(out)
# expect: ['Base', 'Base', 'Base 2', 'C', 'instance', 'C', 'static', 'class C', 'property', 'Base 2', 'Other', 'Base 2', 'T', 'AttributeError', 'AttributeError', 'AttributeError']
def up(o): return o.upper()
class Up:
    def upper(self): return "method"
print([up(o) for o in ("a", b"b", Up(), "c", bytearray(b"d"), Up())])
# expect: ['A', b'B', 'method', 'C', bytearray(b'D'), 'method']
