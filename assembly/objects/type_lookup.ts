// Looking a name up on a type: along its mro, through one global cache; and what happens when a
// type changes.
//
// A look-up yields the address of the word (u64) that holds the value, so that caches see a
// replaced value. The word of an attribute is its dict entry's value; built-in types' special
// methods (`int.__add__`) are made at first use by slot_wrappers.ts. A type's version changes when
// a name comes or goes, or when a value that binds or describes is replaced; replacing one plain
// value by another keeps it.
import { Value, NOTHING, isObject } from "../core/value";
import { addWeakHook, holdsNothing } from "../heap/collector";
import { addPackHook } from "../heap/pack";
import { TableObject, tableFindName, ENTRY_VALUE } from "./table";
import { TupleObject } from "./tuple";
import { ListObject } from "./list";
import { typeDict } from "./module_list";
import { TypeObject, TYPE_HEAP, nextTypeVersion } from "./type";
import { slotOfName } from "./slots";
import { slotWrapperWord } from "./slot_wrappers";

//  entry: | version | name | word | 0 |
const CACHE_ENTRIES: u32 = 1024;
const CACHE: usize = memory.data(16 * 1024, 16);

/** Address of the word with the value of `name` (interned) on `type` or the first base that has it;
 *  0: none has it. Valid until the type changes. */
export function typeFindWord(type: usize, name: usize): usize {
  const version = changetype<TypeObject>(type).version;
  const at = CACHE + (<usize>((version * 31 ^ <u32>name >> 4) & (CACHE_ENTRIES - 1)) << 4);
  if (load<u32>(at) == version && load<u32>(at, 4) == <u32>name) return <usize>load<u32>(at, 8);
  const word = findAlong(changetype<TupleObject>(changetype<TypeObject>(type).mro), 0, name);
  store<u32>(at, version);
  store<u32>(at, <u32>name, 4);
  store<u32>(at, <u32>word, 8);
  return word;
}
/** As typeFindWord, over the classes of an mro from index `from` on. Not cached. */
export function findAlong(mro: TupleObject, from: u32, name: usize): usize {
  const slot = slotOfName(name);
  for (let i = from; i < mro.length; i++) {
    const word = typeOwnWord(changetype<TypeObject>(<usize>mro.at(i)), name, slot);
    if (word != 0) return word;
  }
  return 0;
}
/** The word of a type's own attribute, bases not asked; slot: slotOfName(name). 0: it has none. */
export function typeOwnWord(t: TypeObject, name: usize, slot: i32): usize {
  const e = tableFindName(typeDict(t), name);
  if (e != 0) return e + ENTRY_VALUE;
  return slot != 0 && !(t.typeFlags & TYPE_HEAP) ? slotWrapperWord(t, slot) : 0;
}
/** Looks `name` up on the type along its mro, without binding. NOTHING: not there. Runs no
 *  Python. */
export function typeLookup(type: usize, name: usize): Value {
  const word = typeFindWord(type, name);
  return word == 0 ? NOTHING : load<u64>(word);
}
/** Gives a type and all that derive from it new versions. */
export function typeChanged(type: usize): void {
  const t = changetype<TypeObject>(type);
  t.version = nextTypeVersion();
  const list = changetype<ListObject>(t.subclasses);
  if (changetype<usize>(list) == 0) return;
  for (let i: u32 = 0; i < list.length; i++) {
    if (isObject(list.at(i))) typeChanged(<usize>list.at(i));
  }
}
/** Weak hook: names and words may be freed, so the cache begins anew. */
function clearCache(): void { memory.fill(CACHE, 0, 16 * CACHE_ENTRIES); }
export function typeLookupInit(): void {
  addWeakHook(clearCache, holdsNothing);
  addPackHook(clearCache);
}
