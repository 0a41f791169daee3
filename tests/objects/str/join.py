# join of any iterable of strings.
print(",".join(["a", "b", "c"]), "".join("xyz"), "-".join(()), "-".join(["one"]),
      ", ".join({"k": 1}))  # expect: a,b,c xyz  one k
print(" ".join(str(i) for i in range(3)), "é".join(["日", "本"]), "".join(map(chr, (97, 0x1f600))))
# expect: 0 1 2 日é本 a😀
for bad in (lambda: ",".join([1]), lambda: ",".join(["a", b"b"]), lambda: ",".join(5),
            lambda: ",".join(["a", None])):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
