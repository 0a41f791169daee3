// The playground: a page that uses the package as any page would, from its built files.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at("."),
  base: "./",
  resolve: { alias: [
    { find: /^krait$/, replacement: at("../dist/browser.js") },
  ] },
  // The package finds krait.wasm beside its own file: it must not be moved into Vite's cache of dependencies.
  optimizeDeps: { exclude: ["krait"] },
  server: { fs: { allow: [at("..")] } },
  build: { outDir: at("../build/playground"), emptyOutDir: true, target: "es2022" },
});
