# print: sep, end, file, several objects.
import io
print()  # expect:
print(1, "a", None, [2])  # expect: 1 a None [2]
print(1, 2, sep="-")  # expect: 1-2
print(1, 2, sep="")  # expect: 12
print("x", end="|")
print("y", end="\n")  # expect: x|y
print(*"abc", sep="\n")
# expect: a
# expect: b
# expect: c
out = io.StringIO()
print("to", "file", file=out, end="!")
print(repr(out.getvalue()))  # expect: 'to file!'
print(sep="x")  # expect:
print(1, 2, sep=None, end=None, file=None, flush=True)  # expect: 1 2
class W:
    def write(self, s): chunks.append(s)
chunks = []
print("a", 5, file=W())
print("".join(chunks) == "a 5\n")  # expect: True
for bad in (lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, bad=2),
            lambda: print(1, file=5)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: AttributeError
