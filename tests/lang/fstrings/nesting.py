# f-strings inside f-strings, quotes of all kinds.
a = [1, 2, 3]
print(f"{f'{a[0]}'}", f'''{f"{f'{a[1]}'}"}''')  # expect: 1 2
print(f"{', '.join(f'<{x}>' for x in a)}")  # expect: <1>, <2>, <3>
print(f'{"x" + f"{1 + 1}"}')  # expect: x2
print(f"""{'''a'''} {"b"} {'c'}""")  # expect: a b c
print(f"{f'{5:>{3}}':*^7}")  # expect: **  5**
def f(x): return f"({f(x - 1)})" if x else "."
print(f(4))  # expect: ((((.))))
