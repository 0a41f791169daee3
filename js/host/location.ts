// Where the package has its core. The URL is written so that bundlers see it: they copy the file
// and put in its place.

/** `krait.wasm`, which lies beside the file that this module is bundled into. */
export const coreUrl = (): URL => new URL("./krait.wasm", import.meta.url);
