// Copying and clearing a few words. V8 leaves memory.copy and memory.fill to C functions, and
// calling one costs as much as copying some twenty words here.

/** More than this is left to memory.copy and memory.fill. Unit: words. */
const FEW: usize = 16;

/** Copies words; the areas may overlap. */
export function copyWords(to: usize, from: usize, words: usize): void {
  const bytes = words << 3;
  if (words > FEW || to - from < bytes) { memory.copy(to, from, bytes); return; }
  for (const end = to + bytes; to < end; to += 8, from += 8) store<u64>(to, load<u64>(from));
}
/** Sets bytes to `b`. */
export function fillBytes(at: usize, b: u8, bytes: usize): void {
  if (bytes > 32) { memory.fill(at, b, bytes); return; }
  for (const end = at + bytes; at < end; at++) store<u8>(at, b);
}
/** Makes words 0. */
export function clearWords(at: usize, words: usize): void {
  const bytes = words << 3;
  if (words > FEW) { memory.fill(at, 0, bytes); return; }
  for (const end = at + bytes; at < end; at += 8) store<u64>(at, 0);
}
/** The order of two areas of the same size, byte by byte: below 0, 0 or above 0. */
export function orderBytes(a: usize, b: usize, bytes: usize): i32 {
  return memory.compare(a, b, bytes);
}
/** Whether two areas of the same size hold the same. */
export function sameBytes(a: usize, b: usize, bytes: usize): bool {
  return orderBytes(a, b, bytes) == 0;
}
