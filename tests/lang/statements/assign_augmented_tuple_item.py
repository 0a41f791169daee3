# += on a list inside a tuple extends the list and then raises TypeError.
t = ([1],)
try:
    t[0] += [2]
except TypeError:
    print("TypeError")  # expect: TypeError
print(t)  # expect: ([1, 2],)
