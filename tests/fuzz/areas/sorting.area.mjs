// sorted, min, max and what else asks for an order or a key: heapq, bisect, groupby, Counter,
// accumulate.
import { expressions, near, oddNumber, oddText, several } from "./cases.mjs";

const ITEMS = [
  (r) => `[${several(r.int(41), () => r.int(41) - 20).join(", ")}]`,
  (r) => `[${several(8, () => oddText(r)).join(", ")}]`,
  (r) => `[${several(5, () => oddNumber(r)).join(", ")}]`,
  (r) => `[${several(9, () => `(${near(r)}, ${oddText(r)})`).join(", ")}]`,
  oddText,
];
const KEYS = ["", "", ", key=abs", ", key=lambda v: str(v)", ", key=lambda v: v % 3", ", key=len",
  ", key=lambda v: (v % 2, -v)", ", key=str.lower",
  ", key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))"];
const CALLS = ["sorted({i}{k}{r})", "sorted({i}{k}{r})", "max({i}{k}, default=None)", "min({i}{k})",
  "heapq.nsmallest(3, {i}{k})", "heapq.nlargest(2, {i}{k})", "bisect.bisect({i}, 3)",
  "[*reversed({i})]",
  "sum({i})", "list(zip({i}, {i}[1:]))", "list(itertools.groupby(sorted({i}{k})))[:0]",
  "[(k, list(g)) for k, g in itertools.groupby({i}{k})]", "collections.Counter({i}).most_common(2)",
  "list(itertools.accumulate({i}, max))", "(lambda x: (x.sort(), x))(list({i}))",
  "list(heapq.merge(sorted({i}{k}), sorted({i}{k}){k}))",
  "[bisect.bisect_left(sorted({i}{k}), 2{k}), bisect.bisect_right(sorted({i}{k}), 2{k})]"];

function one(r) {
  const call = r.pick(CALLS);
  let key = r.pick(KEYS);
  // prints the keys; compares them with numbers
  if (/groupby|bisect_/.test(call) && key.includes("cmp_to_key")) key = "";
  let items = r.pick(ITEMS)(r);
  if (call.includes("heapq")) {                               // NaN is not ordered
    if (key.includes("%")) key = "";
    items = items.replace(/(float|complex)\('nan'\)/g, "9");
  }
  return call.replaceAll("{i}", items).replaceAll("{k}", key).replaceAll("{r}",
    r.pick(["", "", ", reverse=True", ", reverse=0"]));
}
export const program = (r) =>
  expressions(25, () => one(r), "import functools, heapq, bisect, itertools, collections\n");
