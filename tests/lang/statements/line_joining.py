# Backslash and brackets join lines; comments and blank lines may stand inside brackets.
total = 1 + \
    2 + \
    3
print(total)  # expect: 6
items = [
    1,          # one

    2,
      3,
]
print(items,
      len(
          items
      ))  # expect: [1, 2, 3] 3
if total == 6 and \
   items:
    print("joined")  # expect: joined
text = "one \
two"
print(text)  # expect: one two
