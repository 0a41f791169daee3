# Binary operators, precedence and associativity.
print(1 + 2 * 3 - 4 / 2)  # expect: 5.0
print(2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1)  # expect: 512 -4 4 0.5
print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3)  # expect: 3 -4 -4 1 2 -2
print(1 << 2 + 1, 1 | 2 ^ 3 & 4, ~5, - -5, +-+5)  # expect: 8 3 -6 5 -5
print(10 - 3 - 2, 100 / 10 / 2, 2 * 3 % 4)  # expect: 5 5.0 2
print(not 1 == 2, not not 3)  # expect: True True
print(5 & 3 == 3, 1 < 2 == True)  # expect: False False
print(7.5 // 2, -7.5 % 2, 7 // 2.0, 2 ** 0.5)  # expect: 3.0 0.5 3.0 1.4142135623730951
print("ab" * 2 + "c", 3 * [0], (1,) + (2,) * 2)  # expect: ababc [0, 0, 0] (1, 2, 2)
