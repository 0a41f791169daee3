# math: fsum, compiled when it is first called, in the dict of the native module (assembly/modules/math.ts).
# Behaviour: docs.python.org/3/library/math.html


def fsum(seq, /):                       # the exact sum, rounded once: Shewchuk's partial sums, smallest first
    parts = []
    special = infinities = 0.0
    for given in seq:
        x = given = ldexp(given, 0)
        kept = 0
        for y in parts:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                parts[kept] = low
                kept += 1
            x = high
        if x - x == 0:
            parts[kept:] = [x] if x else []
            continue
        if given - given == 0:
            raise OverflowError("intermediate overflow in fsum")
        if given == given:
            infinities += given
        special += given
        parts = []
    if infinities != infinities:
        raise ValueError("-inf + inf in fsum")
    if special != 0:
        return special
    high = low = 0.0
    while parts and not low:
        x = high
        y = parts.pop()
        high = x + y
        low = y - (high - x)
    # Exactly half way: the next partial sum decides.
    if parts and (low < 0 and parts[-1] < 0 or low > 0 and parts[-1] > 0):
        y = low * 2
        x = high + y
        if y == x - high:
            high = x
    return high
