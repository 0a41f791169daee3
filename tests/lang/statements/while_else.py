# while ... else: the else part runs if the loop ended without break.
def search(items, wanted):
    i = 0
    while i < len(items):
        if items[i] == wanted:
            print("found at", i)  # expect: found at 1
            break
        i += 1
    else:
        print("not found")
        # expect: not found
        # expect: not found
search("abc", "b")
search("abc", "z")
search("", "a")
n = 0
while n < 10:
    n += 1
    if n % 2: continue
    if n > 6: break
    print(n, end=" ")
print()  # expect: 2 4 6
while False:
    print("never")
else:
    print("else")  # expect: else
