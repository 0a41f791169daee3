# as binds the whole match of a part.
match {"pair": [1, (2, 3)]}:
    case {"pair": [int() as a, (b, _) as inner] as pair} as whole:
        print(a, b, inner, pair, whole)  # expect: 1 2 (2, 3) [1, (2, 3)] {'pair': [1, (2, 3)]}
match 5:
    case (1 | 5 as n): print(n)  # expect: 5
match [1, 2, 3]:
    case [*_] as all_items: print(all_items)  # expect: [1, 2, 3]
match "x", "y":
    case ("x", ("y" | "z") as second): print(second)  # expect: y
