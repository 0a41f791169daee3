// UTF-8 to strings. The decoder is made at the first use: that takes a millisecond in some hosts,
// and few programs need one.

let decoder: TextDecoder | undefined;

/** The text of whole bytes. A byte order mark is a character like others; what is no UTF-8 becomes
 *  U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes);
}
