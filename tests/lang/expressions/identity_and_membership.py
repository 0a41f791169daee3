# is, is not, in, not in.
a = []
print(a is a, a is [], a is not a, None is None)  # expect: True False False True
print(2 in (1, 2), "b" not in "abc", "bc" in "abcd", "" in "")  # expect: True False True True
print(3 in {3: 0}, 0 in {3: 0}, 1 in range(5), 5 in range(0, 10, 2))
# expect: True False True False
print(True in [1], 1.0 in {1}, [1] in [[1]])  # expect: True True True
nan = float("nan")
print(nan == nan, nan in [nan], nan is nan)  # expect: False True True
try:
    1 in 5
except TypeError:
    print("TypeError")  # expect: TypeError
try:
    1 in "1"
except TypeError:
    print("TypeError")  # expect: TypeError
