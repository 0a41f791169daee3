"""`:=` cannot give the name that its comprehension iterates over, as in CPython: SyntaxError.

Cause: MicroPython's compiler does not look.
Workaround: Use another name.
MicroPython's tests: basics/assign_expr_syntaxerror.
"""
try:
    eval("[[(j := i) for i in range(2)] for j in range(2)]")
except SyntaxError:
    print("SyntaxError")  # expect: SyntaxError
print([[(k := i) for i in range(2)] for j in range(2)], k)  # expect: [[0, 1], [0, 1]] 1
