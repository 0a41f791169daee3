// A web server for the pages of the tests: files below a folder, and pages made by the test.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm", ".css": "text/css", ".map": "application/json",
};

/**
 * @param folder  what is served
 * @param pages   path -> {body, headers}; before the files
 * @param headers of all answers
 * @returns {Promise<{url: string, close: () => void}>}
 */
export async function serveFolder(folder, pages = {}, headers = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    const page = pages[path];
    if (page) {
      response.writeHead(200, { "content-type": TYPES[".html"], ...headers, ...page.headers });
      response.end(page.body);
      return;
    }
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (path.includes("..") || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => { server.listen(0, "127.0.0.1", done); });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}
