"""Lines in tracebacks are exact, as in CPython, and `krait -v -v` lists what Krait's own compiler makes.

Cause: MicroPython's line tables can only grow, and its compiler folds other constants.
Workaround: None needed.
MicroPython's tests: cmdline/cmd_showbc, cmdline/cmd_showbc_const.
"""


def f(zero):
    return [
        1 / zero,
        1,
    ]


try:
    f(0)
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_lineno)  # expect: 11
