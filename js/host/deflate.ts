// Compression of snapshots: the deflate format (RFC 1951), all of it for reading; written are
// blocks with Huffman codes of their own. Plain and small: everybody who loads Krait loads it.
//
// A length or distance is a symbol and extra bits: small numbers have symbols of their own, larger
// ones a symbol for their upper bits - for lengths, counted from 3, the upper three, for distances,
// counted from 1, the upper two.

/** Upper bits, but the first, that a symbol says: of lengths and of distances. */
const LENGTH_BITS = 2;
const DISTANCE_BITS = 1;
const END = 256;
/** The symbol of length 258, which is beside the rule. */
const LENGTH_258 = 285;
/** How the lengths of codes for lengths of codes are ordered. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const CODE_MOST = 15;
const ORDER_CODE_MOST = 7;

/** The canonical codes, low bit first, of symbols whose codes have these lengths; 0: the symbol has
 *  none. */
function codesOf(lengths: ArrayLike<number>): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let bits = 1; bits <= CODE_MOST; bits++, code <<= 1) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== bits) continue;
      for (let i = 0; i < bits; i++) codes[symbol]! |= (code >> i & 1) << (bits - 1 - i);
      code++;
    }
  }
  return codes;
}

/** What next bits mean: symbol << 4 | bits of its code; 0: nothing. */
function decoder(lengths: number[]): Uint16Array {
  const table = new Uint16Array(1 << Math.max(...lengths)), codes = codesOf(lengths);
  lengths.forEach((bits, symbol) => {
    if (bits)
      for (let i = codes[symbol]!; i < table.length; i += 1 << bits) table[i] = symbol << 4 | bits;
  });
  return table;
}

/**
 * Reads what `deflate`, or another program, wrote.
 * @param length  bytes that it must give
 * @throws {RangeError} if the bytes are damaged
 */
export function inflate(data: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0, to = 0, bits = 0, held = 0;
  const refuse = (): never => { throw new RangeError("damaged"); };
  const need = (count: number): void => {
    for (; held < count; held += 8)
      bits |= (data[at++] ?? (at > data.length + 4 ? refuse() : 0)) << held;
  };
  const drop = (count: number): void => {
    bits >>>= count;
    held -= count;
  };
  const take = (count: number): number => {
    need(count);
    const value = bits & (1 << count) - 1;
    drop(count);
    return value;
  };
  const symbolOf = (table: Uint16Array): number => {
    need(31 - Math.clz32(table.length));
    const entry = table[bits & table.length - 1]! || refuse();
    drop(entry & 15);
    return entry >> 4;
  };
  const number = (symbol: number, upper: number): number => {
    if (symbol < 1 << upper) return symbol;
    const extra = (symbol >> upper) - 1;
    return (1 << upper | symbol & (1 << upper) - 1) * 2 ** extra + take(extra);
  };
  const codeLengths = (): number[][] => {
    const literals = take(5) + 257, all = literals + take(5) + 1, lengths: number[] = [];
    const orders = new Array<number>(19).fill(0);
    for (let n = take(4) + 4, i = 0; i < n; i++) orders[ORDER[i]!] = take(3);
    const table = decoder(orders);
    while (lengths.length < all) {
      const symbol = symbolOf(table);
      if (symbol < 16) lengths.push(symbol);
      else for (let n = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3)
          : 11 + take(7); n > 0; n--) {
        lengths.push(symbol === 16 ? lengths.at(-1) ?? refuse() : 0);
      }
    }
    return [lengths.slice(0, literals), lengths.slice(literals, all)];
  };
  const fixedLengths = (): number[][] => [
    Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
    new Array<number>(30).fill(5),
  ];
  for (let last = 0; !last;) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) {
      at -= held >> 3;
      bits = held = 0;
      const count = take(16);
      take(16);
      at -= held >> 3;
      bits = held = 0;
      out.set(data.subarray(at, at + count), to);
      at += count;
      to += count;
      if (at > data.length) refuse();
      continue;
    }
    const [literals, distances] =
      (kind === 1 ? fixedLengths() : kind === 2 ? codeLengths() : refuse())
      .map(decoder) as [Uint16Array, Uint16Array];
    for (let symbol; (symbol = symbolOf(literals)) !== END;) {
      if (symbol < END) {
        out[to++] = symbol;
        continue;
      }
      const count = symbol === LENGTH_258 ? 258 : 3 + number(symbol - END - 1, LENGTH_BITS);
      const from = to - 1 - number(symbolOf(distances), DISTANCE_BITS);
      if (from < 0 || to + count > length) refuse();
      for (let i = 0; i < count; i++) out[to++] = out[from + i]!;
    }
  }
  return to === length ? out : refuse();
}

