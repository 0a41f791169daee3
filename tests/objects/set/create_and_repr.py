# set and frozenset of iterables; repr.
print(set(), frozenset(), {1}, frozenset([2]), set("a"), frozenset({"k": 1}), [{3}], {frozenset()})
# expect: set() frozenset() {1} frozenset({2}) {'a'} frozenset({'k'}) [{3}] {frozenset()}
print(sorted(set("hello")), len({1, 1.0, True}), sorted(set(range(5))), set([None]), type({*()}))
# expect: ['e', 'h', 'l', 'o'] 1 [0, 1, 2, 3, 4] {None} <class 'set'>
print(sorted(frozenset((3, 1, 2))), frozenset("ab") == {"a", "b"}, frozenset(frozenset([1])))
# expect: [1, 2, 3] True frozenset({1})
for bad in (lambda: {[]}, lambda: set([[]]), lambda: set(5), lambda: {{}}, lambda: set(1, 2),
            lambda: {set()}):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError TypeError
