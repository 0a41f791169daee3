// Methods of str, bytes and bytearray, slices, comparisons and conversions.
import { between, bytes, expressions, near, oddNumber, oddText, quoted, quotedBytes, slice,
  smallInt, text, value, word } from "./cases.mjs";

const RANGE = (r) =>
  (r.chance(50) ? "" : r.chance(50) ? `, ${smallInt(r)}` : `, ${smallInt(r)}, ${smallInt(r)}`);
const NO_ARGUMENT = ["upper", "lower", "title", "capitalize", "swapcase", "isalpha", "isdigit",
  "isalnum", "isspace", "isupper", "islower",
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
/** Calls: {s} is a text, {n} and {m} are numbers, {c} a character, {e} a way to treat errors. */
const CALLS = ["upper()", "lower()", "title()", "swapcase()", "casefold()", "capitalize()",
  "strip()", "lstrip({s})", "rstrip({s})", "strip({s})", "split()", "split({s})", "split({s}, {n})",
  "rsplit({s}, {n})", "rsplit(None, {n})", "split(None, {n})", "splitlines()", "splitlines(True)",
  "partition({s})", "rpartition({s})", "find({s}, {n}, {m})", "rfind({s})", "index({s})",
  "rindex({s}, {n})",
  "count({s})", "count({s}, {n})", "replace({s}, {s})", "replace({s}, {s}, {n})", "startswith({s})",
  "endswith({s}, {n}, {m})", "startswith(({s}, {s}))", "center({m}, {c})", "ljust({m})",
  "rjust({m}, {c})", "zfill({m})",
  "expandtabs({n})", "join([{s}, {s}])", "isalpha()", "isdigit()", "isdecimal()", "isnumeric()",
  "isalnum()", "isidentifier()", "isspace()", "isupper()", "islower()", "istitle()",
  "isprintable()", "isascii()",
  "removeprefix({s})", "removesuffix({s})", "encode()", "encode('latin-1', {e})",
  "encode('ascii', {e})", "translate({97: 'X', 98: None})", "__contains__({s})", "__mul__({n})",
  "format({s})", "maketrans({s}, {s})"];
const CALLS_OF_BYTES =
  [...CALLS.filter((call) =>
    !/casefold|isdecimal|isnumeric|isident|isprintable|encode|translate|format|maketrans/
      .test(call)),
  "hex()", "hex(':')", "hex('-', {n})", "decode()", "decode('utf-8', {e})", "decode('latin-1')",
  "decode('ascii', {e})", "fromhex('0aFF')", "fromhex({s})", "translate(None, {s})"];
const filled = (r, call, piece, character) => call.replaceAll("{s}", piece).replaceAll("{n}",
  near(r)).replaceAll("{m}", () => r.int(25) - 12).replaceAll("{c}", character)
  .replaceAll("{e}",
    () => `"${r.pick(["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "bogus"])}"`);
function oddCall(r) {
  const part = () => {
    const whole = word(r);
    return r.chance(50) ? whole : r.pick([...whole, " "]);
  };
  const index = () => (r.chance(60) ? between(r) : near(r));
  if (r.chance(60)) {
    if (r.chance(15)) return `${oddText(r)}[${index()}]`;
    if (r.chance(10))
      return `${oddText(r)} ${r.pick(["+", "<", "==", "in", ">="])} ${r.pick([oddText, oddNumber])(r)}`;
    return `${oddText(r)}.${filled(r, r.pick(CALLS), () => quoted(part()), () => quoted(r.pick([..."*é "])))}`;
  }
  const kind = r.pick(["", "bytearray", "bytes"]);
  if (r.chance(15)) return `${kind}(${quotedBytes(part())})[${index()}]`;
  return `${kind}(${quotedBytes(part())}).${filled(r, r.pick(CALLS_OF_BYTES), () => quotedBytes(part()), "b'*'")}`;
}
export const program = (r) =>
  expressions(40, () => (r.chance(35) ? oddCall(r) : r.pick(r.chance(60) ? OF_STR : OF_BYTES)(r)));
