// A worker as Cloudflare runs it, bundled by Vite for the condition `workerd`. Answers requests
// with Python.
import * as krait from "krait";
import * as core from "krait/core";
import wasm from "krait/wasm";
import { conformance } from "./conformance.mjs";
import { stack } from "./stack.mjs";

const ready = krait.load();                               // once, while the worker starts

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    try {
      switch (pathname) {
        case "/conformance":
          return Response.json({
            ".": await conformance(krait),
            core: await conformance(core, { wasm }),
            stack: await stack(krait),
            wasm: { results: [{ name: "krait/wasm is a module",
              ...(!(wasm instanceof WebAssembly.Module) && { error: String(wasm) }) }] },
          });
        case "/add": {
          const python = await ready;
          return new Response(
            String(await python
              .runAsync(`${Number(searchParams.get("a"))} + ${Number(searchParams.get("b"))}`)));
        }
        case "/compile":
          // Only what was deployed may be compiled.
          return await krait.load({ wasm: new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]) }).then(
            () => new Response("compiled"),
            (error) => new Response(`${error.name}: ${error.message}`));
        default:
          return new Response("nothing here", { status: 404 });
      }
    } catch (error) {
      return new Response(String(error?.stack ?? error), { status: 500 });
    }
  },
};
