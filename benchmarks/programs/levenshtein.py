"""Edit distance and longest common subsequence: dynamic programming over lists and strings."""
import sys

SIZE = 110
SMALL = 4

WORDS = ("kitten", "sitting", "saturday", "sunday", "rosettacode", "raisethysword", "intention",
         "execution", "distance", "instance", "algorithm", "altruistic")


def edit_distance(a, b):
    previous = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        current = [i]
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost))
        previous = current
    return previous[-1]


def common(a, b):
    """A longest common subsequence of two strings."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if x == y:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    i = len(a)
    j = len(b)
    letters = []
    while i and j:
        if a[i - 1] == b[j - 1]:
            letters.append(a[i - 1])
            i -= 1
            j -= 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    letters.reverse()
    return "".join(letters)


def run(size):
    long_a = "".join([WORDS[i * 5 % 12] for i in range(size // 2)])
    long_b = "".join([WORDS[i * 7 % 12] for i in range(size // 2)])
    total = 0
    for a in WORDS:
        for b in WORDS:
            total += edit_distance(a, b)
    shared = common(long_a, long_b)
    return (total, edit_distance(long_a, long_b), len(shared), shared[:20])


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
