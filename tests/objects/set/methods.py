# add, discard, remove, pop, clear, copy, update.
s = {1, 2}
s.add(3); s.add(1); s.discard(9); s.discard(2)
s.remove(1)
print(s, s.copy() == s, s.copy() is s, s.pop(), s)  # expect: set() True False 3 set()
s.update([1, 2], "ab", {3: 0})
print(len(s), "a" in s, 3 in s, s.add(5))  # expect: 5 True True None
s.clear()
print(s)  # expect: set()
for action in ("s.remove(1)", "s.pop()", "s.add([])", "s.update(5)", "s.discard([])",
               "frozenset().add(1)"):
    try:
        exec(action)
    except (KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: KeyError KeyError TypeError TypeError TypeError AttributeError
try:
    {1}.remove("gone")
except KeyError as e:
    print(e.args)  # expect: ('gone',)
