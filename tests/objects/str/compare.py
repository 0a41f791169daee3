# Order by code points; equality; max and min.
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "Z" < "a", "é" > "z", "日" < "😀")
# expect: True False True True True True True True
print("a" == "a", "a" != "b", "abc" >= "abc", sorted(["b", "A", "é", "a", "", "ab", "日"]))
# expect: True True True ['', 'A', 'a', 'ab', 'b', 'é', '日']
print(max("hello"), min("hello"), max(["a", "ab"]), "\uffff" < "\U00010000")  # expect: o e ab True
a = "x" * 100
b = "".join(["x"] * 100)
print(a == b, hash(a) == hash(b), {a: 1}[b])  # expect: True True 1
