// The runner's own tests: reading expectations and comparing a run with them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, parseExpectations } from "./expectations.mjs";

/** A run that printed `stdout` and ended well, or as `end` says. */
const run = (stdout, end = {}) => ({ stdout, stderr: "", code: 0, ...end });
const failed = (stderr) => ({ stderr, code: 1 });
const check = (source, result) => difference(parseExpectations(source), result);

test("texts beside the code and below it are the lines of output, in the file's order", () => {
  const source = "print(1)  # expect: 1\nfor x in y:\n    print(x)\n" +
    "    # expect: a\n    # expect:\n";
  assert.deepEqual(parseExpectations(source).output.map((line) => line.text), ["1", "a", ""]);
  assert.equal(check(source, run("1\na\n\n")), undefined);
  assert.match(check(source, run("1\nb\n\n")), /line 4: expected "a", got "b"/);
  assert.match(check(source, run("1\na\n")), /got no more output/);
  assert.match(check(source, run("1\na\n\nmore\n")), /expected no more output, got "more"/);
});

test("an output block replaces the comments", () => {
  const source = "print(1)  # expect: old\n\n# output:\n# one\n#\n#   indented\n";
  assert.equal(check(source, run("one\n\n  indented\n")), undefined);
});

test("white space at the end of lines does not count, at the beginning it does", () => {
  assert.equal(check("print(x)  # expect: a\n", run("a  \n")), undefined);
  assert.notEqual(check("print(x)  # expect: a\n", run(" a\n")), undefined);
  assert.equal(check("print(x)  # expect:  a\n", run(" a\n")), undefined);
});

test("an expected error needs exit code 1, type, message and line", () => {
  const source = "x\ndel d['k']  # expect error: KeyError: 'k'\n";
  const trace = 'Traceback (most recent call last):\n  File "t.py", line 2, in <module>\n';
  assert.equal(check(source, run("", failed(trace + "KeyError: 'k'\n"))), undefined);
  assert.match(check(source, run("", failed(trace + "KeyError: 'j'\n"))), /expected KeyError: 'k'/);
  assert.match(check(source, run("", failed("KeyError: 'k'\n"))), /line 2 is not in the traceback/);
  assert.match(check(source, run("")), /ended with code 0/);
});

test("messages may be left out or be a beginning; modules of types may be left out", () => {
  const ends = (said, last) => check(`# expect error: ${said}\n`, run("", failed(last)));
  assert.equal(ends("ValueError", "ValueError: anything"), undefined);
  assert.equal(ends("ValueError: any...", "ValueError: anything"), undefined);
  assert.notEqual(ends("ValueError: some...", "ValueError: anything"), undefined);
  assert.equal(ends("JSONDecodeError", "json.decoder.JSONDecodeError: x"), undefined);
  assert.notEqual(ends("Error", "ValueError: x"), undefined);
  assert.equal(check("# expect error type: OSError\n", run("", failed("OSError: 2"))), undefined);
});

test("without an expected error the exit code counts", () => {
  const end = run("1\n", failed("ValueError: x"));
  assert.match(check("# expect: 1\n", end), /ended with code 1: ValueError/);
  assert.equal(check("sys.exit(3)  # expect exit: 3\n", run("", { code: 3 })), undefined);
  assert.match(check("# expect: 1\n", run("", { timedOut: true })), /^timed out/);
});

test("headers: engines to skip, a directory, standard input", () => {
  const source = "# skip krait: because\n# micropython\n# needs: directory\n" +
    "# stdin: a\n# stdin: b\n";
  const expected = parseExpectations(source);
  assert.equal(expected.skip.get("krait"), "because");
  assert.equal(expected.skip.has("cpython"), true);
  assert.equal(expected.needsDirectory, true);
  assert.equal(expected.stdin, "a\nb\n");
});

test("a file that expects nothing fails", () => {
  assert.match(check("print(1)\n", run("1\n")), /no expectation/);
});
