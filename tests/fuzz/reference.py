# Runs programs for tests/fuzz/reference.mjs, by CPython. Each line of standard input is a JSON list of texts; a JSON list
# of what each printed is the line that answers it. An exception that a program lets through counts by its type. null: the
# program did not end in time.
import contextlib
import gc
import io
import json
import os
import signal
import sys
import warnings

# Time for a program. Unit: s. A part of a failing program, which the minimiser tries, may go round for ever.
PATIENCE = 10

# What programs leave is not finalized while the next one prints.
gc.disable()
warnings.simplefilter("ignore")
sys.unraisablehook = lambda _: None
left = []
answers = sys.stdout


class TooLong(BaseException):
    pass


def ring(*_):
    raise TooLong


def outcome(text):
    printed = io.StringIO()
    left.append({"__name__": "__main__"})
    signal.alarm(PATIENCE)
    try:
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile(text, "program.py", "exec"), left[-1])
            except TooLong:
                return None
            except BaseException as error:
                print("ends with", type(error).__name__)
        return printed.getvalue()
    except TooLong:
        return None
    finally:
        signal.alarm(0)


signal.signal(signal.SIGALRM, ring)
for line in sys.stdin:
    print(json.dumps([outcome(text) for text in json.loads(line)]), file=answers, flush=True)
os._exit(0)                                       # finalizers of what is left would print too
