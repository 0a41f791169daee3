/** The package's version; the build puts it here (rollup.config.mjs). */
export const version = "__VERSION__";
