# Unpacking stops reading one item after the last name.
def count():
    i = 0
    while True:
        print("give", i)
        # expect: give 0
        # expect: give 1
        # expect: give 2
        yield i
        i += 1
try:
    a, b = count()
except ValueError:
    print("ValueError")  # expect: ValueError
