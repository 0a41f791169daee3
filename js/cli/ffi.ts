// The import group `ffi` of the command: it gives Python no JavaScript objects, so none of these
// functions is called in most runs. What they are, border/imports.ts, is a file by itself, loaded
// when one is.
import type { Border } from "../border/border.js";
import { FFI } from "../border/core.js";
import type { createFfi } from "../border/imports.js";

type Ffi = ReturnType<typeof createFfi>;

const NAMES = ["call", "construct", "get", "set", "getItem", "setItem", "ask", "next", "perform",
  "release"];

export function ffi(border: Border): Ffi {
  let loaded: Ffi | undefined;
  const load = (): Ffi =>
    loaded ??= (require("./ffi.cjs") as { createFfi: typeof createFfi }).createFfi(border);
  return {
    // Asked at imports: there are no modules of the host.
    module: () => FFI.missing,
    ...Object
      .fromEntries(NAMES.map((name) => [name, (...args: number[]) => load()[name]!(...args)])),
  };
}
