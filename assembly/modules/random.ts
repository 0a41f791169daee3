// random: CPython's generator and its sequences. Behaviour: docs.python.org/3/library/random.html.
//
// The module's functions are methods of one hidden Random object. Without a seed the host is asked for one at
// the first use.
import { Value, RAISED, NOTHING, END, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { allocObject } from "../heap/allocator";
import { rootsMark, keep, release } from "../heap/roots";
import { Args } from "../objects/args";
import { ModuleBuilder, typeBegin, NO_MARK } from "../objects/builder";
import { boundNativeNew } from "../objects/native";
import { OBJECT_TYPE, TYPE_MAPPING, TypeObject, typeObjectOf } from "../objects/type";
import {
  raise, raised, raiseText, raiseNoMemory, TypeError, ValueError, IndexError, OverflowError, ZeroDivisionError,
} from "../objects/errors";
import { NONE } from "../objects/singletons";
import { textNew } from "../objects/text";
import { floatNew, floatPart, floatOf, toF64 } from "../objects/float";
import { floatHash, modulo } from "../objects/float_arith";
import { intPart, indexValue, intFromU64, intIsNegative, indexOf, intAppend } from "../objects/int";
import { intAdd, intSub, intMul, intFloorDiv } from "../objects/int_arith";
import { intCompare, bigAlloc, bigFinish, readMagnitude, magnitudeAt, magnitudeLength } from "../objects/bignum";
import { intBitLength } from "../objects/bignum_bits";
import { payloadOf, lengthOf, getItem, setItem, getIter, iterNext, strPart } from "../objects/protocol";
import { ListObject, LIST_TYPE, listNew, listAppend } from "../objects/list";
import { TupleObject, TUPLE_TYPE, tupleAlloc } from "../objects/tuple";
import { TableObject, tableNew, tableGet, tableSet, tableGetName, DICT_TYPE } from "../objects/table";
import { internLiteral } from "../objects/str";
import { bytesNew } from "../objects/bytes";
import { Buffer, BUFFER_BYTES, tryBuffer } from "../objects/buffer";
import { hostSeed } from "../host";
import { TWISTER_BYTES, twisterSeed, twisterNext, twisterDouble } from "../core/mersenne";
import { sha512 } from "../core/sha512";
import { log, exp, pow, sin, cos, acos } from "../core/libm";

export const RANDOM_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8       12        16     24
//  |klass |flags |seeded |hasGauss |gauss |state ...
@unmanaged export class RandomObject extends Header {
  /** 0: the host is to be asked for a seed before the first number. */
  seeded: u32;
  /** 1: `gauss` is the second number of a pair. */
  hasGauss: u32;
  gauss: f64;
  /** Address of the twister's state, ready for the next number. */
  state(): usize {
    if (this.seeded == 0) seedFromHost(this);
    return changetype<usize>(this) + 24;
  }
  uniform(): f64 { return twisterDouble(this.state()); }
}
if (offsetof<RandomObject>() != 24) ERROR("RandomObject moved");
/** Room for small keys and magnitudes. */
const SCRATCH: usize = memory.data(16, 8);

function randomNew(): Value {
  const r = changetype<RandomObject>(allocObject(24 + TWISTER_BYTES));
  if (changetype<usize>(r) == 0) return raiseNoMemory(24 + TWISTER_BYTES);
  r.klass = RANDOM_TYPE;
  r.flags = 0;
  r.seeded = 0;
  r.hasGauss = 0;
  r.gauss = 0;
  return <u64>changetype<usize>(r);
}
@inline function self(args: Args): RandomObject { return changetype<RandomObject>(payloadOf(args.at(0), RANDOM_TYPE)); }
function seedFromHost(r: RandomObject): void {
  store<u64>(SCRATCH, hostSeed());
  seedFrom(r, SCRATCH, 2);
}
function seedFrom(r: RandomObject, key: usize, words: u32): void {
  r.seeded = 1;
  r.hasGauss = 0;
  twisterSeed(changetype<usize>(r) + 24, key, words);
}
function seedFromInt(r: RandomObject, v: Value): void {
  readMagnitude(v, SCRATCH);
  if (magnitudeLength == 0) store<u32>(SCRATCH, 0);
  seedFrom(r, magnitudeLength == 0 ? SCRATCH : magnitudeAt, magnitudeLength == 0 ? 1 : magnitudeLength);
}
const INFO: usize = memory.data(BUFFER_BYTES, 8);
/** Seeds with any value as random.seed does. False with TypeError or MemoryError pending. */
function seedWith(r: RandomObject, v: Value): bool {
  if (v == NONE || v == NOTHING) { seedFromHost(r); return true; }
  const n = intPart(v);
  if (n != NOTHING) { seedFromInt(r, n); return true; }
  const f = floatPart(v);
  if (f != NOTHING) {
    // a float's hash, taken as a number without sign
    store<u64>(SCRATCH, <u64>floatHash(floatOf(f), f));
    seedFrom(r, SCRATCH, load<u32>(SCRATCH, 4) == 0 ? 1 : 2);
    return true;
  }
  let at: usize, bytes: u32;
  const s = strPart(v), info = changetype<Buffer>(INFO);
  if (changetype<usize>(s) != 0) {
    at = s.data;
    bytes = s.lengthBytes;
  } else if (tryBuffer(v, info, false)) {
    at = info.data;
    bytes = info.lengthBytes;
  } else {
    if (!raised()) {
      raise(TypeError, "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
    }
    return false;
  }
  // the text and its digest as one big-endian number
  const t = textNew();
  if (t.reserve(bytes + 72) == 0) { t.finish(); return false; }
  const total = bytes + 64, words = (total + 3) >> 2;
  const room = t.data;
  memory.copy(room, at, bytes);
  sha512(at, bytes, room + bytes);
  for (let i: u32 = 0, j = total - 1; i < j; i++, j--) {
    const b = load<u8>(room + i);
    store<u8>(room + i, load<u8>(room + j));
    store<u8>(room + j, b);
  }
  memory.fill(room + total, 0, (words << 2) - total);
  let used = words;
  while (used > 1 && load<u32>(room + (<usize>(used - 1) << 2)) == 0) used--;
  seedFrom(r, room, used);
  t.drop();
  return true;
}

// ---- integers ----

/** `bits` random bits as an int. Raises MemoryError. */
function randomBits(state: usize, bits: u64): Value {
  if (bits == 0) return smallIntNew(0);
  if (bits <= 32) return smallIntNew(<i64>(twisterNext(state) >> <u32>(32 - bits)));
  const words = (bits + 31) >> 5;
  const b = bigAlloc(words);
  if (changetype<usize>(b) == 0) return RAISED;
  let at = b.limbs(), left = bits;
  for (; left >= 32; left -= 32, at += 4) store<u32>(at, twisterNext(state));
  if (left != 0) store<u32>(at, twisterNext(state) >> <u32>(32 - left));
  return bigFinish(b, false);
}
/** Random number below n, n > 0, n < 2^63. */
function below64(state: usize, n: u64): u64 {
  const bits = 64 - clz<u64>(n);
  while (true) {
    let r: u64;
    if (bits <= 32) r = <u64>(twisterNext(state) >> <u32>(32 - bits));
    else {
      r = <u64>twisterNext(state);
      r |= <u64>(twisterNext(state) >> <u32>(64 - bits)) << 32;
    }
    if (r < n) return r;
  }
}
/** Random int below the plain int n, n > 0. Raises MemoryError. */
function below(state: usize, n: Value): Value {
  if (isSmallInt(n)) return smallIntNew(<i64>below64(state, <u64>smallInt(n)));
  const bits = intBitLength(n);
  while (true) {
    const r = randomBits(state, bits);
    if (r == RAISED || intCompare(r, n) < 0) return r;
  }
}
function random_getrandbits(args: Args, n: i32): Value {
  const k = indexOf(args.at(1));
  if (raised()) return RAISED;
  if (k < 0) return raise(ValueError, "number of bits must be non-negative");
  if (k > 0xffffffff) return raise(OverflowError, "Python int too large to convert to C int");
  return randomBits(self(args).state(), <u64>k);
}
function random_randbytes(args: Args, n: i32): Value {
  const k = indexOf(args.at(1));
  if (raised()) return RAISED;
  if (k < 0) return raise(ValueError, "number of bits must be non-negative");
  if (k > 0x7fffffff) return raiseNoMemory(0xffffffff);
  const t = textNew(), room = t.reserve(<u32>k + 4), state = self(args).state();
  if (room == 0) return t.finish();
  let left = <u32>k, at = room;
  for (; left >= 4; left -= 4, at += 4) store<u32>(at, twisterNext(state));
  if (left != 0) store<u32>(at, twisterNext(state) >> (32 - (left << 3)));
  const r = bytesNew(room, <u32>k);
  t.drop();
  return r;
}
/** start + step * (random number below count) */
function inRange(state: usize, start: Value, step: Value, count: Value): Value {
  const r = below(state, count);
  if (r == RAISED) return RAISED;
  const p = step == smallIntNew(1) ? r : intMul(r, step);
  return p == RAISED ? RAISED : intAdd(start, p);
}
/** random.randrange(start, stop=None, step=1) */
function random_randrange(args: Args, n: i32): Value {
  const base = rootsMark();
  const start = indexValue(args.at(1));
  if (start == RAISED) return RAISED;
  const state = self(args).state();
  if (args.at(2) == NOTHING || args.at(2) == NONE) {
    if (args.at(3) != NOTHING && args.at(3) != smallIntNew(1)) {
      return raise(TypeError, "Missing a non-None stop argument");
    }
    if (intCompare(start, smallIntNew(0)) > 0) return below(state, start);
    return raise(ValueError, "empty range for randrange()");
  }
  keep(start);
  const stop = indexValue(args.at(2));
  if (stop == RAISED) { release(base); return RAISED; }
  keep(stop);
  const step = args.at(3) == NOTHING ? smallIntNew(1) : indexValue(args.at(3));
  release(base);
  if (step == RAISED) return RAISED;
  const width = intSub(stop, start);
  if (width == RAISED) return RAISED;
  if (step == smallIntNew(1)) {
    if (intCompare(width, smallIntNew(0)) > 0) return inRange(state, start, step, width);
    return emptyRange(start, stop, width);
  }
  if (step == smallIntNew(0)) return raise(ValueError, "zero step for randrange()");
  const more = intAdd(width, intIsNegative(step) ? intAdd(step, smallIntNew(1)) : intSub(step, smallIntNew(1)));
  const count = more == RAISED ? RAISED : intFloorDiv(more, step);
  if (count == RAISED) return RAISED;
  if (intCompare(count, smallIntNew(0)) > 0) return inRange(state, start, step, count);
  return raise(ValueError, "empty range for randrange()");
}
function emptyRange(start: Value, stop: Value, width: Value): Value {
  const t = textNew();
  t.literal("empty range for randrange() (");
  intAppend(start, t, 10);
  t.literal(", ");
  intAppend(stop, t, 10);
  t.literal(", ");
  intAppend(width, t, 10);
  t.literal(")");
  return raiseText(ValueError, t);
}
/** random.randint(a, b) */
function random_randint(args: Args, n: i32): Value {
  const base = rootsMark();
  const a = indexValue(args.at(1));
  if (a == RAISED) return RAISED;
  keep(a);
  const b = indexValue(args.at(2));
  release(base);
  if (b == RAISED) return RAISED;
  const stop = intAdd(b, smallIntNew(1));
  if (stop == RAISED) return RAISED;
  const width = intSub(stop, a);
  if (width == RAISED) return RAISED;
  if (intCompare(width, smallIntNew(0)) <= 0) return emptyRange(a, stop, width);
  return inRange(self(args).state(), a, smallIntNew(1), width);
}

// ---- sequences ----

/** Length of a sequence as an i64. -1 with an exception pending. */
function random_choice(args: Args, n: i32): Value {
  const length = lengthOf(args.at(1));
  if (length < 0) return RAISED;
  if (length == 0) return raise(IndexError, "Cannot choose from an empty sequence");
  return getItem(args.at(1), smallIntNew(<i64>below64(self(args).state(), <u64>length)));
}
/** random.shuffle(x) */
function random_shuffle(args: Args, n: i32): Value {
  const x = args.at(1), r = self(args);
  const l = changetype<ListObject>(payloadOf(x, LIST_TYPE));
  if (changetype<usize>(l) != 0) {
    const state = r.state();
    for (let i = <i64>l.length - 1; i > 0; i--) {
      const p = l.items + (<usize>i << 3), q = l.items + (<usize>below64(state, <u64>i + 1) << 3);
      const t = load<u64>(p);
      store<u64>(p, load<u64>(q));
      store<u64>(q, t);
    }
    return NONE;
  }
  const length = lengthOf(x);
  if (length < 0) return RAISED;
  const base = rootsMark();
  for (let i = length - 1; i > 0; i--) {
    const j = <i64>below64(r.state(), <u64>i + 1);
    const a = getItem(x, smallIntNew(i));
    if (a == RAISED) { release(base); return RAISED; }
    keep(a);
    const b = getItem(x, smallIntNew(j));
    if (b == RAISED) { release(base); return RAISED; }
    keep(b);
    const ok = setItem(x, smallIntNew(i), b) && setItem(x, smallIntNew(j), a);
    release(base);
    if (!ok) return RAISED;
  }
  return NONE;
}
/** Draws k of the numbers below n without repetition, appended as small ints. False with MemoryError pending. */
function sampleIndices(r: RandomObject, n: u64, k: u64, out: ListObject): bool {
  const state = r.state();
  // CPython's choice of method decides the sequence
  let limit: u64 = 21;
  if (k > 5) limit += <u64>pow(4, ceil<f64>(log(<f64>(k * 3)) / log(4)));
  if (n <= limit) {
    const t = textNew();
    const pool = t.reserve(<u32>(n + 1) << 3);
    if (pool == 0) { t.finish(); return false; }
    for (let i: u64 = 0; i < n; i++) store<u64>(pool + (<usize>i << 3), i);
    for (let i: u64 = 0; i < k; i++) {
      const j = pool + (<usize>below64(state, n - i) << 3);
      if (!listAppend(out, smallIntNew(load<i64>(j)))) { t.drop(); return false; }
      store<u64>(j, load<u64>(pool + (<usize>(n - i - 1) << 3)));
    }
    t.drop();
    return true;
  }
  const seen = tableNew(DICT_TYPE);
  if (seen == RAISED) return false;
  const table = changetype<TableObject>(<usize>seen);
  for (let i: u64 = 0; i < k; i++) {
    let j = smallIntNew(<i64>below64(state, n));
    while (tableGet(table, j) != NOTHING) j = smallIntNew(<i64>below64(state, n));
    if (!tableSet(table, j, NONE) || !listAppend(out, j)) return false;
  }
  return true;
}
/** random.sample(population, k, *, counts=None) */
function random_sample(args: Args, argc: i32): Value {
  const population = args.at(1), type = typeObjectOf(population);
  if (type.length == 0 || type.subscr == 0 || (type.typeFlags & TYPE_MAPPING) != 0) {
    return raise(TypeError, "Population must be a sequence.  For dicts or sets, use sorted(d).");
  }
  let n = lengthOf(population);
  if (n < 0) return RAISED;
  const k = indexOf(args.at(2));
  if (raised()) return RAISED;
  const base = rootsMark();
  // counts: the sums of the first counts, as small ints in a list
  let sums = changetype<ListObject>(0);
  if (args.at(3) != NOTHING && args.at(3) != NONE) {
    const list = listNew(<u32>n);
    if (list == RAISED) return RAISED;
    keep(list);
    sums = changetype<ListObject>(<usize>list);
    const it = getIter(args.at(3));
    if (it == RAISED) { release(base); return RAISED; }
    keep(it);
    let total: i64 = 0;
    while (true) {
      const v = iterNext(it);
      if (v == RAISED) { release(base); return RAISED; }
      if (v == END) break;
      const slot = keep(v), c = intPart(v) == NOTHING ? NOTHING : v;
      if (c == NOTHING) { release(base); return raise(TypeError, "Counts must be integers"); }
      total += indexOf(c);
      release(slot);
      if (!listAppend(sums, smallIntNew(total))) { release(base); return RAISED; }
    }
    release(base);
    keep(list);
    if (<i64>sums.length != n) {
      release(base);
      return raise(ValueError, "The number of counts does not match the population");
    }
    if (total <= 0) { release(base); return raise(ValueError, "Total of counts must be greater than zero"); }
    n = total;
  }
  if (k < 0 || k > n) { release(base); return raise(ValueError, "Sample larger than population or is negative"); }
  const result = listNew(<u32>k);
  if (result == RAISED) { release(base); return RAISED; }
  keep(result);
  const out = changetype<ListObject>(<usize>result);
  let ok = sampleIndices(self(args), <u64>n, <u64>k, out);
  for (let i: u32 = 0; ok && i < out.length; i++) {
    let index = smallInt(load<u64>(out.items + (<usize>i << 3)));
    if (changetype<usize>(sums) != 0) {
      let low: u32 = 0, high = sums.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (index < smallInt(load<u64>(sums.items + (<usize>mid << 3)))) high = mid; else low = mid + 1;
      }
      index = <i64>low;
    }
    const v = getItem(population, smallIntNew(index));
    ok = v != RAISED;
    if (ok && i < out.length) store<u64>(out.items + (<usize>i << 3), v);
  }
  release(base);
  return ok ? result : RAISED;
}
/** random.choices(population, weights=None, *, cum_weights=None, k=1) */
function random_choices(args: Args, argc: i32): Value {
  const population = args.at(1), r = self(args);
  const n = lengthOf(population);
  if (n < 0) return RAISED;
  let k: i64 = 1;
  if (args.at(4) != NOTHING) {
    k = indexOf(args.at(4));
    if (raised()) return RAISED;
  }
  let weights = args.at(2), cumulative = args.at(3);
  if (weights == NONE) weights = NOTHING;
  if (cumulative == NONE) cumulative = NOTHING;
  if (weights != NOTHING && cumulative != NOTHING) {
    return raise(TypeError, "Cannot specify both weights and cumulative weights");
  }
  if (weights != NOTHING && isSmallInt(weights)) {
    const t = textNew();
    t.literal("The number of choices must be a keyword argument: k=");
    intAppend(weights, t, 10);
    return raiseText(TypeError, t);
  }
  const base = rootsMark();
  const sums = textNew();                              // running sums, f64
  keep(sums.value());
  let total: f64 = 0;
  const given = weights != NOTHING ? weights : cumulative;
  if (given != NOTHING) {
    const it = getIter(given);
    if (it == RAISED) { release(base); return RAISED; }
    keep(it);
    let count: i64 = 0;
    while (true) {
      const v = iterNext(it);
      if (v == RAISED) { release(base); return RAISED; }
      if (v == END) break;
      const slot = keep(v), x = toF64(v);
      release(slot);
      if (raised()) { release(base); return RAISED; }
      total = weights != NOTHING ? total + x : x;
      const to = sums.reserve(8);
      if (to == 0) { release(base); return sums.finish(); }
      store<f64>(to, total);
      sums.length += 8;
      count++;
    }
    let wrong: Value = 1;
    if (count != n) wrong = raise(ValueError, "The number of weights does not match the population");
    else if (total <= 0) wrong = raise(ValueError, "Total of weights must be greater than zero");
    else if (total - total != 0) wrong = raise(ValueError, "Total of weights must be finite");
    if (wrong == RAISED) { release(base); sums.drop(); return RAISED; }
  }
  const result = listNew(k > 0 && k < 0x0fffffff ? <u32>k : 0);
  let ok = result != RAISED;
  if (ok) keep(result);
  if (ok && n == 0 && k > 0) { raise(IndexError, "list index out of range"); ok = false; }
  for (let i: i64 = 0; ok && i < k; i++) {
    let index: i64;
    if (given == NOTHING) {
      index = <i64>floor<f64>(r.uniform() * <f64>n);
    } else {
      const x = r.uniform() * total;
      let low: i64 = 0, high = n - 1;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (x < load<f64>(sums.data + (<usize>mid << 3))) high = mid; else low = mid + 1;
      }
      index = low;
    }
    const v = getItem(population, smallIntNew(index));
    ok = v != RAISED && listAppend(changetype<ListObject>(<usize>result), v);
  }
  release(base);
  sums.drop();
  return ok ? result : RAISED;
}

