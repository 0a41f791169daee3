# if, elif and else; only the first true branch runs.
def size(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "large"
for n in (-5, 0, 3, 10):
    print(size(n))
    # expect: negative
    # expect: zero
    # expect: small
    # expect: large
if []: print("empty")
elif "": print("empty")
else: print("else")  # expect: else
if 1: pass; print("one line")  # expect: one line
