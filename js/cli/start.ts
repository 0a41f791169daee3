// Starting a source text in another way than the public API offers.
import { type CoreExports, passTexts } from "../host/core.js";

/** Compiles `source` in one of the core's modes. Returns the core's status: 0 if it is ready to
 *  run. */
export function startSource(
  core: CoreExports, source: string | Uint8Array, name: string, mode: number, options: number,
): number {
  const [at, bytes, nameAt, nameBytes] = passTexts(core, source, name) as [number, number, number,
    number];
  return core.start(at, bytes, nameAt, nameBytes, mode, options);
}
