# for over an unparenthesised tuple with stars.
a = [1, 2]
for x in *a, 3, *"bc":
    print(x, end=" ")
print()  # expect: 1 2 3 b c
for x in 1, 2:
    print(x, end=" ")
print()  # expect: 1 2
