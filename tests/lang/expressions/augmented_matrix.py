# Augmented assignments on built-in values: the result, and whether it is the same object.
pairs = [([1], (2,)), ([1], 2), ({1}, {2}), ({1, 2}, {2}), (bytearray(b"a"), b"b"), ((1,), (2,)),
         ("a", "b"), (5, 3), (2.5, 2), ({1: 2}, {3: 4}), (frozenset([1]), {2}), (b"a", b"b"),
         ([1], "xy")]
for op in ("+=", "-=", "*=", "|=", "&=", "^=", "%=", "//=", "**="):
    out = []
    for a, b in pairs:
        space = {"a": a.copy() if hasattr(a, "copy") else a, "b": b}
        before = space["a"]
        try:
            exec("a %s b" % op, space)
            out.append(repr(space["a"]) + ("" if isinstance(before,
                (int, float, str, bytes)) else "=" if space["a"] is before else "~"))
        except TypeError:
            out.append("T")
    print(op, " ".join(out))
    # expect: += [1, 2]= T T T bytearray(b'ab')= (1, 2)~ 'ab' 8 4.5 T T b'ab' [1, 'x', 'y']=
    # expect: -= T T {1}= {1}= T T T 2 0.5 T frozenset({1})~ T T
    # expect: *= T [1, 1]= T T T T T 15 5.0 T T T T
    # expect: |= T T {1, 2}= {1, 2}= T T T 7 T {1: 2, 3: 4}= frozenset({1, 2})~ T T
    # expect: &= T T set()= {2}= T T T 1 T T frozenset()~ T T
    # expect: ^= T T {1, 2}= {1}= T T T 6 T T frozenset({1, 2})~ T T
    # expect: %= T T T T T T T 2 0.5 T T T T
    # expect: //= T T T T T T T 1 1.0 T T T T
    # expect: **= T T T T T T T 125 6.25 T T T T
