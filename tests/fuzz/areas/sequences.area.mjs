// A list, bytearray, array or deque that is changed step by step.
import { between, near, oddText, several, slice, smallInt } from "./cases.mjs";

const START = { list: "list(range(6))", bytearray: "bytearray(range(6))",
  array: "array('h', range(6))", deque: "deque(range(6), 9)" };
const item = (r) => String(r.int(8));
const items = (r, kind) => {
  const list = `[${several(r.int(5), () => String(r.int(9)))}]`;
  return kind !== "bytearray" && r.chance(15) ? "x" : kind === "list"
    ? r.pick([list, `tuple(${list})`, `iter(${list})`, "range(3)", "5"])
    : kind === "bytearray" ? r.pick([`bytes(${list})`, list, `bytearray(${list})`, "b'xy'", "5"])
    : kind === "array" ? `array('${r.pick(["h", "h", "h", "b"])}', ${list})`
    : r.pick([list, "range(3)", "'ab'", "5"]);
};
/** A slice, whose step is not 0: which of two errors is raised is not compared. */
const range = (r) => slice(r).replace(/:0$/, ":").replace(/^-?\d+$/, "2:4");
const STEPS = [
  (r) => `x[${smallInt(r)}] = ${item(r)}`,
  (r, kind) => `x[${range(r)}] = ${items(r, kind)}`,
  (r, kind) => `x[${range(r)}] = ${items(r, kind)}`,
  (r) => `del x[${slice(r)}]`,
  (r) => `x.append(${item(r)})`,
  (r, kind) => `x.extend(${items(r, kind)})`,
  (r, kind) => `x += ${items(r, kind)}`,
  (r) => `x *= ${r.pick(["2", "1", "0", "-1", "3"])}; x = x[:9] if len(x) > 9 else x`,
  (r) => `x.insert(${smallInt(r)}, ${item(r)})`,
  (r) => `print(x.pop(${r.pick(["", "0", "-1", smallInt(r)])}))`,
  (r) => `x.remove(${item(r)})`,
  (r) => `print(x.index(${item(r)}${r.pick(["", ", 1", ", -3", ", 1, 4"])}))`,
  (r) => `print(x.count(${item(r)}), len(x), ${item(r)} in x)`,
  () => "x.reverse()",
  (r, kind) =>
    (kind === "list"
      ? `x.sort(${r.pick(["", "reverse=True", "key=str", "key=lambda v: -v", "key=lambda v: v % 3"])})` : "print(sorted(x))"),
  (r) => `print(x[${slice(r)}])`,
  () => "y = x.copy() if hasattr(x, 'copy') else x[:]",
  (r) => `print(x ${r.pick(["==", "<", "!=", ">="])} y)`,
  () => "x, y = y, x",
  () => "print(list(reversed(x)), [*x], min(x), max(x))",
  (r) => `a, *b = x; print(a, b)`,
  (r, kind) => (kind === "deque" ? `x.rotate(${smallInt(r)})` : "print(sum(x))"),
  (r, kind) =>
    (kind === "deque"
      ? `x.${r.pick(["appendleft(7)", "popleft()", "extendleft([1, 2])", "clear()"])}`
      : "print(tuple(x))"),
];
/** Sequences that take values of any kind, the wrong ones too. */
function mixed(r) {
  const step = () => {
    const v =
      r.pick(["[]", "[1, 2, 3]", "range(3)", "x", "x[1:3]", "b'ab'", "5", "(7,)", "'xy'",
        "iter([1])", "bytearray(b'q')", "array('h', [9])"]);
    const text =
      r.pick([`x[${between(r)}] = ${v}`, `del x[${between(r)}]`,
        `x[${near(r)}] = ${r.pick(["1", "300", "-1", "None", "7"])}`, `del x[${near(r)}]`,
        `x.insert(${near(r)}, 5)`, `x.pop(${near(r)})`,
      `x += ${v}`, `x *= ${r.pick(["2", "0", "1", "-1"])}`, `x.extend(${v})`, "x.reverse()",
      `x.append(${r.pick(["3", "256", "None"])})`, `x.remove(${near(r)})`,
      `print(x.index(${near(r)}, ${near(r)}))`, `print(x[${between(r)}])`]);
    // a bytearray of CPython says BufferError
    if (text === "x += x") return "x.extend(x)";
    // which of two errors comes first
    return text.startsWith("print") ? text : text.replace(":0]", ":3]");
  };
  const start =
    r.pick(["list(range(8))", "bytearray(range(8))", `[*${oddText(r)}]`, "array('h', range(8))"]);
  return `from array import array\nx = ${start}\n${several(25, () => `try: ${step()}\nexcept Exception as e: print(type(e).__name__)\nprint(x)\nx = x[:40]\n`).join("")}`;
}
export function program(r) {
  if (r.chance(40)) return mixed(r);
  const kind = r.pick(Object.keys(START));
  const steps =
    several(25,
      () => `try:\n    ${r.pick(STEPS)(r, kind)}\nexcept Exception as error:\n    print(type(error).__name__)\nprint(x)`);
  return `from array import array\nfrom collections import deque\nx = ${START[kind]}\ny = x[:] if ${kind !== "deque" ? "True" : "False"} else deque(x)\n${steps.join("\n")}\n`;
}
