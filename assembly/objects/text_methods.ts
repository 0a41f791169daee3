// The methods that str, bytes and bytearray share: one native each, which asks what `self` is
// (str_args.ts).
import { TypeBuilder } from "./builder";
import {
  str_find, str_rfind, str_index, str_rindex, str_count, str_startswith, str_endswith,
  str_partition, str_rpartition, str_removeprefix, str_removesuffix, str_replace,
} from "./str_find";
import {
  str_split, str_rsplit, str_splitlines, str_strip, str_lstrip, str_rstrip, str_join,
} from "./str_split";
import { str_center, str_ljust, str_rjust, str_zfill, str_expandtabs } from "./str_pad";
import {
  str_upper, str_lower, str_swapcase, str_title, str_capitalize, str_isalpha, str_isalnum,
  str_isdigit, str_isascii, str_isspace, str_islower, str_isupper, str_istitle,
} from "./str_case";

/** Adds them to a type. At boot. */
export function addTextMethods(t: TypeBuilder): void {
  t.method("find", str_find, 1, 3);
  t.method("rfind", str_rfind, 1, 3);
  t.method("index", str_index, 1, 3);
  t.method("rindex", str_rindex, 1, 3);
  t.method("count", str_count, 1, 3);
  t.method("startswith", str_startswith, 1, 3);
  t.method("endswith", str_endswith, 1, 3);
  t.method("replace", str_replace, 2, 3);
  t.method("partition", str_partition, 1, 1);
  t.method("rpartition", str_rpartition, 1, 1);
  t.method("removeprefix", str_removeprefix, 1, 1);
  t.method("removesuffix", str_removesuffix, 1, 1);
  t.def("split", str_split, "sep=,maxsplit=");
  t.def("rsplit", str_rsplit, "sep=,maxsplit=");
  t.def("splitlines", str_splitlines, "keepends=");
  t.method("strip", str_strip, 0, 1);
  t.method("lstrip", str_lstrip, 0, 1);
  t.method("rstrip", str_rstrip, 0, 1);
  t.method("join", str_join, 1, 1);
  t.method("center", str_center, 1, 2);
  t.method("ljust", str_ljust, 1, 2);
  t.method("rjust", str_rjust, 1, 2);
  t.method("zfill", str_zfill, 1, 1);
  t.def("expandtabs", str_expandtabs, "tabsize=");
  t.method("upper", str_upper, 0, 0);
  t.method("lower", str_lower, 0, 0);
  t.method("swapcase", str_swapcase, 0, 0);
  t.method("title", str_title, 0, 0);
  t.method("capitalize", str_capitalize, 0, 0);
  t.method("isalpha", str_isalpha, 0, 0);
  t.method("isalnum", str_isalnum, 0, 0);
  t.method("isdigit", str_isdigit, 0, 0);
  t.method("isascii", str_isascii, 0, 0);
  t.method("isspace", str_isspace, 0, 0);
  t.method("islower", str_islower, 0, 0);
  t.method("isupper", str_isupper, 0, 0);
  t.method("istitle", str_istitle, 0, 0);
}
