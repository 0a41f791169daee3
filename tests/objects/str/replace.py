# replace, with counts and empty patterns.
print("banana".replace("a", "o"), "banana".replace("an", "AN", 1), "banana".replace("x", "y"),
      "banana".replace("a", ""))  # expect: bonono bANana banana bnn
print("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"),
      "aaa".replace("aa", "b"), "abc".replace("b", "日"))  # expect: -a-b-c- -a-bc x ba a日c
print("abc".replace("a", "b", 0), "aaa".replace("a", "b", -1), repr("".replace("a", "b")),
      "x".replace("x", "x" * 5))  # expect: abc bbb '' xxxxx
s = "same"
print(s.replace("q", "z") == s)  # expect: True
