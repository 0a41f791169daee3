// What can be checked of how the source is written: headers, line length, file length, notes to be
// done.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Unit: characters. */
const LINE_LIMIT = 100;
/** Beyond this a file is to be split by meaning; the interpreter's loop may be longer. Unit:
 *  lines. */
const FILE_LIMIT = 700;
const LONG_FILES = new Set(["assembly/vm/interpreter.ts"]);
const GENERATED = /^\/\/ (?:.*\n\/\/ )?Generated from|^<!-- Generated/;

/** Messages about files that break a rule, and warnings. */
export function checkStyle(root, files) {
  const wrong = [];
  const warnings = [];
  for (const path of files.filter((f) =>
      /^(assembly|js|tools|benchmarks|tests)\/.*\.(ts|mjs|js)$/.test(f))) {
    const text = readFileSync(join(root, path), "utf8");
    const lines = text.split("\n");
    const first = lines[0].startsWith("#!") ? lines[1] : lines[0];
    if (!/^(\/\/|\/\*\*)/.test(first)) wrong.push(`${path}:1: no header comment`);
    if (GENERATED.test(text) || /Generated/.test(lines.slice(0, 3).join())) continue;
    lines.forEach((line, i) => {
      if (/\b(TODO|FIXME|XXX)\b(?!\(#\d+\))/.test(line) && !path.startsWith("tools/check-style")) {
        wrong.push(`${path}:${i + 1}: a note to be done needs its issue: // TODO(#12): ...`);
      }
      if (line.length > LINE_LIMIT) warnings.push(`${path}:${i + 1}: ${line.length} characters`);
    });
    if (lines.length > FILE_LIMIT && !LONG_FILES.has(path))
      warnings.push(`${path}: ${lines.length} lines`);
  }
  return { wrong, warnings };
}

/** Every instruction of the register code has its place in the interpreter. */
export async function checkOpcodes(root) {
  const { instructions } = await import(join(root, "assembly/vm/registers.table.mjs"));
  const loop = readFileSync(join(root, "assembly/vm/interpreter.ts"), "utf8");
  return instructions.map(([name]) => name)
    .filter((name) => !new RegExp(`case (?:<i32>)?Op\\.${name}\\s*:`).test(loop))
    .map((name) => `assembly/vm/interpreter.ts: no case Op.${name}`);
}
