// Strings: Python's are UTF-8 in memory, in which lone surrogates may stand as three bytes;
// JavaScript's are UTF-16.
import { decodeUtf8 } from "../host/utf8.js";

const encoder = new TextEncoder();

/** Up to this many bytes a loop is quicker than a TextDecoder. */
const SHORT = 24;

/** Short strings that passed last, by a hash of their bytes: the same names pass again and again,
 *  and a string that was used as a name before is found in objects at once. */
const RECENT = 1024;
const recent: string[] = new Array<string>(RECENT).fill("");

function decodeShort(bytes: Uint8Array, at: number, length: number): string {
  const end = at + length;
  let hash = length;
  for (let i = at; i < end; i++) hash = Math.imul(hash, 31) + bytes[i]! | 0;
  const slot = (hash ^ hash >>> 10) & RECENT - 1, known = recent[slot]!;
  if (known.length === length) {
    let i = 0;
    while (i < length && known.charCodeAt(i) === bytes[at + i]) i++;
    if (i === length) return known;
  }
  let text = "";
  for (let i = at; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return recent[slot] = text;
}
/** The string of `length` bytes at `at`. ascii: all are below 128. */
export function decodeText(bytes: Uint8Array, at: number, length: number, ascii: boolean): string {
  if (ascii && length <= SHORT) return decodeShort(bytes, at, length);
  const text = decodeUtf8(bytes.subarray(at, at + length));
  return ascii || !text.includes("\uFFFD") ? text : decodeSurrogates(bytes, at, at + length);
}

/** The same for bytes in which surrogates may stand by themselves. */
function decodeSurrogates(bytes: Uint8Array, from: number, to: number): string {
  let text = "", begin = from;
  for (let i = from; i < to; i++) {
    // ed a0..bf xx is a surrogate
    if (bytes[i] !== 0xed || i + 2 >= to || bytes[i + 1]! < 0xa0) continue;
    text += decodeUtf8(bytes.subarray(begin, i));
    text += String.fromCharCode(0xd000 | (bytes[i + 1]! & 0x3f) << 6 | (bytes[i + 2]! & 0x3f));
    begin = i + 3;
    i += 2;
  }
  return text + decodeUtf8(bytes.subarray(begin, to));
}

/** Writes a string to `at`, where three bytes for each of its characters are free. Returns how many
 *  it took. */
export function encodeText(text: string, bytes: Uint8Array, at: number): number {
  const length = text.length;
  if (length <= SHORT * 2) {
    let i = 0;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) break;
      bytes[at + i] = code;
    }
    if (i === length) return length;
  }
  const into = bytes.subarray(at, at + length * 3);
  const { written } = encoder.encodeInto(text, into);
  // Lone surrogates came out as U+FFFD.
  return written === length || isWellFormed(text) ? written : encodeSurrogates(text, into);
}
function encodeSurrogates(text: string, into: Uint8Array): number {
  let at = 0;
  for (const part of text.split(LONE)) {
    const code = part.charCodeAt(0);
    if (part.length === 1 && code >= 0xd800 && code <= 0xdfff) {
      into[at++] = 0xed;
      into[at++] = 0x80 | (code >> 6 & 0x3f);
      into[at++] = 0x80 | (code & 0x3f);
    } else {
      at += encoder.encodeInto(part, into.subarray(at)).written;
    }
  }
  return at;
}
/** A surrogate without its other half. Captured, so that split() keeps it. */
const LONE = /((?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF]))/;
const isWellFormed = (text: string): boolean => !LONE.test(text);
