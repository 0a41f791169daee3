# Functions and modules with more constants, names and variables than 16 bits can count.
N = 70000


def run(source):
    space = {}
    exec(source, space)
    return space


def lines(form, count=N):
    return "".join(form.replace("#", str(i)) for i in range(count))


odd = [i * 1000003 for i in range(N)]
s = run("t = [" + lines("#.25,") + "]\nu = t[-1] + 0.5\nv = u + 69999.75")
print(len(s["t"]), sum(s["t"]), s["u"], s["v"])  # expect: 70000 2449982500.0 69999.75 139999.5
print(eval("(" + ",".join(map(str, odd)) + ")") == tuple(odd))  # expect: True
print(len(eval("{" + ",".join(map(str, odd)) + "}")))  # expect: 70000
d = eval("{" + lines("'k#': '#',") + "}")
print(len(d), d["k69999"], d["k7"])  # expect: 70000 69999 7

s = run(lines("v# = #\n", 40000) + "t = v39999 + v7\ndel v39999\nv8 += 1\n")
print(s["t"], "v39999" in s, s["v39998"], s["v8"])  # expect: 40006 False 39998 9
s = run("class A: pass\na = A()\n" + lines("a.x# = #\n", 20000)
        + "t = a.x19999 + a.x3\ndel a.x4\na.x5 += 1\nu = hasattr(a, 'x4'), a.x5")
print(s["t"], s["u"], len(s["a"].__dict__))  # expect: 20002 (False, 6) 19999
s = run("def f():\n a = []\n" + lines(" a.append('#')\n", 20000)
        + " for i in range(3): a.append(len(a))\n return a\nt = f()")
print(len(s["t"]), s["t"][19999:])  # expect: 20003 ['19999', 20000, 20001, 20002]
s = run(lines("def f#(x): return x + #\n", 20000) + "t = f19999(1), f0(1)")
print(s["t"])  # expect: (20000, 1)

# What comes behind all that: every instruction with a name or a constant.
run("""
a = [""" + lines("#.5,") + """]
def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
class C:
    x = a[1]
    y = 3
    del y
    @property
    def p(self): return 5
    def __getattr__(self, name): return name
    def __setattr__(self, name, value): print("set", name, value)
class D(C):
    def m(self): return super().p
c = D()
c.q = 3
print(c.x, c.p, c.m(), c.zz, hasattr(C, "y"))
import heapq
from heapq import heappush as push
import os.path as p
print(heapq.heappush is push, p is os.path if "os" in globals() else p.sep)
def f():
    global g
    g = 1
    print(g)
    del g
    show(lambda: g)
f()
try:
    print(missing)
except (ValueError, KeyError):
    print("no")
except NameError as e:
    print(e)
print(c is None, 1.0 + a[0], a[0] * 69999.5 - 2)
""")
# expect: set q 3
# expect: 1.5 5 5 zz False
# expect: True /
# expect: 1
# expect: NameError name 'g' is not defined
# expect: name 'missing' is not defined
# expect: False 1.5 34997.75
run("""
def f():
    a = [""" + lines("#.5,") + """]
    try:
        late
    except UnboundLocalError as e:
        print(e)
    def inner(): return free
    try:
        inner()
    except NameError as e:
        print(e)
    try:
        del late
    except UnboundLocalError as e:
        print(e)
    late = free = 69999.5
    class C:
        own = free
    print(C.own, inner(), late)
    del free
    try:
        inner()
    except NameError as e:
        print(e)
    try:
        import no_such_module
    except ImportError as e:
        print(e)
    for i in range(2):
        try:
            raise KeyError(i)
        except (ValueError, LookupError) as e:
            print(repr(e), late)
f()
""")
# expect: cannot access local variable 'late' where it is not associated with a value
# expect: cannot access free variable 'free' where it is not associated with a value in enclosing scope
# expect: cannot access local variable 'late' where it is not associated with a value
# expect: 69999.5 69999.5 69999.5
# expect: cannot access free variable 'free' where it is not associated with a value in enclosing scope
# expect: No module named 'no_such_module'
# expect: KeyError(0) 69999.5
# expect: KeyError(1) 69999.5

# Generators that are suspended in the midst of it.
s = run("def f(c):\n a = [" + lines("#.5,") + "]\n" + lines(" c.x#\n", 3000)
        + " x = yield c.first\n y = yield from c.second\n yield x, y, a[-1]\n")


class Slow:
    def __getattr__(self, name):
        return (i for i in range(2)) if name == "second" else name


g = s["f"](Slow())
print(next(g), g.send("sent"), next(g), next(g))  # expect: first 0 1 ('sent', None, 69999.5)
