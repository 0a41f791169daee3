// krait/wasm is the file krait.wasm itself. Only the types come from here: where modules of Wasm
// can be imported (workerd, and bundlers that do as it does), the import gives the compiled core.
declare const module: WebAssembly.Module;
export default module;
