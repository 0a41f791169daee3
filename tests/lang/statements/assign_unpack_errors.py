# Too few or too many values raise ValueError; not an iterable raises TypeError.
for source in ([1], [1, 2, 3], [], "abc", 5, None):
    try:
        a, b = source
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
        # expect: ValueError
        # expect: ValueError
        # expect: ValueError
        # expect: ValueError
        # expect: TypeError
        # expect: TypeError
try:
    a, b, *c = [1]
except ValueError as e:
    print("ValueError")  # expect: ValueError
