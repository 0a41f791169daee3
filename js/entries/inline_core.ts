// The core as text. The build puts it here (rollup.config.mjs).

/** `krait.wasm`, compressed (deflate without header) and in base 64. */
export const coreText: string = "__CORE__";
