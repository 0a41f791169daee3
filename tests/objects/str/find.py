# find, rfind, index, rindex, count with ranges.
s = "banana bandana"
print(s.find("an"), s.find("an", 2), s.find("an", 2, 4), s.find("x"), s.find(""), s.find("", 14),
      s.find("", 15))  # expect: 1 3 -1 -1 0 14 -1
print(s.rfind("an"), s.rfind("an", 0, 5), s.rfind("x"), s.rfind(""), s.find("na", -3),
      s.find("a", None, None))  # expect: 11 3 -1 14 12 1
print(s.index("na"), s.rindex("na"), s.count("an"), s.count("ana"), s.count(""),
      s.count("a", 3, -3), "".count(""))  # expect: 2 12 4 2 15 3 1
print("aaaa".count("aa"), "aé日aé日".find("日"), "aé日aé日".rfind("é"), "aé日aé日".find("a", 1))
# expect: 2 2 4 3
for f in (s.index, s.rindex):
    try:
        f("x")
    except ValueError:
        print("ValueError")
        # expect: ValueError
        # expect: ValueError
try:
    s.find(5)
except TypeError:
    print("TypeError")  # expect: TypeError
