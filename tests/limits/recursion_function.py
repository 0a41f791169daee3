# Infinite recursion raises RecursionError, a RuntimeError; the program goes on.
def f(n): return f(n + 1)
for i in range(3):
    try:
        f(0)
    except RuntimeError as e:
        print(type(e).__name__)
        # expect: RecursionError
        # expect: RecursionError
        # expect: RecursionError
def g():
    try:
        g()
    finally:
        pass
try:
    g()
except RecursionError:
    print("caught again")  # expect: caught again
print(sum(range(10)))  # expect: 45
