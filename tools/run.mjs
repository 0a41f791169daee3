// Runs a command of this project, installing and building first whatever is missing or out of date.
//
//   node tools/run.mjs SCRIPT [argument ...]
//
// Uses nothing but Node, so that it works on a fresh clone. Its own output goes to stderr.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** True if every package that package.json names is there in the version it names. */
function installed() {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return Object.entries(devDependencies).every(([name, version]) => {
    const file = join(ROOT, "node_modules", name, "package.json");
    return existsSync(file) && JSON.parse(readFileSync(file, "utf8")).version === version;
  });
}

if (!installed()) {
  process.stderr.write("installing packages (npm ci)\n");
  // Not the old npm that a development dependency brings, which `npm test` finds first.
  const PATH =
    process.env.PATH.split(delimiter).filter((folder) => !/node_modules[\\/]\.bin/.test(folder))
      .join(delimiter);
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"],
    { cwd: ROOT, env: { ...process.env, PATH }, stdio: ["ignore", 2, 2] });
  if (npm.status !== 0) process.exit(1);
}
const { build } = await import("./build.mjs");
try {
  build();
} catch (error) {
  if (error.status === undefined) throw error;
  process.exit(1);
}
const [script, ...args] = process.argv.slice(2);
const child = spawnSync(process.execPath, [join(ROOT, script), ...args], { stdio: "inherit" });
process.exitCode = child.status ?? 1;
