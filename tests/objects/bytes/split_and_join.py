# split, rsplit, splitlines, partition, join, strip, replace.
print(b"a b  c".split(), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b"".split(),
      b"x".split(b"x"), b" a ".rsplit())
# expect: [b'a', b'b', b'c'] [b'a', b'b,c'] [b'a,b', b'c'] [] [b'', b''] [b'a']
print(b"a\nb\r\nc".splitlines(), b"a\n".splitlines(True), b"a=b=c".partition(b"="),
      b"a=b=c".rpartition(b"="), b"a\x0bb\x85".splitlines())
# expect: [b'a', b'b', b'c'] [b'a\n'] (b'a', b'=', b'b=c') (b'a=b', b'=', b'c') [b'a\x0bb\x85']
print(b",".join([b"a", bytearray(b"b")]), bytearray(b"-").join([b"x", b"y"]), b"".join([]),
      b"a".join([memoryview(b"m"), b"n"]))  # expect: b'a,b' bytearray(b'x-y') b'' b'man'
print(b"  a ".strip(), b"xxaxx".strip(b"x"), b" a ".lstrip(), b" a ".rstrip(),
      b"abc".replace(b"b", b"XX"), b"aaa".replace(b"a", b"", 2), b"ab".replace(b"", b"-"))
# expect: b'a' b'a' b'a ' b' a' b'aXXc' b'a' b'-a-b-'
for bad in (lambda: b"a".split(""), lambda: b"a".split(b""), lambda: b",".join(["a"]),
            lambda: b",".join([1]), lambda: b"a".replace("a", b"")):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: TypeError ValueError TypeError TypeError TypeError