// ---- distributions ----

/** Argument `i` as a double, `fallback` if it was left out. Test raised(). */
function real(args: Args, i: i32, fallback: f64): f64 {
  return args.at(i) == NOTHING || raised() ? fallback : toF64(args.at(i));
}
function random_random(args: Args, n: i32): Value { return floatNew(self(args).uniform()); }
function random_uniform(args: Args, n: i32): Value {
  const a = real(args, 1, 0), b = real(args, 2, 0);
  return raised() ? RAISED : floatNew(a + (b - a) * self(args).uniform());
}
/** random.triangular(low=0.0, high=1.0, mode=None) */
function random_triangular(args: Args, n: i32): Value {
  let low = real(args, 1, 0), high = real(args, 2, 1);
  let u = self(args).uniform(), c = 0.5;
  if (args.at(3) != NOTHING && args.at(3) != NONE) {
    const mode = real(args, 3, 0);
    if (!raised() && high == low) return args.at(1) == NOTHING ? floatNew(low) : args.at(1);
    c = (mode - low) / (high - low);
  }
  if (raised()) return RAISED;
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    const t = low; low = high; high = t;
  }
  return floatNew(low + (high - low) * sqrt<f64>(u * c));
}
const TWO_PI: f64 = 6.283185307179586;
/** random.gauss(mu=0.0, sigma=1.0): Box and Muller's pairs. */
function random_gauss(args: Args, n: i32): Value {
  const mu = real(args, 1, 0), sigma = real(args, 2, 1), r = self(args);
  if (raised()) return RAISED;
  let z = r.gauss;
  if (r.hasGauss) {
    r.hasGauss = 0;
  } else {
    const angle = r.uniform() * TWO_PI, radius = sqrt<f64>(-2 * log(1 - r.uniform()));
    z = cos(angle) * radius;
    r.gauss = sin(angle) * radius;
    r.hasGauss = 1;
  }
  return floatNew(mu + z * sigma);
}
/** 4 e^-0.5 / sqrt(2): the box around Kinderman and Monahan's ratio of uniform numbers. */
const NORMAL_BOX: f64 = 1.7155277699214135;
function normal(r: RandomObject, mu: f64, sigma: f64): f64 {
  while (true) {
    const u = r.uniform(), v = 1 - r.uniform(), z = NORMAL_BOX * (u - 0.5) / v;
    if (z * z / 4 <= -log(v)) return mu + z * sigma;
  }
}
function random_normalvariate(args: Args, n: i32): Value {
  const mu = real(args, 1, 0), sigma = real(args, 2, 1);
  return raised() ? RAISED : floatNew(normal(self(args), mu, sigma));
}
function random_lognormvariate(args: Args, n: i32): Value {
  const mu = real(args, 1, 0), sigma = real(args, 2, 1);
  return raised() ? RAISED : floatNew(exp(normal(self(args), mu, sigma)));
}
function random_expovariate(args: Args, n: i32): Value {
  const rate = real(args, 1, 1);
  if (raised()) return RAISED;
  const x = -log(1 - self(args).uniform());
  return rate == 0 ? raise(ZeroDivisionError, "float division by zero") : floatNew(x / rate);
}
/** random.vonmisesvariate(mu, kappa): Best and Fisher's method. */
function random_vonmisesvariate(args: Args, n: i32): Value {
  const mu = real(args, 1, 0), kappa = real(args, 2, 0), r = self(args);
  if (raised()) return RAISED;
  if (kappa <= 1e-6) return floatNew(TWO_PI * r.uniform());
  const s = 0.5 / kappa, radius = s + sqrt<f64>(1 + s * s);
  let z: f64;
  while (true) {
    z = cos(3.141592653589793 * r.uniform());
    const d = z / (radius + z), u = r.uniform();
    if (u < 1 - d * d || u <= (1 - d) * exp(d)) break;
  }
  const q = 1 / radius, f = (q + z) / (1 + q * z);
  return floatNew(modulo(r.uniform() > 0.5 ? mu + acos(f) : mu - acos(f), TWO_PI));
}
/** alpha above 1: Cheng's method; below: Ahrens and Dieter's. */
function gammaNumber(r: RandomObject, alpha: f64, beta: f64): f64 {
  if (alpha > 1) {
    const ainv = sqrt<f64>(2 * alpha - 1), b = alpha - 1.3862943611198906, c = alpha + ainv;
    while (true) {
      const u = r.uniform();
      if (!(u > 1e-7 && u < 0.9999999)) continue;
      const w = 1 - r.uniform(), v = log(u / (1 - u)) / ainv, x = alpha * exp(v), z = u * u * w, s = b + c * v - x;
      if (s + 2.504077396776274 - 4.5 * z >= 0 || s >= log(z)) return x * beta;
    }
  }
  if (alpha == 1) return -log(1 - r.uniform()) * beta;
  while (true) {
    const b = (2.718281828459045 + alpha) / 2.718281828459045, p = b * r.uniform();
    const x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha), u = r.uniform();
    if (p > 1 ? u <= pow(x, alpha - 1) : u <= exp(-x)) return x * beta;
  }
}
function random_gammavariate(args: Args, n: i32): Value {
  const alpha = real(args, 1, 0), beta = real(args, 2, 0);
  if (raised()) return RAISED;
  if (alpha <= 0 || beta <= 0) return raise(ValueError, "gammavariate: alpha and beta must be > 0.0");
  return floatNew(gammaNumber(self(args), alpha, beta));
}
function random_betavariate(args: Args, n: i32): Value {
  const alpha = real(args, 1, 0), beta = real(args, 2, 0);
  if (raised()) return RAISED;
  if (alpha <= 0 || beta <= 0) return raise(ValueError, "gammavariate: alpha and beta must be > 0.0");
  const y = gammaNumber(self(args), alpha, 1);
  return floatNew(y != 0 ? y / (y + gammaNumber(self(args), beta, 1)) : 0);
}
function random_paretovariate(args: Args, n: i32): Value {
  const alpha = real(args, 1, 1);
  return raised() ? RAISED : floatNew(pow(1 - self(args).uniform(), -1 / alpha));
}
function random_weibullvariate(args: Args, n: i32): Value {
  const alpha = real(args, 1, 1), beta = real(args, 2, 1);
  return raised() ? RAISED : floatNew(alpha * pow(-log(1 - self(args).uniform()), 1 / beta));
}

