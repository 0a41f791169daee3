# sys.tracebacklimit: so many of the outermost frames are shown by sys.print_exception.
# micropython
import sys, io
def f(n):
    if n: f(n - 1)
    else: 1 / 0
def shown():
    try: f(5)
    except ZeroDivisionError as e:
        out = io.StringIO()
        sys.print_exception(e, out)
        return out.getvalue().splitlines()
print(len(shown()))              # expect: 9
sys.tracebacklimit = 2
lines = shown()
print(len(lines), lines[0], lines[1].endswith("line 8, in shown"), lines[2].endswith("line 5, in f"))
# expect: 4 Traceback (most recent call last): True True
sys.tracebacklimit = 0
print(shown())                   # expect: ['ZeroDivisionError: division by zero']
sys.tracebacklimit = "odd"
print(len(shown()))              # expect: 9
del sys.tracebacklimit
print(len(shown()))              # expect: 9
