"""With `from __future__ import annotations` an annotation is kept as it is written, but for white space.

Cause: CPython writes the text anew from the syntax tree; that would take a whole printer of expressions.
Workaround: Evaluate the text (`eval`), do not compare it.
"""
# skip cpython: it gives 'Dict[str, int]' and "Literal['a']"
from __future__ import annotations
def f(a: Dict[str,int], b: Literal["a"]): pass
print(f.__annotations__)  # expect: {'a': 'Dict[str,int]', 'b': 'Literal["a"]'}
