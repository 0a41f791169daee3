# + , * , += , and adjacent results.
s = ""
for i in range(5):
    s += str(i)
print(s, s + "é" + s[:2], "ab" * 3, 2 * "xy", "a" * 0, "a" * -1, "日" * 2)
# expect: 01234 01234é01 ababab xyxy   日日
t = s
s += "!"
print(t, s)  # expect: 01234 01234!
for bad in (lambda: "a" + 1, lambda: "a" * "b", lambda: "a" * 1.5, lambda: "a" + b"b",
            lambda: "a" - "b", lambda: "a" + None):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
