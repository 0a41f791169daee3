// krait/node: what only Node (and what is like it) has.
export { NodeDirectory } from "../fs/node.js";
