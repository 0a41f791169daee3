// Random regular expressions over few letters, so that they often match.
import { expressions, oddText, quoted, several } from "./cases.mjs";

/** A pattern that may hold groups; `state.groups` counts them. */
function pattern(r, depth, state) {
  return several(1 + r.int(3), () => piece(r, depth, state)).join(r.chance(12) ? "|" : "");
}
function piece(r, depth, state) {
  const atom = depth === 0 || r.chance(60)
    ? r.pick(["a", "b", "ab", ".", "[ab]", "[^a]", "\\\\d", "\\\\w", "\\\\s", "c", "[a-c1]", "1",
      "\\\\b", "^", "$", "\\\\.", "\\\\W", "[\\\\d_]", "\\\\A", "\\\\Z", "\\\\B", "é", "\\\\S",
      "(?i:A)"])
    : group(r, depth, state);
  const repeatable = !/^(\\\\[bBAZ]|\^|\$|\(\?[=!<#])/.test(atom) && atom.length > 0;
  const one = /^(.|\\\\.|\[.*\]|\(.*\))$/s.test(atom);
  return atom + (repeatable && one && r.chance(40)
    ? r.pick(["*", "+", "?", "{2}", "{1,2}", "{,2}", "{2,}", "*?", "+?", "??", "{1,3}?", "*+", "++",
      "?+"]) : "");
}
function group(r, depth, state) {
  const inner = () => pattern(r, depth - 1, state);
  switch (r.int(10)) {
    case 0: return `(?:${inner()})`;
    case 1: return `(?=${inner()})`;
    case 2: return `(?!${inner()})`;
    case 3: return `(?<=${r.pick(["a", "ab", "[ab]", "\\\\d"])})`;
    case 4: return `(?<!${r.pick(["a", "b1", "."])})`;
    case 5: return `(?>${inner()})`;
    case 6: { const n = ++state.groups; return `(?P<g${n}>${inner()})`; }
    case 7: return state.closed > 0 ? `\\\\${1 + r.int(state.closed)}` : "a";
    default: {
      state.groups++;
      const text = `(${inner()})`;
      if (depth >= 2) state.closed = state.groups;
      return text;
    }
  }
}
const subject = (r) =>
  `"${several(r.int(12), () => r.pick(["a", "b", "c", "1", "ab", " ", "_", "A", "é", ".", "\\n"])).join("")}"`;
const flags = (r) =>
  r.pick(["", "", "", ", re.I", ", re.M", ", re.S", ", re.X", ", re.A", ", re.I | re.M"]);
const KINDS = [
  (r, p) =>
    `told(re.${r.pick(["search", "match", "fullmatch"])}("${p}", ${subject(r)}${flags(r)}))`,
  (r, p) => `told(re.search("${p}", ${subject(r)}${flags(r)}))`,
  (r, p) => `re.findall("${p}", ${subject(r)}${flags(r)})`,
  (r, p) => `[told(m) for m in re.finditer("${p}", ${subject(r)})]`,
  (r, p) =>
    `re.${r.pick(["sub", "subn"])}("${p}", "${r.pick(["x", "<\\\\g<0>>", "", "\\\\n"])}", ${subject(r)}${r.pick(["", ", 1"])})`,
  (r, p) => `re.sub("${p}", lambda m: m.group().upper() + "!", ${subject(r)})`,
  (r, p) => `re.split("${p}", ${subject(r)}${r.pick(["", ", 2"])})`,
  (r, p) => `told(re.compile("${p}").search(${subject(r)}, ${r.int(5)}${r.pick(["", ", 6"])}))`,
  (r, p) => `re.compile("${p}").groups, re.compile("${p}").groupindex`,
  (r) => `re.escape(${subject(r)})`,
];
/** Pieces of patterns that need not fit together: some are errors. */
function loose(r, depth = 2) {
  const k = r.int(depth > 0 ? 12 : 6);
  if (k <= 2)
    return r.pick([..."abcxyz "]) + r.pick(["", "", "?", "*", "+", "{2}", "{1,2}", "*?", "+?",
      "{,2}"]);
  if (k === 3)
    return r.pick(["\\d", "\\w", "\\s", "\\b", "\\D", "\\W", ".", "^", "$", "\\.", "\\B", "\\S"]);
  if (k === 4)
    return `[${r.pick(["", "^"])}${r.pick(["a-c", "xyz", "\\d", "a-z0-9", "\\w-", "]a", "é"])}]${r.pick(["", "+", "*", "?"])}`;
  if (k === 5) return r.pick(["ab", "a|b", "foo", "i", "s+"]);
  return r.pick(["({})", "(?:{})", "({})*", "(?:{})+", "({})?", "(?P<n>{})", "(?={})", "(?!{})",
    "(?<!x){}", "({})|z", "(?i:{})"])
    .replace("{}", () => several(1 + r.int(3), () => loose(r, depth - 1)).join(""));
}
function looseCase(r) {
  const p =
    quoted(several(1 + r.int(3), () => loose(r)).join("") + (r.chance(15)
      ? r.pick(["\\1", "(", ")", "[", "*", "(?P=n)", "{2", "\\"]) : ""));
  const s = r.chance(50) ? oddText(r)
    : quoted(several(r.int(15), () => r.pick([..."abcxyz 12."])).join(""));
  const call =
    r.pick(["search", "match", "fullmatch", "findall", "split", "sub", "finditer", "subn"]);
  if (/search|match/.test(call)) return `told(re.${call}(${p}, ${s}))`;
  if (call === "finditer") return `[(m.span(), m.groups()) for m in re.finditer(${p}, ${s})]`;
  if (/sub/.test(call))
    return `re.${call}(${p}, ${quoted(r.pick(["<>", "-", "[\\g<0>]", "\\1", ""]))}, ${s}${r.pick(["", ", 1"])})`;
  return `re.${call}(${p}, ${s}${call === "split" ? r.pick(["", ", 2"]) : ""})`;
}
const PRELUDE = `import re
def told(m): return m and (m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup, m.regs)
`;
export const program = (r) =>
  expressions(30,
    () => (r.chance(35) ? looseCase(r) : r.pick(KINDS)(r, pattern(r, 2, { groups: 0, closed: 0 }))),
    PRELUDE);
