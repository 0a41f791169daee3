# Loops, branches and handlers around very long bodies.
filler = "".join(" x = x + %d\n" % (i % 7) for i in range(6000))
space = {}
exec("def f():\n x = 0\n for i in range(2):\n" + filler.replace(" x =", "  x =") + " return x",
     space)
print(space["f"]())  # expect: 35994
exec("def f(c):\n x = 0\n if c:\n" + filler.replace(" x =",
    "  x =") + " else:\n  x = -1\n return x", space)
print(space["f"](True), space["f"](False))  # expect: 17997 -1
exec("def f(c):\n x = 0\n try:\n" + filler.replace(" x =",
    "  x =") + "  1 // c\n except ZeroDivisionError:\n" + filler.replace(" x =",
        "  x =") + " finally:\n  x += 1\n return x", space)
print(space["f"](0), space["f"](1))  # expect: 35995 17998
exec("def f():\n x = 0\n while True:\n" + filler.replace(" x =",
    "  x =") + "  if x > 30000: break\n  if x < 0: continue\n else:\n  x = 'never'\n return x",
     space)
print(space["f"]())  # expect: 35994
exec("def f():\n x = 0\n yield x\n" + filler + " yield x\n" + filler + " yield x", space)
print(list(space["f"]()))  # expect: [0, 17997, 35994]
