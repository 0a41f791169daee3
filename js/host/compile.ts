// From what the option `wasm` gives to a compiled module, and what stands in the way of that, said
// plainly.
import { LoadError } from "./errors.js";

/** The core: compiled, its bytes, a response that has it, or where it is. */
export type WasmSource = WebAssembly.Module | BufferSource | Response | URL | string;

/** What an entry of the package knows of its host. */
export interface CoreLocation {
  /** The core that is taken where the options name none. */
  core(): WasmSource | Promise<WasmSource>;
  /** Reads a `file:` URL; only where the host's fetch cannot. */
  readFile?: (url: URL) => Promise<BufferSource>;
}

/** The cores of entries, each compiled once. */
const cores = new WeakMap<CoreLocation, Promise<WebAssembly.Module>>();

/**
 * The core of an entry, compiled at the first call.
 * @throws {LoadError} naming what is missing or forbidden
 */
export function ownCore(location: CoreLocation): Promise<WebAssembly.Module> {
  const known = cores.get(location);
  if (known) return known;
  const module = compileCore(Promise.resolve().then(() => location.core()), location.readFile);
  cores.set(location, module);
  module.catch(() => cores.delete(location));              // the next call tries again
  return module;
}

/**
 * Compiles the core.
 * @throws {LoadError} naming what is missing or forbidden
 */
export async function compileCore(
  source: WasmSource | Promise<WasmSource>, readFile?: CoreLocation["readFile"],
): Promise<WebAssembly.Module> {
  let bytes: BufferSource;
  try {
    const wasm = await source;
    if (wasm instanceof WebAssembly.Module) return wasm;
    const given = typeof wasm === "string" ? resolveUrl(wasm)
      : wasm as URL | Response | BufferSource;
    if (ArrayBuffer.isView(given) || given instanceof ArrayBuffer) bytes = given as BufferSource;
    else if (given instanceof URL && given.protocol === "file:" && readFile)
      bytes = await readFile(given);
    else {
      const response = given instanceof URL ? await fetch(given) : given as Response;
      if (!response.ok)
        throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
      // compileStreaming wants the right content type; servers that do not send it are common.
      const typed = response.headers.get("content-type") === "application/wasm";
      if (typed && "compileStreaming" in WebAssembly)
        return await compiled(WebAssembly.compileStreaming(response));
      bytes = await response.arrayBuffer();
    }
  } catch (error) {
    if (error instanceof LoadError) throw error;
    throw new LoadError(`krait.wasm cannot be loaded: ${messageOf(error)}`, { cause: error });
  }
  return compiled(WebAssembly.compile(bytes));
}

/** A text is a URL: whole, or relative to the page. */
function resolveUrl(text: string): URL {
  return new URL(text, typeof location === "object" ? location.href : undefined);
}

/** What hosts say when a policy forbids compiling: V8, SpiderMonkey, JavaScriptCore. */
const POLICY = /Content.Security.Policy|unsafe-eval|blocked by CSP/i;
/** workerd, for all that is not in the deployed bundle. */
const AT_DEPLOYMENT = /disallowed by embedder/i;

async function compiled(module: Promise<WebAssembly.Module>): Promise<WebAssembly.Module> {
  try {
    return await module;
  } catch (error) {
    const message = messageOf(error);
    let advice = message;
    if (POLICY.test(message)) {
      advice =
        "this page's Content-Security-Policy forbids WebAssembly: its script-src needs 'wasm-unsafe-eval' "
        + `('unsafe-eval' is not needed). ${message}`;
    } else if (AT_DEPLOYMENT.test(message)) {
      advice =
        "this host takes WebAssembly only as an import: `import wasm from \"krait/wasm\"` and `load({ wasm })`. "
        + message;
    }
    throw new LoadError(`krait.wasm cannot be compiled: ${advice}`, { cause: error });
  }
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error));