/** Lengths of the best codes for symbols that occur so often, none longer than `most`. */
function lengthsOf(counts: ArrayLike<number>, most: number): number[] {
  const lengths = new Array<number>(counts.length).fill(0);
  let queue: { weight: number; symbols: number[] }[] = [];
  for (let shift = 0; queue.length === 0 || Math.max(...lengths) > most; shift++) {
    lengths.fill(0);
    queue = Array.from(counts,
      (n, symbol) => ({ weight: n && (n >> shift || 1), symbols: [symbol] }))
      .filter(({ weight }) => weight).sort((a, b) => a.weight - b.weight);
    if (queue.length < 2) {
      for (const { symbols } of queue) lengths[symbols[0]!] = 1;
      break;
    }
    while (queue.length > 1) {
      const [a, b] = queue.splice(0, 2) as [typeof queue[0], typeof queue[0]];
      const weight = a!.weight + b!.weight, symbols = a!.symbols.concat(b!.symbols);
      for (const symbol of symbols) lengths[symbol]!++;
      const place = queue.findIndex((other) => other.weight > weight);
      queue.splice(place < 0 ? queue.length : place, 0, { weight, symbols });
    }
  }
  return lengths;
}

/** Symbols of one block at most. */
const BLOCK = 1 << 15;
const WINDOW = 1 << 15;
const HASH_BITS = 15;
const MATCH_LEAST = 4;
const MATCH_MOST = 257;

/**
 * Compresses bytes.
 * @param effort  earlier places that are tried for each
 */
