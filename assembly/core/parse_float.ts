// Text to double, correctly rounded.
/** Results of floatParse: false if the text was not well-formed. */
export let floatParsed: bool = false;
/** The double written at `at`: the syntax of float literals without underscores and white space: digits, one
 *  point, exponent, optional sign. Sets floatParsed. */
export function floatParse(at: usize, bytes: u32): f64 { return unreachable(); }
/** As float(str) does: white space around it, underscores between digits, inf, infinity, nan in any case. Sets
 *  floatParsed. */
export function floatParseFull(at: usize, bytes: u32): f64 { return unreachable(); }
