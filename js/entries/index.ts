// krait, where files can be read: Node, Deno, Bun, and whatever is not known.
import type { CoreLocation } from "../host/compile.js";
import type { Krait } from "../host/krait.js";
import { loadAt } from "../host/load.js";
import type { LoadOptions } from "../host/options.js";
import { coreUrl } from "../host/location.js";

export * from "../index.js";

const location: CoreLocation = {
  core: coreUrl,
  readFile: async (url) => (await import("node:fs/promises")).readFile(url),
};

/**
 * Loads a Python: compiles the core and makes an instance.
 * @throws {LoadError} if the core cannot be had or compiled
 */
export function load(options: LoadOptions = {}): Promise<Krait> {
  return loadAt(location, options);
}