// ---- state ----

/** random.seed(a=None, version=2) */
function random_seed(args: Args, n: i32): Value { return seedWith(self(args), args.at(1)) ? NONE : RAISED; }
/** (3, 624 words and the index, the second Gaussian number or None), as CPython's. */
function random_getstate(args: Args, n: i32): Value {
  const r = self(args), state = r.state();
  const words = tupleAlloc(625), result = tupleAlloc(3);
  if (changetype<usize>(words) == 0 || changetype<usize>(result) == 0) return RAISED;
  for (let i: u32 = 0; i < 625; i++) words.set(i, smallIntNew(load<u32>(state + (<usize>i << 2))));
  const g = r.hasGauss ? floatNew(r.gauss) : NONE;
  if (g == RAISED) return RAISED;
  result.set(0, smallIntNew(3));
  result.set(1, <u64>changetype<usize>(words));
  result.set(2, g);
  return <u64>changetype<usize>(result);
}
function random_setstate(args: Args, n: i32): Value {
  const t = changetype<TupleObject>(payloadOf(args.at(1), TUPLE_TYPE)), r = self(args);
  if (changetype<usize>(t) == 0 || t.length != 3) return raise(TypeError, "state vector must be a tuple");
  const words = changetype<TupleObject>(payloadOf(t.at(1), TUPLE_TYPE));
  if (changetype<usize>(words) == 0) return raise(TypeError, "state vector must be a tuple");
  if (words.length != 625) return raise(ValueError, "state vector is the wrong size");
  for (let i: u32 = 0; i < 625; i++) {
    if (!isSmallInt(words.at(i))) return raise(TypeError, "an integer is required");
  }
  if (<u64>smallInt(words.at(624)) > 624) return raise(ValueError, "invalid state");
  const g = floatPart(t.at(2));
  r.seeded = 1;
  for (let i: u32 = 0; i < 625; i++) store<u32>(r.state() + (<usize>i << 2), <u32>smallInt(words.at(i)));
  r.hasGauss = g != NOTHING ? 1 : 0;
  if (g != NOTHING) r.gauss = floatOf(g);
  return NONE;
}
/** Random(x=None) */
function random_new(args: Args, n: i32): Value {
  const v = randomNew();
  if (v == RAISED || n < 2) return v;
  return seedWith(changetype<RandomObject>(<usize>v), args.at(1)) ? v : RAISED;
}

