// Bundles what tsc made of js/ (build/js) into dist/: the library and the command line.
import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** js/cli/version.ts holds a placeholder. */
const insertVersion = {
  name: "insert-version",
  transform: (code) => (code.includes("__VERSION__") ? { code: code.replaceAll("__VERSION__", version), map: null } : null),
};

export default {
  input: { index: "build/js/index.js", node: "build/js/node.js", cli: "build/js/cli/main.js" },
  external: /^node:/,
  plugins: [insertVersion],
  output: {
    dir: "dist",
    format: "es",
    // All in one folder: krait.wasm is looked for beside the file that loads it.
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  },
};
