# Frozen helpers: what natives hand over when the work runs Python code (assembly/objects/frozen.ts).
# Each stands for the native named beside it; arguments are checked there. Plain, fast code: no imports.


def _list(iterable):            # list(iterable), list.extend
    return [x for x in iterable]
