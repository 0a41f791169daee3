"""All placements of n queens by backtracking, with lists and with bit masks."""
import sys

SIZE = 10
SMALL = 5


def by_lists(n):
    column = [False] * n
    rising = [False] * (2 * n)
    falling = [False] * (2 * n)
    solution = [0] * n
    checksum = 0

    def place(row):
        nonlocal checksum
        if row == n:
            value = 0
            for c in solution:
                value = value * n + c
            checksum = (checksum + value) % 1000000007
            return 1
        found = 0
        for c in range(n):
            if column[c] or rising[row + c] or falling[row - c + n]:
                continue
            column[c] = rising[row + c] = falling[row - c + n] = True
            solution[row] = c
            found += place(row + 1)
            column[c] = rising[row + c] = falling[row - c + n] = False
        return found

    return place(0), checksum


def by_masks(full, columns, rising, falling):
    if columns == full:
        return 1
    found = 0
    free = full & ~(columns | rising | falling)
    while free:
        bit = free & -free
        free ^= bit
        found += by_masks(full, columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
    return found


def run(size):
    found, checksum = by_lists(size)
    more = by_masks((1 << (size + 1)) - 1, 0, 0, 0)
    return (found, checksum, more)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
