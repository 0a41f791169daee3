// core: the encoding of values, UTF-8.
import {
  isSmallInt, smallInt, smallIntNew, fitsSmallInt, bothSmallInts, SMALL_INT_MAX, SMALL_INT_MIN, isInlineFloat,
  inlineFloat, inlineFloatTry, isObject, valueOf, addressOf, END, TAIL_CALL, WAIT, NOT_HANDLED, RAISED,
} from "../../assembly/core/value";
import { utf8Count, utf8Decode, utf8Encode, utf8Invalid } from "../../assembly/core/utf8";

const ROOM: usize = memory.data(64, 16);

describe("small ints", () => {
  test("keep every number that fits", () => {
    for (let bit = 0; bit < 62; bit++) {
      const n: i64 = 1 << bit;
      expect(smallInt(smallIntNew(n))).toBe(n);
      expect(smallInt(smallIntNew(-n))).toBe(-n);
      expect(smallInt(smallIntNew(n - 1))).toBe(n - 1);
    }
    expect(smallInt(smallIntNew(SMALL_INT_MAX))).toBe(SMALL_INT_MAX);
    expect(smallInt(smallIntNew(SMALL_INT_MIN))).toBe(SMALL_INT_MIN);
  });
  test("fitsSmallInt knows the borders", () => {
    expect(fitsSmallInt(SMALL_INT_MAX)).toBe(true);
    expect(fitsSmallInt(SMALL_INT_MIN)).toBe(true);
    expect(fitsSmallInt(SMALL_INT_MAX + 1)).toBe(false);
    expect(fitsSmallInt(SMALL_INT_MIN - 1)).toBe(false);
    expect(fitsSmallInt(0)).toBe(true);
    expect(fitsSmallInt(-1)).toBe(true);
  });
  test("are told from everything else", () => {
    expect(isSmallInt(smallIntNew(0))).toBe(true);
    expect(bothSmallInts(smallIntNew(1), inlineFloatTry(1.5))).toBe(false);
    expect(isObject(smallIntNew(8))).toBe(false);
  });
});

describe("inline floats", () => {
  test("keep the bits of middle doubles", () => {
    let x: f64 = 1.1;
    for (let i = 0; i < 200; i++) {
      const v = inlineFloatTry(x);
      expect(isInlineFloat(v)).toBe(true);
      expect(inlineFloat(v)).toBe(x);
      expect(inlineFloat(inlineFloatTry(-x))).toBe(-x);
      x *= i < 100 ? 2.3 : 0.19;
    }
  });
  test("are refused for zero, the huge and what is no number", () => {
    expect(isInlineFloat(inlineFloatTry(0))).toBe(false);
    expect(isInlineFloat(inlineFloatTry(-0.0))).toBe(false);
    expect(isInlineFloat(inlineFloatTry(1e300))).toBe(false);
    expect(isInlineFloat(inlineFloatTry(1e-300))).toBe(false);
    expect(isInlineFloat(inlineFloatTry(Infinity))).toBe(false);
    expect(isInlineFloat(inlineFloatTry(NaN))).toBe(false);
  });
});

describe("words that are no values", () => {
  test("markers are neither objects nor numbers", () => {
    const markers: StaticArray<u64> = [RAISED, END, TAIL_CALL, WAIT, NOT_HANDLED];
    for (let i = 0; i < markers.length; i++) {
      expect(isObject(markers[i])).toBe(false);
      expect(isSmallInt(markers[i])).toBe(false);
      expect(isInlineFloat(markers[i])).toBe(false);
    }
  });
  test("addresses are objects", () => {
    expect(isObject(valueOf(0x1000))).toBe(true);
    expect(addressOf(valueOf(0x1000))).toBe(0x1000);
  });
});

describe("UTF-8", () => {
  test("writes and reads every length", () => {
    const points: StaticArray<u32> = [0x24, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff];
    const lengths: StaticArray<u32> = [1, 1, 2, 2, 3, 3, 4, 4];
    for (let i = 0; i < points.length; i++) {
      expect(utf8Encode(ROOM, points[i])).toBe(lengths[i]);
      expect(utf8Decode(ROOM)).toBe(points[i]);
      expect(utf8Count(ROOM, lengths[i])).toBe(1);
    }
  });
  test("finds what is not UTF-8", () => {
    store<u32>(ROOM, 0x00818061);                     // "a" and a byte that continues nothing
    expect(utf8Invalid(ROOM, 3, false)).toBe(1);
    store<u32>(ROOM, 0x00bdacf0);                     // a sequence cut short
    expect(utf8Invalid(ROOM, 3, false)).toBe(0);
    store<u32>(ROOM, 0x000080c0);                     // longer than it need be
    expect(utf8Invalid(ROOM, 2, false)).toBe(0);
    store<u32>(ROOM, 0x64636261);
    expect(utf8Invalid(ROOM, 4, false)).toBe(-1);
  });
});
