// The imports besides `ffi`: output, input, clock, files. Python must not be called meanwhile.
import type { Border } from "./border.js";

type Method = (...args: unknown[]) => unknown;

/** The other imports, while whose callbacks run Python must not be called: they are asked in the
 *  middle of natives. */
export function guardCallbacks(border: Border, imports: WebAssembly.Imports): WebAssembly.Imports {
  return Object.fromEntries(Object.entries(imports).map(([group, functions]) => [group,
    Object.fromEntries(Object.entries(functions).map(([name, f]) =>
      [name, guardedCallback(border, f as Method)]))]));
}
function guardedCallback(border: Border, f: Method): Method {
  return (a, b, c, d) => {
    border.busy++;
    try {
      return f(a, b, c, d);
    } finally {
      border.busy--;
    }
  };
}
