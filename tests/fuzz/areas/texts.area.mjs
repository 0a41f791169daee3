// Methods of str, bytes and bytearray, slices, comparisons and conversions.
import { bytes, expressions, slice, smallInt, text, value } from "./cases.mjs";

const RANGE = (r) => (r.chance(50) ? "" : r.chance(50) ? `, ${smallInt(r)}` : `, ${smallInt(r)}, ${smallInt(r)}`);
const NO_ARGUMENT = ["upper", "lower", "title", "capitalize", "swapcase", "isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower",
  "istitle", "isascii", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs"];
const ONLY_STR = ["casefold", "isdecimal", "isnumeric", "isidentifier", "isprintable", "encode"];

/** Cases of a type: `literal` makes its values. */
const methods = (literal) => [
  (r) => `${literal(r)}.${r.pick(NO_ARGUMENT)}()`,
  (r) => `${literal(r)}.${r.pick(["find", "rfind", "index", "rindex", "count"])}(${literal(r)}${RANGE(r)})`,
  (r) => `${literal(r)}.${r.pick(["startswith", "endswith"])}(${r.pick([literal(r), `(${literal(r)}, ${literal(r)})`, "()"])}${RANGE(r)})`,
  (r) => `${literal(r)}.replace(${literal(r)}, ${literal(r)}${r.pick(["", ", 1", ", 0", ", -1", ", 2"])})`,
  (r) => `${literal(r)}.${r.pick(["split", "rsplit"])}(${r.pick([literal(r), "None"])}, ${r.int(5) - 1})`,
  (r) => `${literal(r)}.${r.pick(["partition", "rpartition", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip"])}(${literal(r)})`,
  (r) => `${literal(r)}.${r.pick(["center", "ljust", "rjust", "zfill", "expandtabs"])}(${r.int(12)})`,
  (r) => `${literal(r)}.splitlines(${r.pick(["True", "False", "keepends=True"])})`,
  (r) => `${literal(r)}[${slice(r)}]`,
  (r) => `${literal(r)} ${r.pick(["+", "<", "<=", "==", "!=", ">", "in", "not in"])} ${literal(r)}`,
  (r) => `${literal(r)} * ${smallInt(r)}`,
  (r) => `${literal(r)}.join([${literal(r)}, ${literal(r)}, ${literal(r)}])`,
  (r) => `${literal(r)}.${r.pick(["join", "find", "count", "strip", "split", "replace"])}(${value(r)})`,
  (r) => `list(${literal(r)}), len(${literal(r)}), ${r.pick(["sorted", "set", "max", "min", "tuple"])}(${literal(r)}) and 0`,
  (r) => `hash(${literal(r)}) == hash(${literal(r)})`,
];
const OF_STR = [...methods(text),
  (r) => `${text(r)}.${r.pick(ONLY_STR)}()`,
  (r) => `${text(r)}.encode("${r.pick(["utf-8", "ascii", "latin-1", "utf-16-le", "utf-32-be"])}", "${r.pick(["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"])}")`,
  (r) => `${r.pick(["repr", "ascii", "ord", "str", "bytes", "int", "float", "len", "bool"])}(${text(r)})`,
  (r) => `${text(r)}.translate(str.maketrans(${r.pick(["'abc', 'xyz'", "{'a': 'é', 'b': None}", "'a', 'b', 'c'", "{97: 98}", "'ab', 'c'"])}))`,
  (r) => `${text(r)}.format_map({"a": 1})`,
  (r) => `chr(${r.pick(["0", "65", "0x10ffff", "0x110000", "-1", "233", "0xd800"])})`,
];
const OF_BYTES = [...methods(bytes),
  (r) => `${bytes(r)}.decode("${r.pick(["utf-8", "ascii", "latin-1", "utf-16-le"])}", "${r.pick(["strict", "ignore", "replace", "backslashreplace"])}")`,
  (r) => `${bytes(r)}.hex(${r.pick(["", "':'", "'-', 2", "b' ', -3"])})`,
  (r) => `bytes.fromhex("${r.pick(["00 ff", "0", "zz", "aAbB", " 1 2", ""])}")`,
  (r) => `bytes(${r.pick([smallInt(r), bytes(r), "[1, 2]", "'abc'", "(1, 300)", "None", "range(3)", "1.5"])})`,
  (r) => `bytearray(${bytes(r)})`,
  (r) => `int(${bytes(r)}), float(${bytes(r)})`,
  (r) => `memoryview(${bytes(r)})[${slice(r)}] == ${bytes(r)}`,
  (r) => `bytes(memoryview(${bytes(r)})[${slice(r).replace(/^-?\d+$/, "1:")}])`,
  (r) => `${bytes(r)}.translate(bytes(range(256)).replace(b"a", b"Z"), ${bytes(r)})`,
  (r) => `bytearray(${bytes(r)}).${r.pick(["pop()", "pop(0)", "append(256)", "remove(97)", "copy()", "reverse()"])}`,
  (r) => `${bytes(r)} ${r.pick(["+", "==", "<", "in"])} ${r.pick([text(r), `bytearray(${bytes(r)})`, smallInt(r)])}`,
];
export const program = (r) => expressions(40, () => r.pick(r.chance(60) ? OF_STR : OF_BYTES)(r));
