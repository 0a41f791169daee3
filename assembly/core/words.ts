// Lists of words as one literal with `|` between them: smaller than a literal and a comparison for
// each.

/** Number of the word, from 0, that the `bytes` bytes at `at` are; -1: it is not in the list. */
export function wordIndex(words: string, at: usize, bytes: u32): i32 {
  let number = 0, same: u32 = 0;
  for (let i = 0, end = words.length; i <= end; i++) {
    const c = i < end ? words.charCodeAt(i) : 124;
    if (c != 124) {
      same = same < bytes && load<u8>(at + same) == c ? same + 1 : <u32>-1;
    } else {
      if (same == bytes) return number;
      number++;
      same = 0;
    }
  }
  return -1;
}
