// Runs operations of benchmarks/growth/ on an engine that lives in a Node process.
//
// Arguments: engine module, its path option (or ""), measure.py, a file of operations, their
// names. Prints what Python prints.
import { readFileSync } from "node:fs";

const [engineFile, path, measureFile, operationsFile, ...names] = process.argv.slice(2);
const { open } = await import(engineFile);
/** A million elements, and their table while it grows, take more than the default. Unit: bytes. */
const HEAP = 512 << 20;
const vm = await open(path, (text) => process.stdout.write(text), HEAP);
vm.run("__name__ = 'growth'");
for (const file of [measureFile, operationsFile]) vm.run(readFileSync(file, "utf8"));
for (const name of names) vm.run(`measure(${JSON.stringify(name)})`);
process.exit(0);
