// Links that hold a program: the text behind the # of the address, deflated, as base64url. No server sees it.

const KEY = "code=";

/** The address of this page with the program in it. */
export async function shareLink(program: string): Promise<string> {
  const packed = await through(new TextEncoder().encode(program), new CompressionStream("deflate-raw"));
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  const url = new URL(location.href);
  url.hash = KEY + text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return url.href;
}

/** The program in this page's address; undefined: there is none, or it is damaged. */
export async function sharedProgram(): Promise<string | undefined> {
  const hash = location.hash.slice(1);
  if (!hash.startsWith(KEY)) return undefined;
  try {
    const text = atob(hash.slice(KEY.length).replaceAll("-", "+").replaceAll("_", "/"));
    const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await through(packed, new DecompressionStream("deflate-raw")));
  } catch {
    return undefined;
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
