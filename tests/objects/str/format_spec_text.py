# Format specifications of strings.
print([format("ab", s) for s in ("", "5", "<5", ">5", "^5", "*^7", "s", "5s", ".1", "5.1s", "05",
    "é>4", "<<4", "^^5", "=^4" )])
# expect: ['ab', 'ab   ', 'ab   ', '   ab', ' ab  ', '**ab***', 'ab', 'ab   ', 'a', 'a    ', 'ab000', 'ééab', 'ab<<', '^ab^^', '=ab=']
for bad in ("d", "=5", "+5", ",", "5.", "#5", ".-1", " 5", "x", "5ss", ">-5"):
    try:
        print(format("ab", bad))
    except ValueError:
        print("ValueError", end=" ")
print()
# expect: ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError
print(format(True), format(True, "5"), format(None), format([1]), format(b"x"))
# expect: True     1 None [1] b'x'
