"""Characters cannot be written by their Unicode name (backslash, N, the name in braces): SyntaxError says so.

Cause: The table of the names alone would be larger than all the rest.
Workaround: Write the character itself, or its number with chr().
"""
# skip cpython: it knows the names
try:
    exec(r'x = "\N{EURO SIGN}"')
except SyntaxError as e:
    print(e.msg)
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-12: unknown Unicode character name (names are not available here)
print(rb"\N{EURO SIGN}", "\u20ac")  # expect: b'\\N{EURO SIGN}' €
