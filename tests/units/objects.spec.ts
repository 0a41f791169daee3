// objects: str, list, tuple and the table behind dict and set, as natives use them.
import { boot } from "../../assembly/boot";
import { NOTHING, RAISED, smallInt, smallIntNew, Value } from "../../assembly/core/value";
import { StrObject, internBytes, internLiteral, strConcat, strLiteral, strNew, strCharAt, strByteOffset,
} from "../../assembly/objects/str";
import { ListObject, listAppend, listNew } from "../../assembly/objects/list";
import { tupleOf2, tupleOf3 } from "../../assembly/objects/tuple";
import { TableObject, dictNew, tableDelete, tableEntry, entryKey, tableGet, tableNext, tableSet,
} from "../../assembly/objects/table";
import { reprOf, valuesEqual, hashValue, binaryOp, truth } from "../../assembly/objects/protocol";
import { OP_ADD, OP_MUL } from "../../assembly/objects/type";
import { intFromI64, intPart } from "../../assembly/objects/int";
import { floatBox } from "../../assembly/objects/float";
import { NONE, TRUE } from "../../assembly/objects/singletons";
import { raised, takePending, catchPending, TypeError } from "../../assembly/objects/errors";
import { rootsMark, keep, release } from "../../assembly/heap/roots";
import { collect } from "../../assembly/heap/collector";

// AssemblyScript's allocator takes all memory that is there at its first use: that must be before the core takes
// pages of its own.
export const first = new ArrayBuffer(16);
boot();

function text(v: Value): string {
  const s = changetype<StrObject>(<usize>v);
  return String.UTF8.decodeUnsafe(s.data, s.lengthBytes);
}
function str(s: string): Value {
  const bytes = String.UTF8.encode(s);
  return strNew(changetype<usize>(bytes), bytes.byteLength);
}

describe("str", () => {
  test("counts characters and finds them", () => {
    const s = changetype<StrObject>(<usize>str("aé日🙂z"));
    expect(s.lengthChars).toBe(5);
    expect(s.lengthBytes).toBe(11);
    expect(strCharAt(s, 1)).toBe(0xe9);
    expect(strCharAt(s, 3)).toBe(0x1f642);
    expect(strByteOffset(s, 4)).toBe(10);
  });
  test("finds characters far into a long text", () => {
    let s = str("é");
    for (let i = 0; i < 12; i++) s = strConcat(changetype<StrObject>(<usize>s), changetype<StrObject>(<usize>s));
    const long = changetype<StrObject>(<usize>s);
    expect(long.lengthChars).toBe(4096);
    expect(strByteOffset(long, 4095)).toBe(8190);
    expect(strCharAt(long, 3000)).toBe(0xe9);
  });
  test("interns equal texts to one object", () => {
    expect(internLiteral("some_name")).toBe(internLiteral("some_name"));
    const bytes = String.UTF8.encode("some_name");
    expect(internBytes(changetype<usize>(bytes), bytes.byteLength)).toBe(internLiteral("some_name"));
    expect(strLiteral("x1") == internLiteral("x2")).toBe(false);
  });
});

describe("list and tuple", () => {
  test("a list grows and keeps its items through a collection", () => {
    const base = rootsMark();
    const v = listNew(0);
    keep(v);
    for (let i = 0; i < 10000; i++) listAppend(changetype<ListObject>(<usize>v), smallIntNew(i));
    collect();
    const l = changetype<ListObject>(<usize>v);
    expect(l.length).toBe(10000);
    for (let i = 0; i < 10000; i += 999) expect(smallInt(l.at(i))).toBe(i);
    release(base);
  });
  test("repr shows items", () => {
    expect(text(reprOf(tupleOf3(smallIntNew(1), str("a'b"), NONE)))).toBe("(1, \"a'b\", None)");
    const v = listNew(2);
    listAppend(changetype<ListObject>(<usize>v), tupleOf2(TRUE, floatBox(0.1)));
    listAppend(changetype<ListObject>(<usize>v), v);
    expect(text(reprOf(v))).toBe("[(True, 0.1), [...]]");
  });
  test("equality goes into the items", () => {
    expect(valuesEqual(tupleOf2(smallIntNew(1), str("x")), tupleOf2(floatBox(1), str("x")))).toBe(1);
    expect(valuesEqual(tupleOf2(smallIntNew(1), str("x")), tupleOf2(smallIntNew(1), str("y")))).toBe(0);
  });
});

describe("dict table", () => {
  test("finds, replaces, deletes and keeps the order", () => {
    const v = dictNew();
    const base = rootsMark();
    keep(v);
    const d = changetype<TableObject>(<usize>v);
    for (let i = 0; i < 3000; i++) expect(tableSet(d, smallIntNew(i * 7919), smallIntNew(i))).toBe(true);
    expect(d.used).toBe(3000);
    for (let i = 0; i < 3000; i += 2) expect(tableDelete(d, smallIntNew(i * 7919))).toBe(1);
    expect(tableDelete(d, smallIntNew(0))).toBe(0);
    collect();
    expect(d.used).toBe(1500);
    let expected = 1;
    for (let n = tableNext(d, 0); n >= 0; n = tableNext(d, n + 1)) {
      expect(smallInt(entryKey(tableEntry(d, n)))).toBe(expected * 7919);
      expected += 2;
    }
    expect(tableGet(d, smallIntNew(1 * 7919))).toBe(smallIntNew(1));
    expect(tableGet(d, smallIntNew(2 * 7919))).toBe(NOTHING);
    release(base);
  });
  test("1, 1.0 and True are one key; equal strs are one key", () => {
    const d = changetype<TableObject>(<usize>dictNew());
    tableSet(d, smallIntNew(1), str("a"));
    tableSet(d, floatBox(1), str("b"));
    tableSet(d, TRUE, str("c"));
    tableSet(d, str("key"), NONE);
    tableSet(d, internLiteral("key"), TRUE);
    expect(d.used).toBe(2);
    expect(text(tableGet(d, smallIntNew(1)))).toBe("c");
    expect(tableGet(d, str("key"))).toBe(TRUE);
  });
  test("unhashable keys raise TypeError", () => {
    const d = changetype<TableObject>(<usize>dictNew());
    expect(tableSet(d, listNew(0), NONE)).toBe(false);
    expect(raised()).toBe(true);
    expect(catchPending(TypeError)).toBe(true);
  });
});

describe("ints", () => {
  test("go over to bignums and back", () => {
    const big = binaryOp(OP_MUL, smallIntNew(i64.MAX_VALUE >> 2), smallIntNew(1 << 40));
    expect(text(reprOf(big))).toBe("2535301200456458801893894782976");
    const v = binaryOp(OP_ADD, intFromI64(i64.MAX_VALUE), smallIntNew(1));
    expect(text(reprOf(v))).toBe("9223372036854775808");
    expect(intPart(v)).not.toBe(NOTHING);
    expect(binaryOp(OP_ADD, intFromI64(i64.MAX_VALUE), intFromI64(-i64.MAX_VALUE))).toBe(smallIntNew(0));
  });
  test("hash as equal floats do", () => {
    expect(hashValue(smallIntNew(3))).toBe(hashValue(floatBox(3)));
    expect(truth(smallIntNew(0))).toBe(0);
    expect(truth(floatBox(0.5))).toBe(1);
  });
  test("do not add to strs", () => {
    expect(binaryOp(OP_ADD, smallIntNew(1), str("x"))).toBe(RAISED);
    expect(catchPending(TypeError)).toBe(true);
    takePending();
  });
});
