// Runs one file as `krait FILE` does, but collects at every safepoint and fills what is freed: the engine of
// npm run test:stress. A process a file, so that one that hangs or traps harms no other.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

process.env.KRAIT_STRESS = "1";
const { default: engine } = await import("./krait-engine.mjs");
const path = resolve(process.argv[2]);
const stdin = readFileSync(0, "utf8");
const result = await engine.run(path, { directory: process.cwd(), stdin, timeout: 3000 });
process.stdout.write(result.stdout);
process.stderr.write(result.stderr);
process.exitCode = result.code;
