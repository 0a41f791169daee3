# str.format: automatic and explicit numbers, names, attributes, items, conversions.
class P: pass
p = P()
p.x, p.items = 5, ["a", {"k": "deep"}]
print("{} {} {}".format(1, "b", [3]), "{1} {0} {1}".format("a", "b"), "{a}-{b}".format(a=1, b=2),
      "{0}{n}".format(1, n=2))  # expect: 1 b [3] b a b 1-2 12
print("{0.x} {0.items[0]} {0.items[1][k]} {d[key with space]} {l[0]}".format(p,
    d={"key with space": 1}, l=[7]))  # expect: 5 a deep 1 7
print("{!r} {!s} {!a} {0!r:>5}".replace("{0", "{").format("q", "q", "é", "w"),
      "{{}} {{{}}}".format(1), "".format(5))  # expect: 'q' q '\xe9'   'w' {} {1}
print("{:>{w}}|{:.{p}f}|{:{f}{a}{w}}".format("r", 3.14159, "c", w=5, p=2, f="*", a="^"))
# expect:     r|3.14|**c**
print("{:}".format(1), "{0:5}|{0:<5}|{0:}".format("ab"),
      "{a[0]}{a[-1]}".format(a={0: "zero", "-1": "minus"}))  # expect: 1 ab   |ab   |ab zerominus
for fmt, args in (("{}", ()), ("{1}", (1,)), ("{a}", ()), ("{} {0}", (1, 2)), ("{0} {}", (1, 2)),
                  ("{", ()), ("}", ()), ("{!x}", (1,)), ("{0.y}", (p,)),
                  ("{0[5]}", ([],)), ("{0[x]}", ([],)), ("{:q}", (1,)), ("{!}", (1,)),
                  ("{0!r", (1,)), ("{a.}", ()), ("{0[}", (1,))):
    try:
        print(fmt.format(*args))
    except (IndexError, KeyError, ValueError, AttributeError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: IndexError IndexError KeyError ValueError ValueError ValueError ValueError ValueError AttributeError IndexError TypeError ValueError ValueError ValueError KeyError ValueError
