# all and any stop early and return bools.
print(all([]), any([]), all([1, "a"]), any([0, "", None]), all([1, 0]), any([0, 5]))
# expect: True False True False False True
def show(x):
    print(x, end=" ")
    return x
print(all(map(show, [1, 0, 2])), any(map(show, [0, 3, 4])))  # expect: 1 0 0 3 False True
print(all({}), any({0: 1}), all("ab"), any(x > 2 for x in range(5)))  # expect: True False True True
for bad in (lambda: all(5), lambda: any(), lambda: all(1, 2)):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
