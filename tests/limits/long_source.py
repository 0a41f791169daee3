# Many statements, long lines, many names and constants.
n = 3000
space = {}
exec("\n".join("v%d = %d" % (i, i * 1000003) for i in range(n)), space)
print(space["v2999"])  # expect: 2999008997
exec("total = " + " + ".join("v%d" % i for i in range(50)) + "\n" + "x" * 10000 + " = 5", space)
print(space["total"], space["x" * 10000])  # expect: 1225003675 5
exec("def f():\n" + "".join(" v%d = %d\n" % (i,
    i) for i in range(1000)) + " return v999 + " + "1 + " * 10 + "0", space)
print(space["f"]())  # expect: 1009
exec("def g(a):\n" + "".join(" if a == %d: return %d\n" % (i,
    i * i) for i in range(3000)) + " return None", space)
print(space["g"](2999), space["g"](-1))  # expect: 8994001 None
exec("d = {" + ",".join("%d: '%d'" % (i, i) for i in range(5000)) + "}", space)
print(len(space["d"]), space["d"][4321], len(eval("'" + "é" * 100000 + "'")),
      eval("'\\x41' " * 2000 + "'z'")[-3:])  # expect: 5000 4321 100000 AAz
while_body = "i = 0\nwhile i < 3:\n i += 1\n" + " x = i * 2\n" * 8000
exec(while_body, space)
print(space["x"], space["i"])  # expect: 6 3
