// What the areas have in common: programs of numbered cases, and values to make cases of.

/** Prints a case's number and the value's repr, or the type of what was raised. */
const SHOW = `def show(number, make):
    try:
        print(f"{number}:", repr(make()))
    except Exception as error:
        print(f"{number}: raised", type(error).__name__)
`;

/** A program of `count` expressions that know nothing of each other. @param {() => string}
 *  expression */
export function expressions(count, expression, prelude = "") {
  const lines = Array.from({ length: count }, (_, i) => `show(${i}, lambda: ${expression()})`);
  return `${prelude}${SHOW}${lines.join("\n")}\n`;
}

/** `count` of what `make` makes. */
export const several = (count, make) => Array.from({ length: count }, (_, i) => make(i));
/** Lines moved to the right by a depth of 4 columns. */
export const indented = (lines, depth = 1) => lines.map((line) => "    ".repeat(depth) + line);

const INTS = ["0", "1", "2", "3", "7", "10", "255", "256", "1000", "65535", "2**30", "2**31 - 1",
  "2**31", "2**32", "2**53", "2**53 + 1",
  "2**61", "2**62 - 1", "2**62", "2**63 - 1", "2**63", "2**64", "10**18", "10**19", "3**50",
  "7**90", "12345678901234567890123"];
const FLOATS = ["0.0", "1.0", "0.5", "1.5", "2.5", "0.1", "1/3", "2.675", "1e16", "1e-5",
  "123456789.125", "1e22", "1e300", "5e-324",
  "2.0**53", "1e15", "0.0001", "float('inf')", "float('nan')", "3.14159", "1e100"];
const TEXTS = ["", "a", "abc", "Hello World", "  pad ", "a,b,,c", "ß", "éàü", "日本語", "aAbB",
  "x\\ty\\n", "\\U0001f600", "123", "١٢", "ǆ", "İ",
  "hello hello", "aaa", "don't stop", "tab\\tted", "line1\\nline2\\r\\nline3", "_name1",
  "MiXeD cAsE", "Ⅷ", "½", "a\\x00b", "\\u2028x"];

export function int(r) {
  const text = r.pick(INTS);
  return r.chance(35) ? `(-(${text}))` : `(${text})`;
}
export const smallInt = (r) => String(r.int(14) - 5);
export function float(r) {
  const text = r.chance(30) ? `${r.int(2000) - 1000}.${r.int(1000)}` : r.pick(FLOATS);
  return r.chance(30) ? `(-(${text}))` : `(${text})`;
}
export function number(r) {
  return r.pick([int, int, float, smallInt, () => r.pick(["True", "False", "2j", "(1.5-2j)"])])(r);
}
/** A literal of a str. */
export const text = (r) =>
  (r.chance(70) ? `"${r.pick(TEXTS)}"`
    : `"${several(r.int(7), () => r.pick(["a", "b", "c", "A", "é", " ", ",", "1", "ab"])).join("")}"`);
/** A literal of bytes. */
export const bytes = (r) =>
  r.pick(["b''", "b'abc'", "b'Hello World'", "b'\\x00\\xff\\x80'", "b'a,b,,c'", "b'  x '", "b'aaa'",
    "bytes(range(5))", "b'line\\nend\\r\\n'", "b'12'", "b'\\xc3\\xa9'"]);
/** An expression of any simple value. */
export const value = (r) =>
  r.pick([number, text, bytes,
    () => r.pick(["None", "()", "[1, 2]", "{'a': 1}", "(1, 'x')", "[]", "..."])])(r);
/** A slice or index between brackets. */
export function slice(r) {
  const part = () => (r.chance(30) ? "" : String(r.int(12) - 6));
  return r.chance(30) ? `${r.int(10) - 5}`
    : `${part()}:${part()}${r.chance(40) ? `:${r.pick(["", "1", "2", "-1", "-2", "3", "0"])}` : ""}`;
}
/** The same as `count` picks without repetition. */
export function choose(r, list, count) {
  const rest = [...list];
  return several(Math.min(count, rest.length), () => rest.splice(r.int(rest.length), 1)[0]);
}

const MORE_INTS = ["0", "1", "-1", "2", "3", "7", "-5", "10", "42", "255", "256", "-128", "1000",
  "65535", "2**31", "-2**31", "2**62 - 1",
  "2**62", "-2**62", "2**63", "2**64 + 3", "-2**70", "10**25"];
const MORE_FLOATS = ["0.0", "-0.0", "1.0", "0.5", "-2.5", "3.14159", "1e10", "1e-7", "1e22",
  "1e300", "5e-324", "1.7976931348623157e308",
  "float('inf')", "float('-inf')", "float('nan')", "123456789.125", "0.1", "2.675", "1e16",
  "99999.5", "-1e-5"];
const WORDS = ["", "a", "abc", "Hello World", "  pad  ", "x,y,,z", "AbC", "123", "-4", "straße",
  "İx", "ǆ", "e\u0301", "日本語", "a\tb\nc", "\0z",
  "\u{1f600}!", "mississippi", "  ", "%s{}", "aXbXc", "ﬁ", "١٢", "title case here", "they're",
  "\r\n x\n", "²", "_id9", "0x1f"];
/** A literal of that str. */
export const quoted = (string) => JSON.stringify(string);
/** A literal of that str's bytes in UTF-8. */
export const quotedBytes = (string) =>
  `b"${[...Buffer.from(string)].map((byte) => (byte >= 48 && byte < 123 && byte !== 92 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`)).join("")}"`;
export const word = (r) => r.pick(WORDS);
export const wordBytes = (r) => quotedBytes(word(r));
export const oddText = (r) => quoted(r.chance(80) ? word(r) : word(r) + word(r));
/** -6 to 6. */
export const near = (r) => String(r.int(13) - 6);
export const oddFloat = (r) => r.pick(MORE_FLOATS);
export const oddInt = (r) => (r.chance(60) ? r.pick(MORE_INTS) : String(r.int(601) - 300));
export const oddNumber = (r) =>
  r.pick([oddInt, oddInt, oddInt, oddInt, oddInt, oddFloat, oddFloat, oddFloat, oddFloat,
  () => r.pick(["True", "False", "1j", "(2-3j)", "complex('nan')", "0j"])])(r);
export const oddValue = (r) =>
  r.pick([oddInt, oddFloat, oddText, () => "None", () => "True", wordBytes,
    () => `[${oddNumber(r)}, ${oddText(r)}]`,
  () => `(${near(r)}, ${oddText(r)})`, () => `{${oddText(r)}: ${oddNumber(r)}}`])(r);
/** What stands between the brackets of a slice. */
export function between(r) {
  const bound = () => r.pick(["", "", near(r), String(r.int(41) - 20)]);
  return `${bound()}:${bound()}${r.chance(50) ? `:${r.pick(["", "1", "2", "-1", "-2", "3", "0"])}` : ""}`;
}
/** Lines of a program, each with its depth. */
export class Lines {
  lines = [];
  #names = 0;
  add(depth, text) {
    this.lines.push(...text.split("\n").map((line) => "    ".repeat(depth) + line));
  }
  name() { return `v${++this.#names}`; }
  text() { return `${this.lines.join("\n")}\n`; }
}