/** Name of each method; in the module they are bound to the hidden object. */
function publish(m: ModuleBuilder, hidden: Value, name: string): void {
  const f = tableGetName(changetype<TableObject>(changetype<TypeObject>(RANDOM_TYPE).dict), <usize>internLiteral(name));
  m.constant(name, boundNativeNew(f, hidden));
}
/** Makes the type `Random`. At boot. */
export function randomInstall(): void {
  const t = typeBegin(RANDOM_TYPE, "Random", OBJECT_TYPE, NO_MARK);
  t.construct(random_new, 0, 1);
  t.method("random", random_random, 0, 0);
  t.def("seed", random_seed, "a=,version=");
  t.def("getrandbits", random_getrandbits, "k,/");
  t.def("randbytes", random_randbytes, "n");
  t.def("randrange", random_randrange, "start,stop=,step=");
  t.def("randint", random_randint, "a,b");
  t.def("choice", random_choice, "seq");
  t.def("shuffle", random_shuffle, "x");
  t.def("sample", random_sample, "population,k,*,counts=");
  t.def("choices", random_choices, "population,weights=,*,cum_weights=,k=");
  t.def("uniform", random_uniform, "a,b");
  t.def("triangular", random_triangular, "low=,high=,mode=");
  t.def("gauss", random_gauss, "mu=,sigma=");
  t.def("normalvariate", random_normalvariate, "mu=,sigma=");
  t.def("lognormvariate", random_lognormvariate, "mu,sigma");
  t.def("expovariate", random_expovariate, "lambd");
  t.def("vonmisesvariate", random_vonmisesvariate, "mu,kappa");
  t.def("gammavariate", random_gammavariate, "alpha,beta");
  t.def("betavariate", random_betavariate, "alpha,beta");
  t.def("paretovariate", random_paretovariate, "alpha");
  t.def("weibullvariate", random_weibullvariate, "alpha,beta");
  t.method("getstate", random_getstate, 0, 0);
  t.def("setstate", random_setstate, "state");
}
export function install(m: ModuleBuilder): void {
  const hidden = randomNew();
  m.type(RANDOM_TYPE);
  publish(m, hidden, "random");
  publish(m, hidden, "seed");
  publish(m, hidden, "getrandbits");
  publish(m, hidden, "randbytes");
  publish(m, hidden, "randrange");
  publish(m, hidden, "randint");
  publish(m, hidden, "choice");
  publish(m, hidden, "shuffle");
  publish(m, hidden, "sample");
  publish(m, hidden, "choices");
  publish(m, hidden, "uniform");
  publish(m, hidden, "triangular");
  publish(m, hidden, "gauss");
  publish(m, hidden, "normalvariate");
  publish(m, hidden, "lognormvariate");
  publish(m, hidden, "expovariate");
  publish(m, hidden, "vonmisesvariate");
  publish(m, hidden, "gammavariate");
  publish(m, hidden, "betavariate");
  publish(m, hidden, "paretovariate");
  publish(m, hidden, "weibullvariate");
  publish(m, hidden, "getstate");
  publish(m, hidden, "setstate");
}
