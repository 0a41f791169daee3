# __annotations__ of modules, classes and functions.
a: int = 1
b: str
class C:
    x: float
    y: int = 2
def f(p: int, *args: str, q: "text" = 3, **kw: float) -> list: pass
print(__annotations__ == {"a": int, "b": str})  # expect: True
print(C.__annotations__ == {"x": float, "y": int})  # expect: True
print(sorted(f.__annotations__))  # expect: ['args', 'kw', 'p', 'q', 'return']
print(f.__annotations__["q"], f.__annotations__["return"] is list)  # expect: text True
