# startswith and endswith with tuples and ranges; removeprefix and removesuffix.
s = "filename.txt"
print(s.startswith("file"), s.startswith("name", 4), s.startswith("name", 4, 6),
      s.startswith(("x", "fi")))  # expect: True True False True
print(s.endswith(".txt"), s.endswith(("py", "xt")), s.endswith("name", 0, 8), s.startswith(""),
      s.startswith("", 99), s.endswith(()))  # expect: True True True True False False
print(s.removeprefix("file"), s.removeprefix("x"), s.removesuffix(".txt"), s.removesuffix(""),
      "aaa".removeprefix("a"))  # expect: name.txt filename.txt filename filename.txt aa
for bad in (lambda: s.startswith(5), lambda: s.endswith(["x"]),
            lambda: s.startswith(("f", 5)) and s.startswith((5,))):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
