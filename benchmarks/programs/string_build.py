"""Building strings: concatenation, join, formatting, replacing and reversing."""
import sys

SIZE = 480
SMALL = 3


def build(size, first):
    text = ""
    for i in range(size):
        text += chr(97 + (first + i) % 26)
    parts = []
    for i in range(size):
        parts.append("%d:%s" % (i, text[i]))
    joined = ",".join(parts)
    formatted = 0
    for i in range(size // 2):
        formatted += len("{:>6}|{:<4}|{:04x}".format(i, text[i], i))
        formatted += len(f"<{i}-{text[i:i + 3]}>")
    replaced = joined.replace("a", "<A>").replace(":", "")
    pieces = replaced.split(",")
    backwards = ",".join(["".join(reversed(piece)) for piece in pieces])
    letters = 0
    for character in backwards:
        if "a" <= character <= "e":
            letters += 1
    data = b""
    for i in range(size // 10):
        data += bytes((i & 0xFF, 7))
    found = 0
    position = joined.find("z")
    while position >= 0:
        found += position
        position = joined.find("z", position + 1)
    sizes = len(joined) + len(backwards) + len(data)
    return sizes * 3 + formatted * 5 + letters * 7 + found * 11 + joined.count("b,")


def run(size):
    checksum = 0
    for first in range(size):
        checksum = (checksum * 31 + build(300, first)) % 1000000007
    return checksum


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
