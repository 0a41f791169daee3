# All slices of texts with characters of all widths, against a list of characters.
numbers = [None, -9, -6, -4, -2, -1, 0, 1, 3, 5, 6, 9]
wrong = count = 0
for text in ("", "a", "abcdef", "aé日😀zß", "😀" * 5, "é" * 3 + "x" * 3):
    chars = list(text)
    data = text.encode()
    numbers_of_data = list(data)
    for start in numbers:
        for stop in numbers:
            for step in (None, 1, 2, -1, -3):
                s = slice(start, stop, step)
                if list(text[s]) != chars[s] or len(text[s]) != len(chars[s]): wrong += 1
                if list(data[s]) != numbers_of_data[s]: wrong += 1
                if list(bytearray(data)[s]) != numbers_of_data[s]: wrong += 1
                if list(memoryview(data)[s]) != numbers_of_data[s]: wrong += 1
                count += 1
print(count, wrong)  # expect: 4320 0
