// Operations on int, float, bool and complex, and their conversions. Functions of math are those
// whose results are exact.
import { expressions, float, int, near, number, oddFloat, oddInt, oddNumber, oddText, smallInt,
  text, wordBytes } from "./cases.mjs";

const BINARY = ["+", "-", "*", "/", "//", "%", "&", "|", "^", "<", "<=", "==", "!=", ">", ">="];

export const program = (r) => expressions(40, () => r.pick(KINDS)(r), "import math\n");

const KINDS = [
  (r) => `${number(r)} ${r.pick(BINARY)} ${number(r)}`,
  (r) => `${number(r)} ${r.pick(BINARY)} ${number(r)}`,
  (r) => `${int(r)} ${r.pick(BINARY)} ${int(r)}`,
  (r) => `${float(r)} ${r.pick(BINARY)} ${number(r)}`,
  (r) => `${int(r)} ** ${r.int(12)}`,
  // C libraries round powers each in their own way.
  (r) => `"%.12e" % abs(${number(r)} ** ${smallInt(r)})`,
  (r) => `pow(${int(r)}, ${r.pick([smallInt, int])(r)}, ${int(r)})`,
  (r) => `${int(r)} ${r.pick(["<<", ">>"])} ${r.int(150) - 5}`,
  (r) => `divmod(${number(r)}, ${number(r)})`,
  (r) => `${r.pick(["-", "+", "~", "not ", "abs", "int", "float", "bool", "round", "complex", "str", "hex", "bin", "oct", "math.floor", "math.ceil", "math.trunc"])}(${number(r)})`,
  (r) => `hash(${int(r)}), hash(${float(r)} if ${float(r)} == 0 else ${int(r)} / 7)`,
  (r) => `round(${number(r)}, ${r.int(12) - 6})`,
  (r) => `int(${text(r)}, ${r.pick(["0", "2", "8", "10", "16", "36", "37"])})`,
  (r) => `int("${numeral(r)}"${r.pick(["", ", 0", ", 16", ", 8", ", 2", ", 36"])})`,
  (r) => `float("${numeral(r)}")`,
  (r) => `complex("${numeral(r)}${r.pick(["", "j", "+1j", "-2.5j"])}")`,
  (r) => `${int(r)}.${r.pick(["bit_length()", "bit_count()", "as_integer_ratio()", "conjugate()", "real", "imag", "numerator", "denominator"])}`,
  (r) => `${float(r)}.${r.pick(["is_integer()", "as_integer_ratio()", "hex()", "real", "imag", "conjugate()", "__trunc__()"])}`,
  (r) => `${int(r)}.to_bytes(${1 + r.int(12)}, "${r.pick(["big", "little"])}", signed=${r.pick(["True", "False"])})`,
  (r) => `int.from_bytes(bytes([${Array.from({ length: r.int(12) }, () => r.int(256))}]), "${r.pick(["big", "little"])}", signed=${r.pick(["True", "False"])})`,
  (r) => `math.${r.pick(["gcd", "lcm"])}(${int(r)}, ${int(r)})`,
  (r) => `math.${r.pick(["isqrt", "sqrt", "fabs", "frexp", "modf", "isnan", "isfinite", "ulp", "factorial"])}(${r.pick([float, int, smallInt])(r)})`.replace(/factorial\(\((-?\(?.*)/, "isinf(($1"),
  (r) => `math.${r.pick(["comb", "perm"])}(${r.int(60)}, ${r.int(30) - 1})`,
  (r) => `math.${r.pick(["fmod", "copysign", "ldexp", "nextafter", "remainder", "isclose"])}(${number(r)}, ${r.pick([number, smallInt])(r)})`,
  (r) => `math.fsum([${Array.from({ length: r.int(5) }, () => float(r))}])`,
  (r) => `math.prod([${Array.from({ length: r.int(4) }, () => number(r))}])`,
  (r) => `sum([${Array.from({ length: r.int(5) }, () => number(r))}]${r.pick(["", ", 1.5", ", 2**62"])})`,
  (r) => `${r.pick(["min", "max"])}(${number(r)}, ${number(r)})`,
  (r) => `float.fromhex("${r.pick(["0x1.8p3", "-0x.1p-1074", "inf", "0x1p1024", "1", "0x", "0x1.fffffffffffffp+1023", "nan"])}")`,
  (r) => `str(${int(r)} ** ${r.int(30)})`,
  (r) => `len(range(${smallInt(r)}, ${smallInt(r)}, ${smallInt(r)})), list(range(${smallInt(r)}, ${int(r)}, ${int(r)}))[:5]`.replace(/list\(range\((.*?), \((.*?)\), (.*?)\)\)\[:5\]/, "list(range($1, $1 + 9, 4))"),
  (r) => `${oddNumber(r)} ${r.pick(MIXED)} ${oddNumber(r)}${r.chance(40) ? ` ${r.pick(MIXED.slice(0, 6))} ${oddNumber(r)}` : ""}`,
  (r) => `${oddNumber(r)} ${r.pick(MIXED)} ${oddNumber(r)}${r.chance(40) ? ` ${r.pick(MIXED.slice(0, 6))} ${oddNumber(r)}` : ""}`,
  (r) => `(${oddInt(r)}) ** (${near(r)})`,
  (r) => `pow(${oddInt(r)}, ${r.int(41)}, ${oddInt(r)})`,
  (r) => `${oddInt(r)} ${r.pick(["<<", ">>"])} ${r.int(92) - 1}`,
  (r) => `${r.pick(["int", "float", "complex", "round", "abs", "bool", "hash", "str", "divmod", "hex", "bin", "oct", "math.floor", "math.trunc", "math.ceil", "float.hex", "repr"])}(${oddNumber(r)}${r.pick(["", "", `, ${oddNumber(r)}`, `, ${near(r)}`])})`,
  (r) => r.pick([() => `int(${oddText(r)}, ${r.int(38)})`, () => `float(${oddText(r)})`,
    () => `int("${r.pick(["_1", "1_0", "0b11", "0x_f", "1__0", " 12 ", "+-1", "1e5", "٣"])}", ${r.pick(["0", "10", "16"])})`,
    () => `(${oddNumber(r)}).${r.pick(["real", "imag", "conjugate()", "is_integer()", "as_integer_ratio()", "bit_length()", "bit_count()", "__round__()", "__floor__()", "__hash__()", "hex()"])}`,
    () => `(${oddInt(r)}).to_bytes(${1 + r.int(11)}, "${r.pick(["big", "little"])}"${r.pick(["", ", signed=True"])})`, () => `int.from_bytes(${wordBytes(r)}, "${r.pick(["big", "little"])}"${r.pick(["", ", signed=True"])})`,
    () => `math.${r.pick(["gcd", "lcm", "comb", "perm", "isqrt", "fmod", "copysign", "hypot", "ldexp", "remainder", "isclose", "dist"])}(${oddNumber(r)}, ${oddNumber(r)})`,
    () => `sum([${oddNumber(r)}, ${oddNumber(r)}, ${oddNumber(r)}])`,
    () => `${oddNumber(r)} < ${oddNumber(r)} <= ${oddNumber(r)}`,
    () => `round(${oddFloat(r)}, ${r.int(22) - 3})`])(),
];
const MIXED = ["+", "-", "*", "/", "//", "%", "==", "<", ">=", "!=", "&", "|", "^", "<=", ">"];

function numeral(r) {
  const digits = () => Array.from({ length: 1 + r.int(r.pick([3, 20])) },
    () => r.pick(["0", "1", "2", "7", "9", "_", "5"])).join("");
  return r.pick(["", " ", "-", "+", "0x", "0b", "0o", "--"]) + digits() + r
    .pick(["", "", ".", `.${digits()}`, "e5", `e-${r.int(330)}`, "E+2",
      `.${digits()}e${r.int(300)}`, "a", " ", "inf", "nan"]);
}
