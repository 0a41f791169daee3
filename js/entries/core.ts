// krait/core: no loader. The core is always given, and nothing here looks for a file.
import type { Krait } from "../host/krait.js";
import { loadAt } from "../host/load.js";
import type { LoadOptions } from "../host/options.js";
import { LoadError } from "../host/errors.js";
import type { CoreLocation, WasmSource } from "../host/compile.js";

export * from "../index.js";

const location: CoreLocation = {
  core: () => { throw new LoadError("krait/core has no core of its own: give the option `wasm`"); },
};

export interface CoreLoadOptions extends LoadOptions {
  /** The core: a compiled module, its bytes, or where it is. */
  wasm: WasmSource | Promise<WasmSource>;
}

/**
 * Loads a Python from the core that `options.wasm` gives.
 * @throws {LoadError} if it is missing, or cannot be compiled
 */
export function load(options: CoreLoadOptions): Promise<Krait> {
  return loadAt(location, options ?? {});
}
