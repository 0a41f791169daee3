# Assignment expressions.
if (n := len("abc")) > 2:
    print(n)  # expect: 3
data = iter([1, 2, 3])
while (x := next(data, None)) is not None:
    print(x, end=" ")
print()  # expect: 1 2 3
print([y := 1, y ** 2, (z := y + 1)], y, z)  # expect: [1, 1, 2] 1 2
print((a := 5) + (b := a * 2), a, b)  # expect: 15 5 10
def f(p=(q := 3)): return p, q
print(f())  # expect: (3, 3)
print(f(r := 7), r)  # expect: (7, 3) 7
items = [0, 1, 2]
print(items[(i := 1)], items[j := 2], i, j)  # expect: 1 2 1 2
print({(k := "key"): (v := 1)}, k, v)  # expect: {'key': 1} key 1
print(f"{(w := 5)} {w}")  # expect: 5 5
print((t := 1, 2), t)  # expect: (1, 2) 1
