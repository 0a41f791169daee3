// Packs the package and installs the tarball into a temporary folder, as a user's project has it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The user's npm: one of the development dependencies brings an old npm, which `npm test` finds
 *  first. */
const path =
  process.env.PATH.split(delimiter).filter((folder) => !/node_modules[\\/]\.bin/.test(folder))
    .join(delimiter);
const env = { ...process.env, PATH: path };

/** @returns {{tarball: string, project: string, files: {path: string, size: number}[], dispose: ()
/**   => void}} */
export function packAndInstall() {
  const folder = mkdtempSync(join(tmpdir(), "krait-package-"));
  const npm = (cwd, ...args) =>
    execFileSync("npm", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const [packed] =
    JSON.parse(npm(ROOT, "pack", "--json", "--ignore-scripts", "--pack-destination", folder));
  const tarball = join(folder, packed.filename);
  const project = join(folder, "project");
  cpSync(join(ROOT, "tests/packages/project"), project, { recursive: true });
  for (const name of ["conformance.mjs", "stack.mjs", "worker.mjs"]) {
    cpSync(join(ROOT, "tests/packages", name), join(project, name));
  }
  for (const name of readdirSync(join(ROOT, "tests/packages/hosts"))) {
    cpSync(join(ROOT, "tests/packages/hosts", name), join(project, name));
  }
  writeFileSync(join(project, "package.json"), JSON.stringify({
    name: "user", private: true, type: "module", dependencies: { krait: `file:${tarball}` },
  }));
  npm(project, "install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts",
    "--no-package-lock");
  execFileSync(process.execPath, ["save.mjs"],
    { cwd: project, stdio: ["ignore", "inherit", "inherit"] });
  return { tarball, project, files: packed.files,
    dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
