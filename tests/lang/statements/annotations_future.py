"""The docstring may go first."""
from __future__ import annotations
from __future__ import division as div
def f(a: no_such_name, b: list[int, str] = 1, *args: str | None, c: 'quoted') -> a.b.c: pass
print(f.__annotations__)
# expect: {'a': 'no_such_name', 'b': 'list[int, str]', 'args': 'str | None', 'c': "'quoted'", 'return': 'a.b.c'}
class C:
    x: Later
    y: Dict[str,
            int] = 5
print(C.__annotations__, C.y)  # expect: {'x': 'Later', 'y': 'Dict[str, int]'} 5
m: not_there = 1
print(__annotations__, m)  # expect: {'m': 'not_there'} 1
import __future__
print(annotations is __future__.annotations, div.getMandatoryRelease())  # expect: True (3, 0, 0, 'alpha', 0)
for source in ("x = 1\nfrom __future__ import annotations", "from __future__ import nope", "from __future__ import *",
               "import os\nfrom __future__ import division", "def f():\n from __future__ import division"):
    try: exec(source)
    except SyntaxError as e: print(e.msg, e.lineno)
# expect: from __future__ imports must occur at the beginning of the file 2
# expect: future feature nope is not defined 1
# expect: future feature * is not defined 1
# expect: from __future__ imports must occur at the beginning of the file 2
# expect: from __future__ imports must occur at the beginning of the file 2
from functools import singledispatch
@singledispatch
def show(x): return "other"
@show.register
def _(x: int): return "int"
@show.register
def _(x: str): return "str"
print(show(1), show("s"), show(1.5))  # expect: int str other
