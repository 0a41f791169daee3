# Runs the programs of one batch for tests/fuzz/compare.mjs, by CPython: programs come as a JSON list of texts on standard
# input, what each printed leaves as a JSON list. An exception that a program lets through counts by its type.
import contextlib
import gc
import io
import json
import os
import sys

# What programs leave is not finalized while the next one prints.
gc.disable()
left = []


def outcome(text):
    printed = io.StringIO()
    left.append({"__name__": "__main__"})
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(text, "program.py", "exec"), left[-1])
        except BaseException as error:
            print("ends with", type(error).__name__)
    return printed.getvalue()


json.dump([outcome(text) for text in json.load(sys.stdin)], sys.stdout)
sys.stdout.flush()
os._exit(0)                                       # finalizers of what is left would print too
