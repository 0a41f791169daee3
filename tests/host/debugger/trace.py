"""Prints where CPython's tracing stops in a program: `NAME LINE` for each line event, `NAME LINE <` for the line of
the caller to which a call of the program returned or yielded. Usage: python3 trace.py PROGRAM"""
import dis
import io
import sys

path = sys.argv[1]
stops = []
# Opcodes with which a frame is left other than by an exception.
LEAVING = {dis.opmap[name] for name in ("RETURN_VALUE", "YIELD_VALUE", "RETURN_GENERATOR")}


def trace(frame, event, arg):
    if frame.f_code.co_filename != path:
        return None
    if event == "line":
        stops.append(f"{frame.f_code.co_name} {frame.f_lineno}")
    elif event == "return":
        caller = frame.f_back
        if frame.f_code.co_code[frame.f_lasti] in LEAVING and caller is not None and caller.f_code.co_filename == path:
            stops.append(f"{caller.f_code.co_name} {caller.f_lineno} <")
    return trace


with open(path) as file:
    code = compile(file.read(), path, "exec")
out, sys.stdout = sys.stdout, io.StringIO()
sys.settrace(trace)
try:
    exec(code, {"__name__": "__main__"})
except Exception:
    pass
finally:
    sys.settrace(None)
    sys.stdout = out
print("\n".join(stops))
