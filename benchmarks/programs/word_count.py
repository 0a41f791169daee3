"""Counting words in text: split, lower, strip, and dicts with string keys."""
import sys

SIZE = 150000
SMALL = 500

SYLLABLES = ("ka", "ri", "to", "ne", "su", "mo", "la", "vi", "po", "de", "sha", "el")
MARKS = ("", "", "", "", ",", ".", "!", ";")


def make_text(words):
    """Pseudo-random sentences; short words are far commoner than long ones."""
    state = 2024
    line = []
    lines = []
    for _ in range(words):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        bits = state >> 8
        parts = [SYLLABLES[bits % 12]]
        bits //= 12
        while bits & 3 == 0 or len(parts) < 2:
            parts.append(SYLLABLES[(bits >> 2) % 12])
            bits //= 29
            if bits == 0:
                break
        word = "".join(parts)
        if state & 0x700 == 0:
            word = word.upper()
        line.append(word + MARKS[state >> 4 & 7])
        if len(line) == 12:
            lines.append(" ".join(line))
            line = []
    lines.append(" ".join(line))
    return "\n".join(lines)


def run(size):
    counts = {}
    by_length = {}
    for line in make_text(size).split("\n"):
        for word in line.split():
            word = word.strip(",.!;").lower()
            counts[word] = counts.get(word, 0) + 1
            if len(word) in by_length:
                by_length[len(word)].add(word)
            else:
                by_length[len(word)] = {word}
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    lengths = [(length, len(by_length[length])) for length in sorted(by_length)]
    weight = 0
    for word, count in counts.items():
        weight += len(word) * count
    return (len(counts), top, lengths[:4], weight)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
