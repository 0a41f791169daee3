# Wrong calls raise TypeError before the body runs.
def f(a, b=2, *, c=3): print("body")
def g(a, /, b): print("body")
def attempt(call):
    try:
        call()
    except TypeError:
        return "TypeError"
print(attempt(lambda: f()))  # expect: TypeError
print(attempt(lambda: f(1, 2, 3)))  # expect: TypeError
print(attempt(lambda: f(1, a=1)))  # expect: TypeError
print(attempt(lambda: f(1, z=1)))  # expect: TypeError
print(attempt(lambda: f(b=1)))  # expect: TypeError
print(attempt(lambda: g(a=1, b=2)))  # expect: TypeError
print(attempt(lambda: g(1)))  # expect: TypeError
print(attempt(lambda: f(1, **{"c": 1}, **{"c": 2})))  # expect: TypeError
print(attempt(lambda: f(1, **{1: 2})))  # expect: TypeError
print(attempt(lambda: f(*5)))  # expect: TypeError
print(attempt(lambda: f(1, **5)))  # expect: TypeError
print(attempt(lambda: 5()))  # expect: TypeError
