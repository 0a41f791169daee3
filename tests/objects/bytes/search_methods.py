# find, rfind, index, rindex, count, startswith, endswith, removeprefix, removesuffix.
b = b"banana"
print(b.find(b"an"), b.rfind(b"an"), b.find(97), b.find(b"x"), b.find(b""), b.find(b"a", 2, 3),
      b.count(b"a"), b.count(97), b.count(b""))  # expect: 1 3 1 -1 0 -1 3 3 7
print(b.index(b"na"), b.rindex(97), b.startswith(b"ba"), b.startswith((b"x", b"b")),
      b.endswith(b"na"), b.startswith(b"an", 1), b.endswith(bytearray(b"a")))
# expect: 2 5 True True True True True
print(b.removeprefix(b"ba"), b.removesuffix(b"na"), bytearray(b).removeprefix(b"x"),
      bytearray(b).count(b"an"))  # expect: b'nana' b'bana' bytearray(b'banana') 2
for bad in (lambda: b.index(b"x"), lambda: b.find("a"), lambda: b.find(256),
            lambda: b.startswith("b"), lambda: b.rindex(b"q")):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: ValueError TypeError ValueError TypeError ValueError
