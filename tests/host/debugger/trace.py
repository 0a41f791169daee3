"""Prints where CPython's tracing stops in a program: `NAME LINE` for each line event; `NAME LINE <` for the line of the
caller to which a function of the program, in which there was such a stop, returned; `NAME LINE < yield` if it yielded.
Usage: python3 trace.py PROGRAM"""
import dis
import io
import sys

path = sys.argv[1]
stops = []
# Frames with a line event since they were entered or resumed.
visited = set()


def trace(frame, event, arg):
    if frame.f_code.co_filename != path:
        return None
    if event == "call":
        visited.discard(frame)
    elif event == "line":
        visited.add(frame)
        stops.append(f"{frame.f_code.co_name} {frame.f_lineno}")
    elif event == "return" and frame in visited:
        caller = frame.f_back
        # An exception leaves a frame at another opcode.
        how = dis.opname[frame.f_code.co_code[frame.f_lasti]]
        if how in ("RETURN_VALUE", "YIELD_VALUE") and caller is not None and caller.f_code.co_filename == path:
            yields = " yield" if how == "YIELD_VALUE" else ""
            if yields:
                visited.add(caller)
            stops.append(f"{caller.f_code.co_name} {caller.f_lineno} <{yields}")
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
