"""Word frequencies, an index of words by line, and a concordance.

Splitting and cleaning strings, counting in dicts, sets of words, sorting by two keys, and text
drawn with centred columns.
"""

POEM = """\
A snake of little memory
went walking on a chip,
and every byte it met it shook,
and every bit, its lip.

"How small you are," the transistors said,
"how quick, and yet how long!"
The snake replied: "I am a stack,
and every stack is strong."

So if you meet, on some small board,
a snake that hums a song,
be kind, and give it time to think:
it never thinks for long.
"""


def words_of(line):
    """The words of a line in lower case, without what is not a letter."""
    for word in line.lower().split():
        word = "".join([letter for letter in word if letter.isalpha()])
        if word:
            yield word


counts = {}
lines_of = {}
for number, line in enumerate(POEM.split("\n"), 1):
    for word in words_of(line):
        counts[word] = counts.get(word, 0) + 1
        lines_of.setdefault(word, set()).add(number)

total = sum(counts.values())
print("%d words, %d different, %d only once"
      % (total, len(counts), len([word for word in counts if counts[word] == 1])))

print("\nThe commonest:")
for word in sorted(counts, key=lambda word: (-counts[word], word))[:8]:
    share = 100 * counts[word] / total
    print("%-8s %2d %4.1f%% %s" % (word, counts[word], share, "#" * counts[word]))

print("\nWhere the snake is:")
for word in ("snake", "stack", "small", "long"):
    print("  %s: lines %s" % (word, ", ".join(str(n) for n in sorted(lines_of[word]))))

print("\nBy length:")
by_length = {}
for word in counts:
    by_length.setdefault(len(word), []).append(word)
for length in sorted(by_length):
    words = sorted(by_length[length])
    more = " ..." if len(words) > 6 else ""
    print("%3d %s%s" % (length, " ".join(words[:6]), more))

print("\nIn their places:")
for line in POEM.split("\n"):
    at = line.find("snake")
    if at >= 0:
        before, after = line[:at], line[at + len("snake"):]
        print("%s%s[snake]%s" % (" " * (12 - len(before)), before, after))

first, second = [set(words_of(" ".join(POEM.split("\n")[a:b]))) for a, b in ((0, 5), (5, 10))]
print("\nIn the first two verses:", sorted(first & second))
print("Only in the first:", len(first - second), "only in the second:", len(second - first))
