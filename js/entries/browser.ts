// krait in a page or a web worker: the core is fetched and compiled as it arrives.
import type { CoreLocation } from "../host/compile.js";
import type { Krait } from "../host/krait.js";
import { loadAt } from "../host/load.js";
import type { LoadOptions } from "../host/options.js";
import { coreUrl } from "../host/location.js";

export * from "../index.js";

const location: CoreLocation = { core: coreUrl };

/** As in entries/index.ts, where the types of this entry come from. */
export function load(options: LoadOptions = {}): Promise<Krait> {
  return loadAt(location, options);
}
