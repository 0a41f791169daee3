// builtins: the names every program sees. Each part registers its functions: builtins_*.ts,
// aggregates.ts. Behaviour: docs.python.org/3/library/functions.html.
import { ModuleBuilder } from "../objects/module_list";
import { Value } from "../core/value";
import { INT_TYPE, FLOAT_TYPE } from "../heap/header";
import { TypeObject, OBJECT_TYPE, TYPE_TYPE } from "../objects/type";
import { BOOL_TYPE, ELLIPSIS, NOT_IMPLEMENTED, TRUE } from "../objects/singletons";
import { COMPLEX_TYPE } from "../objects/complex";
import { STR_TYPE } from "../objects/str";
import { BYTES_TYPE, BYTEARRAY_TYPE } from "../objects/bytes";
import { MEMORYVIEW_TYPE } from "../objects/memoryview";
import { PROPERTY_TYPE, STATIC_METHOD_TYPE, CLASS_METHOD_TYPE } from "../objects/property";
import { SUPER_TYPE } from "../objects/super";
import { BaseException, OSError } from "../objects/errors";
import { lastException } from "../objects/exceptions";
import { installContainerBuiltins } from "../objects/aggregates";
import { valuesInstall } from "./builtins_values";
import { iterationInstall } from "./builtins_iteration";
import { attributesInstall } from "./builtins_attributes";
import { codeInstall } from "./builtins_code";
import { printInstall } from "./builtins_print";

export function install(m: ModuleBuilder): void {
  m.type(OBJECT_TYPE);
  m.type(TYPE_TYPE);
  m.type(INT_TYPE);
  m.type(FLOAT_TYPE);
  m.type(COMPLEX_TYPE);
  m.type(BOOL_TYPE);
  m.type(STR_TYPE);
  m.type(BYTES_TYPE);
  m.type(BYTEARRAY_TYPE);
  m.type(MEMORYVIEW_TYPE);
  m.type(PROPERTY_TYPE);
  m.type(STATIC_METHOD_TYPE);
  m.type(CLASS_METHOD_TYPE);
  m.type(SUPER_TYPE);
  m.constant("Ellipsis", ELLIPSIS);
  m.constant("NotImplemented", NOT_IMPLEMENTED);
  m.constant("__debug__", TRUE);
  // the exceptions stand in one row in the list of static types
  for (let t = lastException; t != BaseException; t = changetype<TypeObject>(t).nextStatic)
    m.type(t);
  m.type(BaseException);
  m.constant("EnvironmentError", <Value>OSError);
  m.constant("IOError", <Value>OSError);
  installContainerBuiltins(m);
  valuesInstall(m);
  iterationInstall(m);
  attributesInstall(m);
  codeInstall(m);
  printInstall(m);
}
