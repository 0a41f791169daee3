# % formatting of strings, mappings, widths by *.
print("%s|%5s|%-5s|%.2s|%6.3s|%r|%a" % ("abc", "ab", "ab", "abcdef", "abcdef", "q'", "é"))
# expect: abc|   ab|ab   |ab|   abc|"q'"|'\xe9'
print("%(a)s %(b)5.1f %(a)r %%" % {"a": "x", "b": 2.25, "unused": 0}, "%(k)s" % {"k": [1, 2]})
# expect: x   2.2 'x' % [1, 2]
print("%*d|%-*s|%.*f|%*.*f" % (5, 42, 4, "a", 2, 3.14159, 8, 3, 2.71828), "%s" % ((1, 2),),
      "%s %s" % (None, [1]))  # expect:    42|a   |3.14|   2.718 (1, 2) None [1]
print("%s" % {"a": 1}, "%s" % [1], "no fields" % (), "no fields" % {}, "%%" % (), "100%%",
      "%s" % b"x")  # expect: {'a': 1} [1] no fields no fields % 100%% b'x'
class O:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print("%s %r %a %5s" % (O(), O(), O(), O()))  # expect: str repr repr   str
for fmt, args in (("%s", ()), ("%s %s", "a"), ("%d", "5"), ("%s", (1, 2)), ("%z", 1), ("%", 1),
                  ("%(a)s", 5), ("%(b)s", {}),
                  ("%(a", {"a": 1}), ("%*d", ("x", 1)), ("x", 1), ("%c", "ab"), ("%c", -1),
                  ("%d", 1j)):
    try:
        print(fmt % args)
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: TypeError TypeError TypeError TypeError ValueError ValueError TypeError KeyError ValueError TypeError TypeError TypeError OverflowError TypeError
