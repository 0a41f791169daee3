// jsffi: what Python programs need to know of JavaScript, named as in MicroPython's WebAssembly
// port. docs/embedding.md, "Values across the border".
import { Value, NOTHING } from "../core/value";
import { Args } from "../objects/args";
import { ModuleBuilder } from "../objects/module_list";
import { VARARGS } from "../objects/native";
import { JS_PROXY_TYPE, JS_EXCEPTION, takeFfiResult, raiseFfi } from "../objects/js_objects";
import { JS_UNDEFINED } from "../objects/js_proxy";
import { ffiPerform, FFI_DO_TO_JS, FFI_DO_PROXY, FFI_DO_INSTANCEOF, FFI_DO_COUNTS,
  FFI_DO_CALL_ASYNC, FFI_RAISED } from "../host";

function perform(what: i32, args: Args, n: i32): Value {
  return ffiPerform(what, changetype<usize>(args), n) == FFI_RAISED ? raiseFfi() : takeFfiResult();
}
/** to_js(value, depth=-1): lists, tuples, dicts and sets as JavaScript objects of their own. */
function jsffi_to_js(args: Args, n: i32): Value {
  return perform(FFI_DO_TO_JS, args, args.at(1) == NOTHING ? 1 : 2);
}
/** create_proxy(value): the JavaScript object that stands for the value, as a JsProxy. */
function jsffi_create_proxy(args: Args, n: i32): Value { return perform(FFI_DO_PROXY, args, 1); }
/** call_async(function, ...): calls a JavaScript function and gives its promise, where a plain call
 *  would wait. */
function jsffi_call_async(args: Args, n: i32): Value { return perform(FFI_DO_CALL_ASYNC, args, n); }
/** instanceof(object, class) -> bool. */
function jsffi_instanceof(args: Args, n: i32): Value { return perform(FFI_DO_INSTANCEOF, args, 2); }
/** mem_info(): (Python values that JavaScript holds, JavaScript objects that Python holds). */
function jsffi_mem_info(args: Args, n: i32): Value { return perform(FFI_DO_COUNTS, args, 0); }

export function install(m: ModuleBuilder): void {
  m.type(JS_PROXY_TYPE);
  m.type(JS_EXCEPTION);
  m.constant("undefined", JS_UNDEFINED);
  m.def("to_js", jsffi_to_js, "value,depth=");
  m.fn("create_proxy", jsffi_create_proxy, 1, 1);
  m.fn("call_async", jsffi_call_async, 1, VARARGS);
  m.fn("instanceof", jsffi_instanceof, 2, 2);
  m.fn("mem_info", jsffi_mem_info, 0, 0);
}
