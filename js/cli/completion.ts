// Tab completion: names of the running session, attributes behind a dot, modules behind `import`.
import { MODE } from "../host/core.js";
import type { Krait } from "../host/krait.js";
import { startSource } from "./start.js";

const KEYWORDS = ["False", "None", "True", "and", "as", "assert", "async", "await", "break",
  "class", "continue",
  "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in",
  "is", "lambda",
  "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"];

/** Completes the last name before the cursor. */
export async function complete(python: Krait,
    before: string): Promise<{ insert: string; list: string[] }> {
  const word = /(?:[\p{L}_][\p{L}\p{N}_]*\.)*[\p{L}_]?[\p{L}\p{N}_]*$/u.exec(before)![0];
  const dot = word.lastIndexOf(".");
  const start = word.slice(dot + 1);
  const importing = /^\s*(?:import|from)\s+\w*$/.test(before);
  let names: string[];
  if (importing) names = await lines(python, "'\\n'.join(__import__('sys').builtin_module_names)");
  else if (dot >= 0) names = await lines(python, `'\\n'.join(dir(${word.slice(0, dot)}))`);
  else if (start === "") return { insert: "", list: [] };
  else names =
    [...KEYWORDS, ...await lines(python, "'\\n'.join(dir() + dir(__import__('builtins')))")];
  const found = [...new Set(names)].sort()
    .filter((name) => name.startsWith(start) && (start !== "" || !name.startsWith("_")));
  if (found.length === 0) return { insert: "", list: [] };
  const insert = commonStart(found).slice(start.length);
  return { insert: found.length === 1 && KEYWORDS.includes(found[0]!) ? `${insert} ` : insert,
    list: found };
}

/** The lines of the str that an expression gives; none if it fails. */
async function lines(python: Krait, expression: string): Promise<string[]> {
  try {
    const source = new TextEncoder().encode(expression);
    const text =
      await python.begin((core) => startSource(core, source, "<completion>", MODE.eval, 0)).run();
    return typeof text === "string" ? text.split("\n").filter(Boolean) : [];
  } catch {
    return [];
  }
}

function commonStart(names: string[]): string {
  let common = names[0]!;
  for (const name of names) while (!name.startsWith(common)) common = common.slice(0, -1);
  return common;
}
