// The file of expectations: which of CPython's tests are known not to pass on Krait, and why.
//
//   python 3.11.7
//
//   test_bool 28                                         module, how many of its tests pass
//     BoolTest.test_convert  no _testcapi                a test that does not, the reason
//     BoolTest.test_float  slow: takes a minute          one that is not even begun
//
// A module that cannot be imported has one failing test, `import`.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("expected.txt", import.meta.url);
const HEAD = `# CPython's own tests: which are known not to pass, by module, with the reason or the error.
# tests/cpython/expected.mjs says what a line is; npm run test:cpython -- --update writes it anew
# (reasons in lower case stay while a test does not pass; "slow: ..." keeps it from being run).
`;

/** @returns {{version: string, modules: Map<string, {passed: number, known: Map<string, string>}>}} */
export function read() {
  const modules = new Map();
  let version = "", known;
  for (const line of readFileSync(FILE, "utf8").split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue;
    if (line.startsWith("python ")) {
      version = line.slice(7);
    } else if (line.startsWith("  ")) {
      const [test, ...reason] = line.trim().split("  ");
      known.set(test, reason.join("  "));
    } else {
      const [name, passed] = line.split(" ");
      known = new Map();
      modules.set(name, { passed: Number(passed), known });
    }
  }
  return { version, modules };
}

/** Writes what `read` gives. */
export function write({ version, modules }) {
  const sorted = [...modules].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = sorted.map(([name, { passed, known }]) =>
    [`${name} ${passed}`, ...[...known].sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([test, reason]) => `  ${test}  ${reason}`.slice(0, 110))].join("\n"));
  writeFileSync(FILE, `${HEAD}\npython ${version}\n\n${text.join("\n")}\n`);
}

/** Tests that are not to be begun. */
export function slow({ known }) {
  return [...known].filter(([, reason]) => reason.startsWith("slow:")).map(([test]) => test);
}

/**
 * What a run of a module gave that was not expected, a line each.
 * @param {Map<string, {state: "pass" | "fail" | "skip", text: string}>} results
 */
export function differences({ passed, known }, results) {
  const lines = [];
  let passes = 0;
  for (const [test, { state, text }] of results) {
    if (state === "pass") passes++;
    if (state === "fail" && !known.has(test)) lines.push(`${test} fails: ${text}`);
    if (state === "pass" && known.has(test)) lines.push(`${test} passes now`);
  }
  const never = new Set(slow({ known }));
  for (const test of known.keys()) {
    const state = results.get(test)?.state;
    if (!never.has(test) && state !== "fail" && state !== "pass")
      lines.push(`${test} was ${state ? "skipped" : "not run"}`);
  }
  if (lines.length === 0 && passes !== passed) lines.push(`${passes} tests pass, not ${passed}`);
  return lines;
}

/** The expectation that a run leads to: reasons that someone wrote stay, errors are those of now. */
export function expectation({ known }, results) {
  const written = (test) => /^[a-z]/.test(known.get(test) ?? "") && known.get(test);
  const failing = [...results].filter(([, { state }]) => state === "fail")
    .map(([test, { text }]) => [test, written(test) || text]);
  const kept = slow({ known }).map((test) => [test, known.get(test)]);
  const passed = [...results.values()].filter(({ state }) => state === "pass").length;
  return { passed, known: new Map([...failing, ...kept]) };
}
