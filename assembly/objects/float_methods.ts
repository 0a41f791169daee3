// float: the type, its slots and methods.
import { floatInit } from "./float";
import "../core/parse_float";
import "../core/format_float";
import "./number_format";
/** Makes the type `float`. At boot. */
export function floatInstall(): void { floatInit(); }
