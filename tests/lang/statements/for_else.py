# for ... else, break and continue in nested loops.
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
        continue
    print("(" + str(n) + ")", end=" ")
print()  # expect: 2 3 (4) 5 (6) 7 (8) (9) (10) 11
for x in []:
    pass
else:
    print("empty loop runs else")  # expect: empty loop runs else
