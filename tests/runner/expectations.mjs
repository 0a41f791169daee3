// What a Python test file says about itself: its output, its error, the engines that skip it.
//
// The form of the comments is told in tests/README.md; this file is its only reader. A line is
// looked at by itself, without parsing Python: string literals must not hold " # expect".

/**
 * @typedef {object} ExpectedLine
 * @property {string} text  the output line, without trailing white space
 * @property {number} source  line of the test file that says so, counted from 1
 *
 * @typedef {object} ExpectedError
 * @property {string} type  name of the exception type, with or without its module
 * @property {string | undefined} message  undefined: any message
 * @property {boolean} prefix  the message may go on after `message`
 * @property {number} line  line of the test file that must stand in the traceback; 0: any
 *
 * @typedef {object} Expectations
 * @property {ExpectedLine[]} output
 * @property {ExpectedError | undefined} error  the exception that ends the program
 * @property {number} exitCode  of a program that ends without an uncaught exception
 * @property {Map<string, string>} skip  engine name to the reason why the file is not for it
 * @property {boolean} needsDirectory  run in an empty directory of its own
 * @property {string} stdin  what the program reads
 * @property {boolean} any  the file says anything about its output at all
 */

const EXPECT = /(?:^|\s)# expect:(?: (.*))?$/;
const EXPECT_ERROR = /(?:^|\s)# expect error(?: type)?: ([\w.]+)(?:: (.*))?$/;
const EXPECT_EXIT = /(?:^|\s)# expect exit: (\d+)$/;
const SKIP = /^# skip (\w+): (.+)$/;
const MICROPYTHON_ONLY = "needs MicroPython";

/**
 * Reads the expectations of one test file.
 * @param {string} text  the whole source
 * @returns {Expectations}
 */
export function parseExpectations(text) {
  const lines = text.split("\n");
  const result = {
    output: [], error: undefined, exitCode: 0, skip: new Map(),
    needsDirectory: false, stdin: "", any: false,
  };
  let inBlock = false;
  lines.forEach((line, index) => {
    const source = index + 1;
    if (inBlock) {
      if (line.startsWith("#")) {
        result.output.push({ text: line.replace(/^# ?/, "").trimEnd(), source });
      }
      return;
    }
    if (line === "# output:") {
      inBlock = true;
      result.any = true;
      result.output = [];
      return;
    }
    readHeader(line, result);
    const error = EXPECT_ERROR.exec(line);
    if (error) {
      result.error = expectedError(error, line.trimStart().startsWith("#") ? 0 : source);
      result.any = true;
      return;
    }
    const exit = EXPECT_EXIT.exec(line);
    if (exit) {
      result.exitCode = Number(exit[1]);
      result.any = true;
      return;
    }
    const expect = EXPECT.exec(line);
    if (expect) {
      result.output.push({ text: (expect[1] ?? "").trimEnd(), source });
      result.any = true;
    }
  });
  return result;
}

function readHeader(line, result) {
  const skip = SKIP.exec(line);
  if (skip) result.skip.set(skip[1], skip[2]);
  else if (line === "# micropython") result.skip.set("cpython", MICROPYTHON_ONLY);
  else if (line === "# needs: directory") result.needsDirectory = true;
  else if (line.startsWith("# stdin: ")) result.stdin += line.slice("# stdin: ".length) + "\n";
}

function expectedError(match, line) {
  const [, type, said] = match;
  const prefix = said !== undefined && said.endsWith("...");
  return { type, message: prefix ? said.slice(0, -3) : said, prefix, line };
}

/**
 * Says how a run differs from what the file expects; undefined if it does not.
 * @param {Expectations} expected
 * @param {{stdout: string, stderr: string, code: number, timedOut?: boolean}} run
 * @returns {string | undefined}  a few lines of text
 */
export function difference(expected, run) {
  if (!expected.any) return "the file has no expectation";
  const outputDifference = compareOutput(expected.output, run.stdout);
  if (run.timedOut) return "timed out" + (outputDifference ? `; ${outputDifference}` : "");
  const endDifference = compareEnd(expected, run);
  return [outputDifference, endDifference].filter(Boolean).join("\n") || undefined;
}

function compareOutput(expected, stdout) {
  const got = stdout.split("\n").map((line) => line.trimEnd());
  if (got[got.length - 1] === "") got.pop();
  const count = Math.max(expected.length, got.length);
  for (let i = 0; i < count; i++) {
    const want = expected[i];
    if (want !== undefined && want.text === got[i]) continue;
    const where = want === undefined ? "after the last expectation" : `line ${want.source}`;
    const wanted = want === undefined ? "no more output" : JSON.stringify(want.text);
    const printed = got[i] === undefined ? "no more output" : JSON.stringify(got[i]);
    return `${where}: expected ${wanted}, got ${printed}`;
  }
  return undefined;
}

function compareEnd({ error, exitCode }, run) {
  const lines = run.stderr.split("\n").map((line) => line.trimEnd()).filter((line) => line !== "");
  const last = lines[lines.length - 1] ?? "";
  if (error === undefined) {
    return run.code === exitCode ? undefined : `ended with code ${run.code}: ${last}`;
  }
  const wanted = error.message === undefined ? error.type : `${error.type}: ${error.message}`;
  if (run.code !== 1) return `expected ${wanted}, ended with code ${run.code}: ${last}`;
  const colon = last.indexOf(": ");
  const type = colon < 0 ? last : last.slice(0, colon);
  const message = colon < 0 ? "" : last.slice(colon + 2);
  const sameType = type === error.type || type.endsWith("." + error.type);
  const sameMessage = error.message === undefined ||
    (error.prefix ? message.startsWith(error.message) : message === error.message);
  if (!sameType || !sameMessage) return `expected ${wanted}, got ${last}`;
  if (error.line !== 0 && !lines.some((l) => new RegExp(`line ${error.line}\\b`).test(l))) {
    return `line ${error.line} is not in the traceback of ${last}`;
  }
  return undefined;
}
