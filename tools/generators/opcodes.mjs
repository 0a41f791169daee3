// Generates assembly/bytecode/opcodes.ts and docs/bytecode.md from opcodes.table.mjs, and
// assembly/bytecode/qstrs.ts from qstrs.table.mjs. Called by tools/generate.mjs.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const banner = (table) => `// Generated from ${table} by tools/generate.mjs. Do not edit.\n`;
/** Operand kinds as the numbers in OPERANDS, in this order. */
const kinds = ["", "q", "o", "c", "u", "i", "s", "U", "sb", "b", "cb", "qu", "w"];
const kindNames = ["NONE", "NAME", "OBJECT", "CHILD", "UINT", "INT", "JUMP", "FORWARD", "JUMP_BYTE",
  "BYTE",
  "CHILD_BYTE", "NAME_UINT", "WIDE"];
const hex = (n) => n.toString(16).padStart(2, "0");

/** How many values stand before the arrow of a stack column; 15: that depends on the operand. */
function takes(stack) {
  const [before, ...after] = stack.split("→");
  if (stack === "see meaning" || after.length > 1 || /\.\.|\[/.test(before)) return 15;
  return before.split(" ").filter(Boolean).reduce((sum, word) => sum + (word === "it4" ? 4 : 1), 0);
}

function opcodesFile({ opcodes, unary, binary }) {
  let out =
    banner("opcodes.table.mjs")
      + "//\n// Opcodes of the bytecode, with what a reader of code must know of each (docs/bytecode.md).\n\n";
  out += "export const enum Op {\n";
  for (const [code, name] of opcodes) out += `  ${name} = 0x${hex(code)},\n`;
  out += "}\n/** Unary operators: code - Op.UNARY_OP_MULTI. */\nexport const enum UnaryOp {\n";
  unary.forEach(([name], i) => { out += `  ${name} = ${i},\n`; });
  out += "}\n/** Binary operators: code - Op.BINARY_OP_MULTI. */\nexport const enum BinaryOp {\n";
  binary.forEach(([name], i) => { out += `  ${name} = ${i},\n`; });
  out += "}\nexport const UNARY_OPS: i32 = " + unary.length + ";\nexport const BINARY_OPS: i32 = "
    + binary.length + ";\n\n";
  out += "// operand kinds, as in OPERANDS\n";
  kindNames.forEach((name, i) => { out += `export const OPERAND_${name}: u8 = ${i};\n`; });
  out += "export const OPERAND_INVALID: u8 = 255;\n";
  out += "/** The effect in EFFECTS if it depends on the operand; and the values taken, then. */\nexport const EFFECT_VARIES: i32 = -8;\nexport const TAKES_VARIES: u8 = 15;\n";
  const operands = new Array(256).fill(255), effects = new Array(256).fill(0);
  for (const [code, , operand, effect, stack] of opcodes) {
    if (!kinds.includes(operand)) throw new Error(`operand ${operand}`);
    operands[code] = kinds.indexOf(operand);
    effects[code] = (effect === "*" ? 8 : Number(effect) & 15) | takes(stack) << 4;
  }
  const span = (from, count) => {
    for (let i = 0; i < count; i++) { operands[from + i] = 0; effects[from + i] = effects[from]; }
  };
  span(0x70, 0x40); span(0xb0, 16); span(0xc0, 16);
  span(0xd0, unary.length); span(0xd7, binary.length);
  const rows = (list) => {
    let text = "";
    for (let i = 0; i < 256; i += 16) text += `  ${list.slice(i, i + 16).join(", ")},\n`;
    return text;
  };
  out += "/** Operand kind of each code, u8. */\nexport const OPERANDS: usize = memory.data<u8>([\n"
    + rows(operands) + "]);\n";
  out += "/** Change of the stack depth by each code: the low four bits, signed; the others: how many values it takes or looks at. */\n"
    + "export const EFFECTS: usize = memory.data<u8>([\n" + rows(effects) + "]);\n\n";
  const words = (list) => JSON.stringify(list.join("|"));
  const names = Array.from({ length: 0x70 }, (_, code) => opcodes.find(([c]) => c === code)?.[1]
    ?? "");
  out += "/** Names of the opcodes with `|` between them; last those of the one-byte forms (spellingOf). */\n"
    + "export const OPCODE_NAMES: string = "
    + words([...names, "LOAD_CONST_SMALL_INT", "LOAD_FAST", "STORE_FAST", "UNARY_OP", "BINARY_OP"])
    + ";\n"
    + "/** Number in OPCODE_NAMES; one-byte forms have the name of the long form. */\n"
    + "export function spellingOf(code: i32): i32 {\n"
    + "  return code < 0x70 ? code : code < 0xb0 ? 0x70 : code < 0xc0 ? 0x71 : code < 0xd0 ? 0x72 : code < 0xd7 ? 0x73 : 0x74;\n}\n"
    + "/** Methods of the unary operators, and of the binary ones, as listings show them. */\n"
    + `export const UNARY_METHODS: string = ${words(unary.map(([, , method]) => method))};\n`
    + `export const BINARY_METHODS: string = ${words(binary.map(([, , method]) => method))};\n`;
  return out;
}

function page({ opcodes, unary, binary }) {
  let out =
    "<!-- Generated from assembly/bytecode/opcodes.table.mjs by tools/generate.mjs. Do not edit. -->\n\n# Bytecode\n\n"
    + "MicroPython's version 6 and private opcodes (01 to 0f), which code compiled to be run here may use and which no\n"
    + "file can hold. Encodings, and how the compiler uses them: [mpy-format.md](mpy-format.md).\n\n"
    + "Operands: q name, o constant, c child, u number (vuint); i signed int; s signed jump; U forward jump; b byte;\n"
    + "w 4-byte jump. Stack: before → after, top at the right.\n\n| hex | name | operand | stack | meaning |\n| --- | --- | --- | --- | --- |\n";
  const cell = (s) => s.replaceAll("|", "\\|");
  for (const [code, name, operand, , stack, meaning] of opcodes) {
    out += `| ${hex(code)} | ${name} | ${[...operand].join(", ")} | ${cell(stack)} | ${cell(meaning)} |\n`;
  }
  out += "\n## Unary operators\n\n" + unary.map(([name, sign], i) =>
    `${hex(0xd0 + i)} ${name} \`${sign}\``).join("; ") + "\n";
  out += "\n## Binary operators\n\n" + binary.map(([name, sign], i) =>
    `${hex(0xd7 + i)} ${name} \`${sign}\``).join("; ") + "\n";
  return out;
}

function qstrsFile({ qstrs }) {
  if (qstrs.length !== 165) throw new Error("there are 165 static qstrs");
  return banner("qstrs.table.mjs") + "//\n// The static qstrs 1 to 165, in order.\n\n"
    + "export const QSTR_COUNT: i32 = 165;\n/** All of them, each followed by `|`. */\nexport const QSTRS: string = "
    + JSON.stringify(qstrs.join("|") + "|") + ";\n";
}

export default async function opcodes(root) {
  const table = await import(pathToFileURL(join(root, "assembly/bytecode/opcodes.table.mjs")));
  const qstrs = await import(pathToFileURL(join(root, "assembly/bytecode/qstrs.table.mjs")));
  return {
    "assembly/bytecode/opcodes.ts": opcodesFile(table),
    "assembly/bytecode/qstrs.ts": qstrsFile(qstrs),
    "docs/bytecode.md": page(table),
  };
}