export function deflate(data: Uint8Array, effort: number): Uint8Array {
  const { length } = data;
  // No code is worse than nine bits for each byte.
  const out = new Uint8Array(length + (length >> 2) + 1024);
  let to = 0, bits = 0, held = 0;
  const put = (value: number, count: number): void => {
    bits |= value << held;
    for (held += count; held >= 8; held -= 8, bits >>>= 8) out[to++] = bits;
  };

  /** Literals, and length << 16 | distance. */
  const tokens = new Uint32Array(BLOCK);
  let count = 0;
  const symbol = (n: number, upper: number): number => {
    const top = 31 - Math.clz32(n) - upper;
    return top < 0 ? n : top + 1 << upper | n >> top & (1 << upper) - 1;
  };
  const flush = (last: boolean): void => {
    const counts = [new Uint32Array(286), new Uint32Array(30)] as const;
    counts[0][END] = 1;
    for (const token of tokens.subarray(0, count)) {
      if (token < END) counts[0][token]!++;
      else {
        counts[0][END + 1 + symbol((token >> 16) - 3, LENGTH_BITS)]!++;
        counts[1][symbol((token & 0xffff) - 1, DISTANCE_BITS)]!++;
      }
    }
    const [literals, distances] = counts.map((row) => lengthsOf(row, CODE_MOST)) as [number[],
      number[]];
    // the lengths of all codes, runs of zeros as one: [symbol, extra bits, how many]
    const row = literals.concat(distances), rows: [number, number, number][] = [];
    for (let i = 0; i < row.length;) {
      let zeros = 0;
      while (zeros < 138 && row[i + zeros] === 0) zeros++;
      rows.push(zeros < 3 ? [row[i]!, 0, 0] : zeros < 11 ? [17, zeros - 3, 3]
        : [18, zeros - 11, 7]);
      i += zeros < 3 ? 1 : zeros;
    }
    const orderCounts = new Uint32Array(19);
    for (const [order] of rows) orderCounts[order]!++;
    const orders = lengthsOf(orderCounts, ORDER_CODE_MOST), orderCodes = codesOf(orders);
    put(last ? 5 : 4, 3);
    put(29, 5);
    put(29, 5);
    put(15, 4);
    for (const order of ORDER) put(orders[order]!, 3);
    for (const [order, extra, extraBits] of rows) {
      put(orderCodes[order]!, orders[order]!);
      put(extra, extraBits);
    }
    const literalCodes = codesOf(literals), distanceCodes = codesOf(distances);
    const putNumber =
        (n: number, upper: number, codes: Uint16Array, lengths: number[], first: number): void => {
      const place = first + symbol(n, upper), extra = Math.max(31 - Math.clz32(n) - upper, 0);
      put(codes[place]!, lengths[place]!);
      put(n & (1 << extra) - 1, extra);
    };
    for (const token of tokens.subarray(0, count)) {
      if (token < END) put(literalCodes[token]!, literals[token]!);
      else {
        putNumber((token >> 16) - 3, LENGTH_BITS, literalCodes, literals, END + 1);
        putNumber((token & 0xffff) - 1, DISTANCE_BITS, distanceCodes, distances, 0);
      }
    }
    put(literalCodes[END]!, literals[END]!);
    count = 0;
  };

  /** By hash of four bytes the last place that has them, plus 1; by place the one before. */
  const heads = new Int32Array(1 << HASH_BITS), earlier = new Int32Array(WINDOW);
  const insert = (at: number): void => {
    const hash =
      Math.imul(data[at]! | data[at + 1]! << 8 | data[at + 2]! << 16 | data[at + 3]! << 24,
        0x9e3779b1)
      >>> 32 - HASH_BITS;
    earlier[at & WINDOW - 1] = heads[hash]!;
    heads[hash] = at + 1;
  };
  let distance = 0;
  /** Length of the longest match of the place inserted last; 0: there is none. */
  const find = (at: number): number => {
    const most = Math.min(MATCH_MOST, length - at);
    let best = MATCH_LEAST - 1;
    for (let place = earlier[at & WINDOW - 1]! - 1,
        tries = effort; tries > 0 && place >= 0 && at - place < WINDOW; tries--) {
      if (data[place + best] === data[at + best]) {
        let n = 0;
        while (n < most && data[place + n] === data[at + n]) n++;
        if (n > best) {
          best = n;
          distance = at - place;
          if (n === most) break;
        }
      }
      const next = earlier[place & WINDOW - 1]! - 1;
      if (next >= place) break;
      place = next;
    }
    return best < MATCH_LEAST ? 0 : best;
  };
  const token = (value: number): void => {
    tokens[count++] = value;
    if (count === BLOCK) flush(false);
  };
  let match = 0;
  for (let at = 0; at < length;) {
    const end = length - MATCH_LEAST;
    if (at <= end && match === 0) {
      insert(at);
      match = find(at);
    }
    if (match === 0) {
      token(data[at++]!);
      continue;
    }
    // The next place may have a longer one: then this byte is better a literal.
    const found = distance;
    let next = 0;
    if (at < end) {
      insert(at + 1);
      if (effort > 8 && match < 64) next = find(at + 1);
    }
    if (next > match) {
      token(data[at++]!);
      match = next;
      continue;
    }
    token(match << 16 | found);
    for (let i = at + 2; i < at + match && i <= end; i++) insert(i);
    at += match;
    match = 0;
  }
  flush(true);
  if (held > 0) out[to++] = bits;
  return out.slice(0, to);
}
