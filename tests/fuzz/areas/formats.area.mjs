// %-formatting, format(), str.format and f-strings.
import { expressions, float, int, near, number, oddNumber, oddText, oddValue, quoted, several,
  smallInt, text, value } from "./cases.mjs";

const KINDS = [
  (r) => `"${percent(r)}" % (${percentValue(r)},)`,
  (r) => `"${percent(r)} and ${percent(r)}" % (${percentValue(r)}, ${percentValue(r)})`,
  (r) => `"%${r.pick(["", "*", ".*", "*.*"])}${r.pick("dfsxge".split(""))}" % (${several(1 + r.int(3), () => r.pick([smallInt, smallInt, () => "1.5", () => "'x'", () => "True"])(r)).join(", ")},)`,
  (r) => `"%(a)${r.pick(["s", "5d", "-6r", ".2f", "x"])}%(b)s %%" % {"a": ${percentValue(r)}, "b": ${value(r)}}`,
  (r) => `b"${percent(r)}" % (${percentValue(r)},)`,
  (r) => `format(${number(r)}, "${spec(r, "bcdeEfFgGnoxX%")}")`,
  (r) => `format(${int(r)}, "${spec(r, "bcdoxXnfge")}")`,
  (r) => `format(${float(r)}, "${spec(r, "eEfFgG%n")}")`,
  (r) => `format(${text(r)}, "${spec(r, "s")}")`,
  (r) => `format(${value(r)}, "${spec(r, "sdfx")}")`,
  (r) => `f"{${number(r)}:${spec(r, "defgx%")}}"`,
  (r) => `f"{${text(r).replaceAll('"', "'")}${r.pick(["!r", "!s", "!a", ""])}:${spec(r, "s")}}"`
    .replaceAll("\\", ""),
  (r) => `f"{${float(r)}:{${r.int(12)}}.{${r.int(9)}}${r.pick(["f", "e", "g", ""])}}"`,
  (r) => `f"{${smallInt(r)} + 1 = }{'x'!r:>{4}}{{}}"`,
  (r) => `"${field(r)}${field(r)}{{}}".format(${number(r)}, ${text(r)}, k=${value(r)}, d={"x": 1, 3: "y"})`,
  (r) => `"{} {:${spec(r, "dfsx")}}".format(${value(r)}, ${number(r)})`,
  (r) => `"{0.real}{0.imag:>6}{1[0]}{1[1]!r}".format(${number(r)}, ("p", ${value(r)}))`,
  (r) => `${text(r)}.${r.pick(["center", "ljust", "rjust"])}(${r.int(12)}${r.pick(["", ", '*'", ", 'é'"])})`,
  (r) => `${text(r)}.zfill(${r.int(12)})`,
  (r) => `format(${anything(r)}, ${quoted(oddSpec(r))})`,
  (r) => `${quoted(`{:${oddSpec(r)}}`)}.format(${anything(r)})`,
  (r) => {
    const one =
      "%" + r.pick(["", "-", "+", " ", "0", "#", "-0", "+0", "# "]) + r.pick(["", "5", "12", "*"])
        + r.pick(["", ".0", ".2", ".8", ".*"]) + r.pick([..."diouxXeEfFgGcrsa%q"]);
    return r.chance(90)
      ? `${quoted(`<${one}>`)} % (${one.split("*").slice(1).map(() => `${near(r)}, `).join("")}${anything(r)},)` : `${quoted(one)} % ${anything(r)}`;
  },
  (r) => `(lambda v, w: f"{v${r.pick(["", "!r", "!s", "!a"])}:{w}}|{w}{{}}")(${anything(r)}, ${quoted(oddSpec(r))})`,
  (r) => `${quoted(r.pick(["{0[a]}", "{0[1]}", "{0.real}", "{a.b}", "{!r:>8}", "{1}{0}", "{}{0}", "{:{}}", "{", "}", "{{}}", "{0[x}", "{x!z}", "{:>{w}.{p}}"]))}.format(${anything(r)}, ${oddValue(r)}, w=8, p=2)`,
];
export const program = (r) => expressions(40, () => r.pick(KINDS)(r));

const anything = (r) => r.pick([oddNumber, oddText, oddValue])(r);
function oddSpec(r) {
  const fill = r.pick(["", "", "", "*", "0", "é", " "]);
  const align = fill ? r.pick(["<", ">", "^", "="]) : r.chance(50)
    ? r.pick(["", "<", ">", "^", "="]) : "";
  return fill + align + r.pick(["", "", "+", "-", " "]) + r.pick(["", "", "#"]) + r
    .pick(["", "", "0"]) + r.pick(["", "", "1", "8", "20"])
    + r.pick(["", "", ",", "_"]) + r.pick(["", "", ".0", ".1", ".3", ".10", ".25"])
    + r.pick(["", "", "d", "x", "X", "o", "b", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s",
      "q"]);
}
const percentValue = (r) => r.pick([number, number, int, float, text, value])(r);
const maybe = (r, chance, text) => (r.chance(chance) ? text : "");
function percent(r) {
  const flags = several(r.int(3), () => r.pick(["-", "+", " ", "#", "0"])).join("");
  return `%${flags}${maybe(r, 50, r.int(15))}${maybe(r, 40, `.${maybe(r, 80, r.int(10))}`)}${r.pick("diouxXeEfFgGcrsa%".split(""))}`;
}
function spec(r, types) {
  const align =
    maybe(r, 40, maybe(r, 50, r.pick(["*", "é", "0", " ", "-"])) + r.pick(["<", ">", "^", "="]));
  return align + maybe(r, 25, r.pick(["+", "-", " "])) + maybe(r, 10, "z") + maybe(r, 15,
    "#") + maybe(r, 20, "0")
    + maybe(r, 50, r.int(15)) + maybe(r, 20, r.pick([",", "_"])) + maybe(r, 35,
      `.${r.int(12)}`) + maybe(r, 80, r.pick(types.split("")));
}
const field = (r) =>
  `{${r.pick(["0", "1", "k", "d[x]", "d[3]", "0.real", "9", "z", "1[0]", "k!r", "1!a", "0!s"])}${maybe(r, 40, `:${r.pick(["", ">8", "^9", "<3", "s", "d", ".2f", "10"])}`)}}`;
