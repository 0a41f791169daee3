// random: CPython's generator. Random, which draws sequences and distributions from it, is Python:
// assembly/frozen/random.py runs in the same module. Behaviour:
// docs.python.org/3/library/random.html.
//
// Without a seed the host is asked for one at the first use.
import { Value, RAISED, NOTHING, isSmallInt, smallInt, smallIntNew } from "../core/value";
import { Header, TYPE_BYTES } from "../heap/header";
import { objectNew } from "../objects/object_new";
import { chargeScan } from "../heap/events";
import { Args } from "../objects/args";
import { VARARGS } from "../objects/native";
import { typeBegin, NO_MARK } from "../objects/builder";
import { ModuleBuilder } from "../objects/module_list";
import { OBJECT_TYPE } from "../objects/type";
import { raise, raised, TypeError, ValueError, OverflowError } from "../objects/errors";
import { NONE } from "../objects/singletons";
import { floatNew } from "../objects/float";
import { intPart, indexValue, indexOf, intIsNegative } from "../objects/int";
import { intCompare, bigAlloc, bigFinish, readMagnitude, magnitudeAt,
  magnitudeLength } from "../objects/bignum";
import { intBitLength } from "../objects/bignum_bits";
import { payloadOf } from "../objects/protocol";
import { TupleObject, TUPLE_TYPE, tupleAlloc } from "../objects/tuple";
import { hostSeed } from "../host";
import { TWISTER_BYTES, twisterSeed, twisterNext, twisterDouble } from "../core/mersenne";

export const RANDOM_TYPE: usize = memory.data(TYPE_BYTES, 16);

//  0      4      8       12   16
//  |klass |flags |seeded |    |state ...
@unmanaged export class RandomObject extends Header {
  /** 0: the host is to be asked for a seed before the first number. */
  seeded: u32;
  spare: u32;
  /** Address of the twister's state, ready for the next number. */
  state(): usize {
    if (this.seeded == 0) {
      store<u64>(SCRATCH, hostSeed());
      this.seed(SCRATCH, 2);
    }
    return changetype<usize>(this) + 16;
  }
  seed(key: usize, words: u32): void {
    this.seeded = 1;
    twisterSeed(changetype<usize>(this) + 16, key, words);
  }
}
if (offsetof<RandomObject>() != 16) ERROR("RandomObject moved");
/** Room for small keys and magnitudes. */
const SCRATCH: usize = memory.data(16, 8);

@inline function self(args: Args): RandomObject {
  return changetype<RandomObject>(payloadOf(args.at(0), RANDOM_TYPE));
}

/** _Random(...): the arguments are __init__'s. */
function random_new(args: Args, n: i32): Value {
  const r = changetype<RandomObject>(objectNew(RANDOM_TYPE, 16 + TWISTER_BYTES));
  if (changetype<usize>(r) == 0) return RAISED;
  r.seeded = 0;
  return <u64>changetype<usize>(r);
}
/** _Random.seed(n): by the magnitude of an int; None: by the host. */
function random_seed(args: Args, n: i32): Value {
  const r = self(args), v = intPart(args.at(1));
  r.seeded = 0;
  if (v == NOTHING) return NONE;
  readMagnitude(v, SCRATCH);
  if (magnitudeLength == 0) store<u32>(SCRATCH, 0);
  r.seed(magnitudeLength == 0 ? SCRATCH : magnitudeAt, magnitudeLength == 0 ? 1 : magnitudeLength);
  return NONE;
}
function random_random(args: Args, n: i32): Value {
  return floatNew(twisterDouble(self(args).state()));
}
/** `bits` random bits as an int. Raises MemoryError. */
function randomBits(state: usize, bits: u64): Value {
  if (bits == 0) return smallIntNew(0);
  if (bits <= 32) return smallIntNew(<i64>(twisterNext(state) >> <u32>(32 - bits)));
  const words = (bits + 31) >> 5;
  const b = bigAlloc(words);
  if (changetype<usize>(b) == 0) return RAISED;
  let at = b.limbs(), left = bits;
  chargeScan(<usize>words << 2);
  for (; left >= 32; left -= 32, at += 4) store<u32>(at, twisterNext(state));
  if (left != 0) store<u32>(at, twisterNext(state) >> <u32>(32 - left));
  return bigFinish(b, false);
}
function random_getrandbits(args: Args, n: i32): Value {
  const k = indexOf(args.at(1));
  if (raised()) return RAISED;
  if (k < 0) return raise(ValueError, "number of bits must be non-negative");
  if (k > 0xffffffff) return raise(OverflowError, "Python int too large to convert to C int");
  return randomBits(self(args).state(), <u64>k);
}
/** _Random._randbelow(n): a random int below n, n > 0. Raises MemoryError. */
function random_randbelow(args: Args, n: i32): Value {
  const limit = indexValue(args.at(1));
  if (limit == RAISED) return RAISED;
  if (limit == smallIntNew(0) || intIsNegative(limit)) return raise(ValueError, "empty range");
  const state = self(args).state(), bits = intBitLength(limit);
  while (true) {
    const r = randomBits(state, bits);
    if (r == RAISED || intCompare(r, limit) < 0) return r;
  }
}
/** _Random.getstate(): 624 words and the index. */
function random_getstate(args: Args, n: i32): Value {
  const state = self(args).state(), words = tupleAlloc(625);
  if (changetype<usize>(words) == 0) return RAISED;
  for (let i: u32 = 0; i < 625; i++) words.set(i, smallIntNew(load<u32>(state + (<usize>i << 2))));
  return <u64>changetype<usize>(words);
}
function random_setstate(args: Args, n: i32): Value {
  const words = changetype<TupleObject>(payloadOf(args.at(1), TUPLE_TYPE)), r = self(args);
  if (changetype<usize>(words) == 0) return raise(TypeError, "state vector must be a tuple");
  if (words.length != 625) return raise(ValueError, "state vector is the wrong size");
  for (let i: u32 = 0; i < 625; i++) {
    if (!isSmallInt(words.at(i))) return raise(TypeError, "an integer is required");
  }
  if (<u64>smallInt(words.at(624)) > 624) return raise(ValueError, "invalid state");
  r.seeded = 1;
  for (let i: u32 = 0; i < 625; i++)
    store<u32>(r.state() + (<usize>i << 2), <u32>smallInt(words.at(i)));
  return NONE;
}

/** Makes the type of generators. At boot. */
export function randomInstall(): void {
  const t = typeBegin(RANDOM_TYPE, "_Random", OBJECT_TYPE, NO_MARK);
  t.construct(random_new, 0, VARARGS);
  t.method("random", random_random, 0, 0);
  t.method("seed", random_seed, 1, 1);
  t.method("getrandbits", random_getrandbits, 1, 1);
  t.method("_randbelow", random_randbelow, 1, 1);
  t.method("getstate", random_getstate, 0, 0);
  t.method("setstate", random_setstate, 1, 1);
}
export function install(m: ModuleBuilder): void {
  m.type(RANDOM_TYPE);
}
