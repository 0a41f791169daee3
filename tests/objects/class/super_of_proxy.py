# super(C, proxy) asks the proxy for its __class__, which may run anything: collections, other supers.
import gc


class Above:
    def name(self): return "Above"


class Below(Above):
    def name(self): return super(Below, self).name() + " Below"


class Base:
    def f(self): return "Base.f"


class Derived(Base): pass


class Proxy:
    @property
    def __class__(self):
        gc.collect()
        self.seen = Below().name(), [[] for i in range(100)]
        return Derived


p = Proxy()
for i in range(3):
    print(super(Derived, p).f(), p.seen[0])
# expect: Base.f Above Below
# expect: Base.f Above Below
# expect: Base.f Above Below
s = super(Derived, p)
del p
gc.collect()
print(s.f(), s.__self_class__ is Derived, type(s.__self__).__name__)   # expect: Base.f True Proxy
for wrong in (Above, 5), (5, 5), (Derived, Base()):
    try:
        super(*wrong)
    except TypeError as e:
        print(e)
# expect: super(type, obj): obj must be an instance or subtype of type
# expect: super() argument 1 must be a type, not int
# expect: super(type, obj): obj must be an instance or subtype of type
