// struct, array, binascii, json and what else turns values into bytes or text and back.
import { bytes, expressions, float, int, oddFloat, oddInt, oddNumber, oddText, quoted, several,
  smallInt, text } from "./cases.mjs";

const code = (r) =>
  r.pick(["b", "B", "h", "H", "i", "I", "l", "L", "q", "Q", "f", "d", "?", "c", "3s", "s", "2h",
    "x", "4x", "0s", "e"].filter((c) => c !== "e" || true));
const order = (r) => r.pick(["<", ">", "!", "=", ""]);
const format = (r) => {
  const o = order(r);
  return o + several(1 + r.int(3), () => code(r)).join("").replaceAll(/[lL]/g,
    (c) => (o === "" ? "q" : c));
};
const packed = (r) =>
  r.pick([() => String(r.int(300) - 40), int, float, () => "True", bytes, () => "b'x'"])(r);
const jsonValue = (r, depth = 2) => (depth === 0 || r.chance(40)
  ? r.pick([() => r.pick(["None", "True", "False", "1e400", "{1, 2}", "b'x'"]), smallInt, int,
    float, text])(r)
  : r.chance(50) ? `[${several(r.int(4), () => jsonValue(r, depth - 1)).join(", ")}]`
    : `{${several(r.int(4), () => `${r.pick(["'a'", "'b'", "1", "None", "True", "2.5", "'é'", "(1, 2)"])}: ${jsonValue(r, depth - 1)}`).join(", ")}}`);
const TEXTS = ['{"a": [1, 2.5, -3e2, true, null], "b": {"c": "\\\\u00e9\\\\n"}}', "[]", "{}",
  " [1 , 2 ] ", '"\\\\ud83d\\\\ude00"', "-0", "1E5", "NaN", "[1,]", '{"a" 1}', "01", '"\\\\x"',
  "tru", "", '{"a":1,"a":2}', "1 2", '"a\\tb"', "-", "1.", ".5", "[1e999, -Infinity]"];
const damaged = (r, t) => {
  const at = r.int(t.length + 1);
  return r.chance(50) ? t : r.chance(50) ? t.slice(0, at)
    : t.slice(0, at) + r.pick([",", "]", "}", "1", "-", ":", " ", "e"]) + t.slice(at + r.int(2));
};
const KINDS = [
  (r) => `struct.pack("${format(r)}", ${several(r.int(4), () => packed(r)).join(", ")})`,
  (r) => {
    const c = code(r);
    return `struct.pack("${order(r)}${c.replace(/[lL]/, "q")}", ${packed(r)})`;
  },
  (r) => `struct.unpack("${format(r)}", bytes(range(${r.int(16)})))`,
  (r) => `struct.unpack("${order(r)}${r.pick(["b", "h", "i", "q", "B", "H", "I", "Q", "f", "d", "e"])}", bytes([${several(r.pick([1, 2, 4, 8]), () => r.int(256))}]))`,
  (r) => `struct.calcsize("${format(r)}")`,
  (r) => `struct.unpack_from("${format(r)}", bytes(range(20)), ${r.int(20) - 8})`,
  (r) => `list(struct.iter_unpack("${r.pick(["<h", ">i", "2b", "0s"])}", bytes(range(${r.int(13)}))))`,
  (r) => `array.array("${r.pick(["b", "B", "h", "H", "i", "I", "q", "Q", "f", "d"])}", [${several(r.int(4), () => packed(r)).join(", ")}])`,
  (r) => `binascii.${r.pick(["hexlify", "b2a_base64", "crc32"])}(${bytes(r)})`,
  (r) => `binascii.${r.pick(["unhexlify", "a2b_base64"])}(${r.pick(["b'00ff'", "b'abc'", "'YWJj\\n'", "b'YWI='", "b'YW=='", "b'!!'", "'zz'", bytes(r)])})`,
  (r) => `json.dumps(${jsonValue(r)}${r.pick(["", ", indent=2", ", separators=(',', ':')", ", sort_keys=True", ", ensure_ascii=False", ", indent='\\t'", ", default=str", ", skipkeys=True", ", allow_nan=False"])})`,
  (r) => `json.loads(${JSON.stringify(damaged(r, r.pick(TEXTS))).replaceAll("\\\\\\\\", "\\\\")})`,
  (r) => `json.loads(json.dumps(${jsonValue(r, 3)}))`,
  (r) => `struct.calcsize(${oddFormat(r)})`,
  (r) => {
    const f = oddFormat(r);
    return `struct.unpack(${f}, bytes(range(60, 60 + struct.calcsize(${f}))))`;
  },
  (r) => `struct.pack(${oddFormat(r)}, ${several(1 + r.int(4), () => r.pick([oddInt, oddFloat, () => "b'ab'", () => "True", () => "b'z'"])(r)).join(", ")})`,
  (r) => {
    const c = r.pick([..."bBhHiIqQfd"]);
    return `struct.unpack('<${c}', struct.pack('<${c}', ${/[fd]/.test(c) && r.chance(70) ? oddFloat(r) : oddInt(r)}))`;
  },
  (r) => `json.dumps(${oddJson(r)}${r.pick(["", ", indent=2", ", sort_keys=True", ", separators=(',', ':')", ", ensure_ascii=False", ", indent='-'", ", allow_nan=False", ", skipkeys=True"])})`,
  (r) => `json.loads(json.dumps(${oddJson(r)}))`,
  (r) => `json.loads(${quoted(spoiled(r, r.pick(JSON_TEXTS)))})`,
];
const oddFormat = (r) =>
  quoted(r.pick(["", "<", ">", "!", "=", "@"]) + several(1 + r.int(4),
    () => r.pick(["", "2", "0"]) + r.pick([..."bBhHiIlLqQfd?xsce"]) + r.pick(["", " "])).join(""));
const oddJson = (r, depth = 2) => {
  const k = r.int(depth > 0 ? 9 : 5);
  if (k <= 4) return r.pick([oddInt, oddFloat, oddText, () => "None", () => "True"])(r);
  if (k <= 6) return `[${several(r.int(4), () => oddJson(r, depth - 1)).join(", ")}]`;
  return `{${several(r.int(4), () => `${r.pick([oddText, oddNumber])(r)}: ${oddJson(r, depth - 1)}`).join(", ")}}`;
};
const JSON_TEXTS = ['[1, 2.5e3, "x"]', '{"a": [true, null]}', '"\\u00e9\\ud83d\\ude00"', "-0",
  "1E400", "01", "[1,]", '{"a" 1}', "NaN", '"\\x"', " [ ] ",
  '{"a":1,"a":2}', "tru", '"\t"', "-", "1.", ".5", "[1 2]", "{1:2}", "1e5",
  "123456789012345678901234567890"];
function spoiled(r, json) {
  if (!r.chance(40)) return json;
  const at = r.int(json.length);
  return json.slice(0, at) + r.pick(["", "]", "}", '"', ",", "\\", " ", "0"]) + json
    .slice(at + r.int(2));
}
export const program = (r) =>
  expressions(35, () => r.pick(KINDS)(r), "import array, binascii, json, struct\n");
