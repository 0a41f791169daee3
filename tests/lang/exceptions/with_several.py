# Several managers in one with, with and without parentheses; inner ones leave first.
class M:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("+" + self.n, end=" ")
        return self
    def __exit__(self, *a):
        print("-" + self.n, end=" ")
with M("a") as a, M("b") as b:
    print(a.n + b.n)  # expect: +a +b ab
with (M("c"), M("d") as d):
    print(d.n)  # expect: -b -a +c +d d
with (M("e") as e, M("f"),):
    print(e.n)  # expect: -d -c +e +f e
with (M("g")):
    print("one")  # expect: -f -e +g one
with (M("h"), M("i"))[1] as x:
    print(x.n)  # expect: -g +i i
class Fails:
    def __enter__(self): raise KeyError("enter")
    def __exit__(self, *a): print("never")
try:
    with M("j"), Fails():
        print("never")
except KeyError as e:
    print(e)  # expect: -i +j -j 'enter'
class Pair(M):
    def __enter__(self): return 1, [2, 3]
d = {}
with Pair("k") as (u, [v, d["w"]]):
    print(u, v, d)  # expect: 1 2 {'w': 3}
print()  # expect: -k
