"""Old ciphers: Caesar's shift, the one of Vigenere, and how each is broken or not.

Letters are shifted around the alphabet with ord and chr. Caesar falls to counting letters: the
shift whose text looks most like English wins.
"""

MESSAGE = ("Meet me at the old oak tree when the evening star is out, "
           "and bring the snake: it knows the way to the treasure.")

# How often a letter comes in English text. Unit: per mille.
ENGLISH = dict(zip("abcdefghijklmnopqrstuvwxyz",
                   (82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24,
                    67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1)))


def shifted(letter, by):
    """A letter moved around the alphabet; everything else stays."""
    if "a" <= letter <= "z":
        base = ord("a")
    elif "A" <= letter <= "Z":
        base = ord("A")
    else:
        return letter
    return chr((ord(letter) - base + by) % 26 + base)


def caesar(text, by):
    return "".join(shifted(letter, by) for letter in text)


def vigenere(text, key, direction=1):
    """Each letter is shifted by the next letter of the key; direction -1 decodes."""
    result = []
    used = 0
    for letter in text:
        if letter.isalpha():
            by = ord(key[used % len(key)]) - ord("a")
            result.append(shifted(letter, direction * by))
            used += 1
        else:
            result.append(letter)
    return "".join(result)


def likeness(text):
    """How much the letters of `text` look like English; more is better."""
    letters = [letter for letter in text.lower() if letter in ENGLISH]
    return sum(ENGLISH[letter] for letter in letters) / len(letters)


def break_caesar(text):
    return max(range(26), key=lambda by: likeness(caesar(text, -by)))


secret = caesar(MESSAGE, 7)
print("caesar:  ", secret)
found = break_caesar(secret)
print("shift:   ", found)
print("broken:  ", caesar(secret, -found))

secret = vigenere(MESSAGE, "python")
print("vigenere:", secret)
print("decoded: ", vigenere(secret, "python", -1))
print("no shift breaks it, the best is %d: likeness %.1f against %.1f"
      % (break_caesar(secret), likeness(caesar(secret, -break_caesar(secret))), likeness(MESSAGE)))

rot13 = caesar(caesar(MESSAGE, 13), 13)
print("thirteen twice is nothing:", rot13 == MESSAGE)

counts = {}
for letter in MESSAGE.lower():
    if letter in ENGLISH:
        counts[letter] = counts.get(letter, 0) + 1
for letter in sorted(counts, key=lambda letter: (-counts[letter], letter))[:5]:
    print(letter, "#" * counts[letter], counts[letter])
