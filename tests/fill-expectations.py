"""Writes what a test file prints beside the code that prints it, as `# expect:` comments.

    python3 tests/fill-expectations.py FILE ...

Old expectations of the file are replaced. The interpreter that runs this is the
authority, so run it
with CPython 3.11 and read the result: the tool cannot know whether the file prints what you meant.
If the order of the output is not that of the source lines (functions, nested loops), all of it goes
into an `# output:` block at the end.
"""
import ast
import os
import re
import subprocess
import sys
import tempfile

WIDTH = 100
TIMEOUT = 20                  # seconds for one file
EXPECTED = re.compile(r"(?:^|\s+)# expect(?: error)?(?: type)?:.*$")
BRIEF_ERROR = re.compile(r"# expect error: \w+$", re.M)
# Runs a file with a print() that notes which line of the file called it.
TRACER = r"""
import sys, builtins, io, traceback
path, shown = sys.argv[1], sys.argv[2]
real = sys.stdout
marks = []
class Out(io.TextIOBase):
    def write(self, text):
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != shown:
            frame = frame.f_back
        marks.append((frame.f_lineno if frame else 0, text))
        return len(text)
sys.argv = [shown]
sys.path[0] = path.rpartition('/')[0]
source = open(shown).read()
sys.stdout = Out()
error = None
module = type(sys)('__main__')
module.__file__ = shown
sys.modules['__main__'] = module
try:
    exec(compile(source, shown, 'exec'), module.__dict__)
except SystemExit:
    pass
except BaseException as e:
    lines = [f.lineno for f in traceback.extract_tb(e.__traceback__) if f.filename == shown]
    last = traceback.format_exception_only(type(e), e)[-1].strip()
    error = (lines[0] if lines else getattr(e, 'lineno', 0), last)
real.write(repr((marks, error)))
"""


def strip_expectations(source):
    """The source without expectations and without an output block."""
    kept = []
    for line in source.split("\n"):
        if line == "# output:":
            break
        bare = EXPECTED.sub("", line)
        if bare.strip() or not line.strip():
            kept.append(bare)
    return "\n".join(kept).rstrip("\n") + "\n"


def statement_ends(source):
    """Maps each line to (last, first) line of the innermost statement that holds it."""
    ends = {}
    for node in ast.walk(ast.parse(source)):      # outer statements first
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno
            for line in range(node.lineno, max(last, node.lineno) + 1):
                ends[line] = (max(last, node.lineno), node.lineno)
    return ends


def run(path):
    """Runs the file. Returns ([(line, text of one output line)], (line, error) or None)."""
    path = os.path.abspath(path)
    with tempfile.TemporaryDirectory() as directory:
        env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONINTMAXSTRDIGITS": "0"}
        done = subprocess.run([sys.executable, "-W", "ignore", "-c", TRACER, path, path], text=True,
                              timeout=TIMEOUT, capture_output=True, input=stdin_of(path),
                              cwd=directory, env=env)
    if done.returncode != 0:
        raise SystemExit(path + ": " + done.stderr)
    marks, error = ast.literal_eval(done.stdout)
    printed, line, text = [], None, ""
    for number, part in marks:
        for piece in part.splitlines(keepends=True):
            line = number
            text += piece
            if piece.endswith("\n"):
                printed.append((line, text[:-1].rstrip()))
                text = ""
    if text:
        printed.append((line, text.rstrip()))
    return printed, error


def stdin_of(path):
    lines = open(path).read().split("\n")
    return "".join(x[9:] + "\n" for x in lines if x.startswith("# stdin: "))


def annotate(source, printed, error, brief):
    """The source with expectations beside the code, or with an output block.

    `brief`: the old expectation of an error had no message, so the new one has none either.
    """
    lines = source.rstrip("\n").split("\n")
    try:
        ends = statement_ends(source)
    except SyntaxError:
        ends = {}
    placed = [(ends.get(number, (number, number))[0], text) for number, text in printed]
    first_lines = dict(ends.values())
    in_order = all(a[0] <= b[0] for a, b in zip(placed, placed[1:]))
    if error is not None:
        said = error[1].split(": ")[0] if brief else error[1]
        lines[error[0] - 1] += "  # expect error: " + said
    if not in_order:
        block = ["# " + text if text else "#" for _, text in printed]
        return "\n".join(lines + ["", "# output:"] + block) + "\n"
    out = []
    for number, line in enumerate(lines, 1):
        texts = ["# expect: " + text if text else "# expect:" for n, text in placed if n == number]
        if len(texts) == 1 and len(line) + 2 + len(texts[0]) <= WIDTH:
            out.append(line + "  " + texts[0])
        else:
            first = lines[first_lines.get(number, number) - 1]
            indent = first[:len(first) - len(first.lstrip())]
            out.append(line)
            out += [indent + text for text in texts]
    return "\n".join(out) + "\n"


def main(paths):
    for path in paths:
        with open(path) as file:
            old = file.read()
        source = strip_expectations(old)
        with open(path, "w") as file:
            file.write(source)
        printed, error = run(path)
        if not printed and error is None:
            print(path + ": prints nothing")
        if (error is not None) != ("# expect error" in old):
            print(path + ": ends with", error)
        with open(path, "w") as file:
            file.write(annotate(source, printed, error, bool(BRIEF_ERROR.search(old))))


main(sys.argv[1:])
