// Writes the files that are generated from tables. `--check` compares instead of writing (npm run
// check). Each generator is a function that returns { path: text }; tables lie beside what they
// describe.
import { readFileSync, writeFileSync, readdirSync, existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";

const root = fileURLToPath(new URL("..", import.meta.url));
const banner = (table) => `// Generated from ${table} by tools/generate.mjs. Do not edit.\n`;

/** assembly/objects/names.ts: the static interned strings. */
async function names() {
  const table = await import(pathToFileURL(join(root, "assembly/objects/names.table.mjs")));
  const rows = [...new Set(table.names)].map((name) => [name, name]);
  for (const [name, suffix] of Object.entries(table.specialNames)) rows.push([name, suffix]);
  const bytes = rows.map(([name]) => Math.ceil((24 + Buffer.byteLength(name)) / 16) * 16);
  let out =
    banner("names.table.mjs")
      + `//\n// Static interned strings: S_x is the address of the str "x".\n`
    + `import { internStatic } from "./str";\n\n`;
  rows.forEach(([, suffix], i) => {
    out += `export const S_${suffix}: usize = memory.data(${bytes[i]}, 16);\n`;
  });
  out += `\n/** Fills the static strings and interns them. Called once, at boot. */\nexport function installNames(): void {\n`;
  rows.forEach(([name, suffix]) => {
    out += `  internStatic(S_${suffix}, ${JSON.stringify(name)});\n`;
  });
  return { "assembly/objects/names.ts": out + "}\n" };
}

/** assembly/modules/index.ts: every file of the folder with its `install`, under its Python
 *  name. */
const FOR_GOOD = ["builtins", "sys"];
function modules() {
  const folder = join(root, "assembly/modules");
  const files = readdirSync(folder).filter((f) => f.endsWith(".ts") && f !== "index.ts")
    .filter((f) =>
      readFileSync(join(folder, f), "utf8").includes("export function install(m: ModuleBuilder)"))
    .map((f) => f.slice(0, -3)).filter((f) => !FOR_GOOD.includes(f)).sort();
  let out =
    banner("the files of this folder") + `import { moduleBegin } from "../objects/module";\n`;
  for (const f of files) out += `import { install as install_${f} } from "./${f}";\n`;
  out += `\n/** Registers the built-in modules but those that boot fills itself; each is filled when it is first imported. At boot. */\n`
    + `export function installModules(): void {\n`;
  for (const f of files) out += `  install_${f}(moduleBegin("${f.replace(/_$/, "")}"));\n`;
  return { "assembly/modules/index.ts": out + "}\n" };
}

const generators = [names, modules];
const extra = join(root, "tools/generators");
if (existsSync(extra)) {
  for (const f of readdirSync(extra).sort()) {
    if (f.endsWith(".mjs")) generators.push((await import(pathToFileURL(join(extra, f)))).default);
  }
}

const check = process.argv.includes("--check");
let stale = 0;
for (const generate of generators) {
  for (const [path, text] of Object.entries(await generate(root))) {
    const full = join(root, path);
    const old = existsSync(full) ? readFileSync(full, "utf8") : "";
    if (old === text) continue;
    if (check) { console.error(`${path} is out of date: npm run generate`); stale++; } else {
      writeFileSync(full, text);
      console.log(`wrote ${path}`);
    }
  }
}
process.exitCode = stale ? 1 : 0;
