// Boot: makes the types, names and built-in modules. Runs once, while the package is built: the shipped
// krait.wasm holds the booted memory (docs/design.md section 11), so nothing here may ask the host.
import { heapInit } from "./heap/allocator";
import { strInit } from "./objects/str";
import { tupleInit } from "./objects/tuple";
import { errorsInit, errorsReady } from "./objects/errors";
import { hooksInit } from "./objects/hooks";
import { frozenInit } from "./objects/frozen";
import { typesInit } from "./objects/type";
import { modulesInit } from "./objects/module";
import { installNames } from "./objects/names";
import { installSingletons } from "./objects/singletons";
import { staticQstrsInit } from "./bytecode/static_qstrs";
import { sliceInstall } from "./objects/slice";
import { rangeInstall } from "./objects/range";
import { listInstall } from "./objects/list_methods";
import { tupleInstall } from "./objects/tuple_methods";
import { dictInstall } from "./objects/dict_methods";
import { dictViewsInstall } from "./objects/dict_views";
import { setInstall } from "./objects/set_methods";
import { sortInit } from "./objects/sort";
import { iteratorsInstall } from "./objects/iterators";
import { installModules } from "./modules/index";
import { slotsInit } from "./objects/slots";
import { slotWrappersInit, slotWrappersInstall } from "./objects/slot_wrappers";
import { typeLookupInit } from "./objects/type_lookup";
import { typeClassInit } from "./objects/type_class";
import { attributesInit } from "./objects/attributes";
import { typesFinish } from "./objects/type_finish";
import { objectInstall } from "./objects/object_type";
import { typeInstall } from "./objects/type_object";
import { shapeInstall } from "./objects/shape";
import { nativeTypesInstall } from "./objects/native_types";
import { functionInstall } from "./objects/function";
import { boundMethodInstall } from "./objects/bound_method";
import { cellInstall } from "./objects/cell";
import { propertyInstall } from "./objects/property";
import { superInstall } from "./objects/super";
import { mappingProxyInstall } from "./objects/mapping_proxy";
import { unionInstall } from "./objects/union";
import { singletonTypesInstall } from "./objects/singleton_types";
import { intInstall } from "./objects/int_methods";
import { strInstall } from "./objects/str_type";
import { stringIteratorsInstall } from "./objects/string_iterators";
import { bytesInstall } from "./objects/bytes_type";
import { bytearrayInstall } from "./objects/bytearray";
import { boolInstall } from "./objects/bool";
import { floatInstall } from "./objects/float_methods";
import { complexInstall } from "./objects/complex";

/** Makes everything that exists before a program begins. */
export function boot(): void {
  heapInit();
  installSingletons();
  strInit();
  installNames();
  slotsInit();
  staticQstrsInit();
  tupleInit();
  typesInit();
  errorsInit();
  hooksInit();
  frozenInit();
  errorsReady();
  slotWrappersInit();
  typeLookupInit();
  typeClassInit();
  attributesInit();
  modulesInit();
  installTypes();
  typesFinish();
  installModules();
}

/** Types, base types first. One line a type file. */
function installTypes(): void {
  objectInstall();
  typeInstall();
  shapeInstall();
  slotWrappersInstall();
  nativeTypesInstall();
  functionInstall();
  boundMethodInstall();
  cellInstall();
  propertyInstall();
  superInstall();
  mappingProxyInstall();
  unionInstall();
  singletonTypesInstall();
  intInstall();
  boolInstall();
  floatInstall();
  complexInstall();
  strInstall();
  stringIteratorsInstall();
  bytesInstall();
  bytearrayInstall();
  sliceInstall();
  rangeInstall();
  iteratorsInstall();
  listInstall();
  tupleInstall();
  dictInstall();
  dictViewsInstall();
  setInstall();
  sortInit();
}
