// krait/micropython: code for @micropython/micropython-webassembly-pyscript runs with the import
// changed.
import { coreUrl } from "../host/location.js";
import { coreAt } from "../host/load.js";
import { type MicroPython, type MicroPythonOptions,
  makeMicroPython } from "../micropython/micropython.js";

export { type MicroPython, type MicroPythonOptions } from "../micropython/micropython.js";
export { PythonError } from "../host/errors.js";

/** Loads an interpreter. Any number of them may live side by side. */
export async function loadMicroPython(options: MicroPythonOptions = {}): Promise<MicroPython> {
  const core = await coreAt({
    core: coreUrl,
    readFile: async (url) => (await import("node:fs/promises")).readFile(url),
  }, options.url === undefined ? undefined : new URL(options.url, import.meta.url));
  return makeMicroPython(core, options);
}
