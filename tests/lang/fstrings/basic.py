# Expressions in f-strings.
name, n = "Ada", 5
print(f"hello {name}, {n + 1} {n * 2!r} {name!r} {name!s}")  # expect: hello Ada, 6 10 'Ada' Ada
print(f"", f"plain", f"{{}} {{{n}}}", f'{"quoted"}', f"{n}{n}")  # expect:  plain {} {5} quoted 55
print(f"{name.upper()} {[i for i in range(3)]} {({1: 2})[1]} { {1: 2} }")
# expect: ADA [0, 1, 2] 2 {1: 2}
print(f"{n if n else 'none'} {(lambda x: x * 2)(4)} {n,} {n, 1}")  # expect: 5 8 (5,) (5, 1)
print(f"""multi
{name}
line""")
# expect: multi
# expect: Ada
# expect: line
print("a" f"{n}" 'b' f'{name}' "{n}")  # expect: a5bAda{n}
print(F"{n}", rf"\{n}\n", fr"{n}\d", f"\x41{n}\n".strip())  # expect: 5 \5\n 5\d A5
print(f"{'é'!a} {name!a}")  # expect: '\xe9' 'Ada'
