// Generates vm/ops.ts and docs/register-code.md from vm/registers.table.mjs.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

export default async function (root) {
  const { instructions } =
    await import(pathToFileURL(join(root, "assembly/vm/registers.table.mjs")));
  let ops = "// Generated from registers.table.mjs by tools/generate.mjs. Do not edit.\n\n"
    + "/** Instructions of the register code; docs/register-code.md says what each does. */\nexport enum Op {\n";
  instructions.forEach(([name], i) => { ops += `  ${name} = ${i},\n`; });
  ops += `}\n\n/** Number of instructions. */\nexport const OP_COUNT: i32 = ${instructions.length};\n\n`
    + "/** Name of an instruction, for listings. */\nexport function opName(op: i32): string {\n  switch (op) {\n";
  instructions.forEach(([name], i) => { ops += `    case ${i}: return "${name}";\n`; });
  ops += '    default: return "?";\n  }\n}\n';
  let page =
    "<!-- Generated from assembly/vm/registers.table.mjs by tools/generate.mjs. Do not edit. -->\n"
    + "# Register code\n\nWhat the interpreter runs and the native tier reads: the translator (`assembly/vm/translator.ts`)\n"
    + "makes it of a code object's bytecode at the first call. An instruction is 8 bytes: `op a b c`, 16 bits each.\n"
    + "Operands: reg: register of the frame; const: index into the constants; int: signed immediate; off: signed jump\n"
    + "in instructions from the next one; cache: index of an inline cache; name: constant that is a str; n: a number.\n\n"
    + "| number | name | a | b | c | meaning |\n| ---: | --- | --- | --- | --- | --- |\n";
  instructions.forEach(([name, a, b, c, text], i) => {
    page += `| ${i} | ${name} | ${a} | ${b} | ${c} | ${text.replace(/\|/g, "\\|")} |\n`;
  });
  return { "assembly/vm/ops.ts": ops, "docs/register-code.md": page };
}
