// Finding the programs in benchmarks/programs and benchmarks/limits.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const BENCHMARKS = fileURLToPath(new URL("..", import.meta.url));

/** The programs of a folder: name and file, by name. */
function programsIn(folder) {
  return readdirSync(join(BENCHMARKS, folder))
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => ({ name: basename(file, ".py"), file: join(BENCHMARKS, folder, file) }));
}

/**
 * Programs named in `wanted` (all if it is empty) from `programs`, which are compared, and
 * `limits`, which are measured one by one. @throws {Error} if there is no program of a name.
 */
export function findPrograms(wanted) {
  const all = { programs: programsIn("programs"), limits: programsIn("limits") };
  const known = new Set([...all.programs, ...all.limits].map((program) => program.name));
  const unknown = wanted.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`no program called ${unknown.join(", ")}`);
  const chosen = (list) => list.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  return { programs: chosen(all.programs), limits: chosen(all.limits) };
}
