# replace, with counts and empty patterns.
print("banana".replace("a", "o"), "banana".replace("an", "AN", 1), "banana".replace("x", "y"),
      "banana".replace("a", ""))  # expect: bonono bANana banana bnn
print("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"),
      "aaa".replace("aa", "b"), "abc".replace("b", "日"))  # expect: -a-b-c- -a-bc x ba a日c
print("abc".replace("a", "b", 0), "aaa".replace("a", "b", -1), repr("".replace("a", "b")),
      "x".replace("x", "x" * 5))  # expect: abc bbb '' xxxxx
s = "same"
print(s.replace("q", "z") == s)  # expect: True

# Texts of all densities of one character, counted and replaced by more and by less.
wrong = 0
for size in range(70):
    for every in (1, 2, 3, 9, 40):
        s = "".join(["," if i % every == 0 else "é" if i % 7 == 5 else "x" for i in range(size)])
        for fresh in ("", ";", "日本"):
            for most in (-1, 0, 1, 5):
                expected = fresh.join(s.split(",", most)) if most else s
                if s.replace(",", fresh, most) != expected: wrong += 1
                if s.encode().replace(b",", fresh.encode(), most) != expected.encode(): wrong += 1
        if s.count(",") != len(s.split(",")) - 1: wrong += 1
        if s.encode().count(0xa9) != s.count("é"): wrong += 1
print(wrong)  # expect: 0
