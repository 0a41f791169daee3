// krait in workerd (Cloudflare's workers): the core is part of what is deployed, imported as a
// compiled module.
import wasm from "krait/wasm";
import type { CoreLocation } from "../host/compile.js";
import type { Krait } from "../host/krait.js";
import { loadAt } from "../host/load.js";
import type { LoadOptions } from "../host/options.js";

export * from "../index.js";

const location: CoreLocation = { core: () => wasm };

/** As in entries/index.ts, where the types of this entry come from. */
export function load(options: LoadOptions = {}): Promise<Krait> {
  return loadAt(location, options);
}
