# Bounds of a search that are no index; what is put between all characters.
for call in (lambda: "a".find("a", 1.5), lambda: b"a".count(b"a", 0, "x")):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: slice indices must be integers or None or have an __index__ method
# expect: slice indices must be integers or None or have an __index__ method
print("abc".find("c", -1, 99), "abc".rfind("", 5), "a日b日".find("日", 2), "abc".count("", 1))  # expect: 2 -1 3 3
print("a日".replace("", "-"), b"ab".replace(b"", memoryview(b"xy"), 2), bytearray(b"ab").replace(b"", b"-", 1))
# expect: -a-日- b'xyaxyb' bytearray(b'-ab')
print("abcabcab".rfind("ab"), "aaab".rfind("aab"), "ab".rfind("abc"), b"xyxyx".rpartition(b"yx"))
# expect: 6 1 -1 (b'xyx', b'yx', b'')
print("日本語テキスト"[::-2], "日本語"[5:0:-1], "aéb"[::2])  # expect: トキ語日 語本 ab
