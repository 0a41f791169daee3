// Exact sum of doubles (Shewchuk's non-overlapping partial sums), for math.fsum.
//
// State: f64 sum of infinities and nans, f64 infinities alone, u32 count, u32 special, then the
// partial sums, smallest first. They do not overlap, but each may have few bits: there can be a
// thousand of them.

/** Room for the sum of nothing. */
export const SUM_BYTES: u32 = 24;
export const SUM_OK: i32 = 0;
/** inf and -inf were added. */
export const SUM_INVALID: i32 = 1;

export function sumBegin(at: usize): void { memory.fill(at, 0, SUM_BYTES); }
/** Bytes in use. Another sumAdd needs 8 more. */
export function sumBytes(at: usize): u32 { return SUM_BYTES + (load<u32>(at, 16) << 3); }
/** Adds x. False: finite numbers gave an infinite partial sum. */
export function sumAdd(at: usize, x: f64): bool {
  const given = x, count = load<u32>(at, 16);
  let kept: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    let y = load<f64>(at + 24 + (<usize>i << 3));
    if (abs(x) < abs(y)) { const t = x; x = y; y = t; }
    const high = x + y, low = y - (high - x);
    if (low != 0) { store<f64>(at + 24 + (<usize>kept << 3), low); kept++; }
    x = high;
  }
  if (x != 0) {
    if (x - x != 0) {
      if (given - given == 0) return false;
      if (abs(given) == Infinity) store<f64>(at, load<f64>(at, 8) + given, 8);
      store<f64>(at, load<f64>(at) + given);
      store<u32>(at, 1, 20);
      kept = 0;
    } else {
      store<f64>(at + 24 + (<usize>kept << 3), x);
      kept++;
    }
  }
  store<u32>(at, kept, 16);
  return true;
}
/** Writes the sum, rounded once, to `at`. */
export function sumEnd(at: usize): i32 {
  if (load<u32>(at, 20) != 0) {
    return load<f64>(at, 8) != load<f64>(at, 8) ? SUM_INVALID : SUM_OK;
  }
  let n = load<u32>(at, 16), high: f64 = 0, low: f64 = 0;
  if (n != 0) {
    high = load<f64>(at + 24 + (<usize>(n - 1) << 3));
    n--;
    while (n != 0) {
      const x = high, y = load<f64>(at + 24 + (<usize>(n - 1) << 3));
      n--;
      high = x + y;
      low = y - (high - x);
      if (low != 0) break;
    }
    // exactly half way: the next partial sum decides
    if (n != 0) {
      const next = load<f64>(at + 24 + (<usize>(n - 1) << 3));
      if ((low < 0 && next < 0) || (low > 0 && next > 0)) {
        const y = low * 2, x = high + y;
        if (y == x - high) high = x;
      }
    }
  }
  store<f64>(at, high);
  return SUM_OK;
}
