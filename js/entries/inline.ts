// krait/inline: all in one file, the core included, compressed. Fetches nothing: for `file:` pages,
// content delivery networks, extensions, and bundlers that know nothing of Wasm.
import type { CoreLocation } from "../host/compile.js";
import type { Krait } from "../host/krait.js";
import { loadAt } from "../host/load.js";
import type { LoadOptions } from "../host/options.js";
import { coreText } from "./inline_core.js";

export * from "../index.js";

const location: CoreLocation = { core: () => unpack(coreText) };

/**
 * Loads a Python from the core inside this file.
 * @throws {LoadError} if it cannot be compiled
 */
export function load(options: LoadOptions = {}): Promise<Krait> {
  return loadAt(location, options);
}

async function unpack(base64: string): Promise<ArrayBuffer> {
  const text = atob(base64);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  return new Response(new Blob([packed]).stream()
    .pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}
