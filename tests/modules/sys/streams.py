# stdout, stderr and stdin can be written, read and replaced.
# stdin: line one
# stdin: line two
import sys, io
print(sys.stdout.write("written\n"))
# expect: written
# expect: 8
sys.stderr.write("not on stdout\n")
print("to stderr", file=sys.stderr)
print(repr(sys.stdin.readline()), [line for line in sys.stdin])
# expect: 'line one\n' ['line two\n']
old, sys.stdout = sys.stdout, io.StringIO()
print("captured")
text = sys.stdout.getvalue()
sys.stdout = old
print(repr(text))  # expect: 'captured\n'
