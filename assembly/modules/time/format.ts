// strftime's format language, in the C locale.
import { daysOfDate } from "../../core/calendar";
import { Text, textNew } from "../../objects/text";

const MONTHS: string = "January February March April May June July August September October November December";
const WEEKDAYS: string = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";

/** Word `i` of a list, or its first three letters. */
function word(words: string, i: i32, short: bool, out: Text): void {
  let at = 0;
  for (; i > 0; at++) if (words.charCodeAt(at) == 32) i--;
  for (let n = 0; at < words.length && words.charCodeAt(at) != 32 && !(short && n == 3); at++, n++) {
    out.byte(<u32>words.charCodeAt(at));
  }
}
/** A number with at least `width` digits. */
function padded(n: i64, width: i32, fill: u32, out: Text): void {
  if (n < 0) { out.byte(45); n = -n; width--; }
  let digits = 1;
  for (let x = n; x >= 10; x /= 10) digits++;
  for (; digits < width; digits++) out.byte(fill);
  out.int(n);
}
/** Weeks in the year of ISO 8601: 53 if it begins or ends on a Thursday. */
function isoWeeks(year: i64): i32 {
  const first = weekdayOf(year, 1), last = weekdayOf(year, daysOfDate(year + 1, 1, 1) - daysOfDate(year, 1, 1));
  return first == 3 || last == 3 ? 53 : 52;
}
/** Monday is 0. */
function weekdayOf(year: i64, yearday: i64): i32 {
  return <i32>(((daysOfDate(year, 1, 1) + yearday - 1 + 3) % 7 + 7) % 7);
}

/** Formats that stand for others. */
function composite(letter: u32): string {
  switch (letter) {
    case 0x63: return "%a %b %e %H:%M:%S %Y";                             // c
    case 0x44: case 0x78: return "%m/%d/%y";                              // D x
    case 0x46: return "%Y-%m-%d";                                         // F
    case 0x72: return "%I:%M:%S %p";                                      // r
    case 0x52: return "%H:%M";                                            // R
    case 0x54: case 0x58: return "%H:%M:%S";                              // T X
    default: return "";
  }
}
/** The same as formatTime of a literal. */
export function formatLiteral(format: string, field: usize, zone: f64, out: Text): void {
  const t = textNew();
  t.literal(format);
  formatTime(t.data, t.length, field, zone, out);
  t.drop();
}
/** Appends the time whose nine numbers (i64, as in struct_time) lie at `field`. zone: seconds ahead of UTC. */
export function formatTime(format: usize, bytes: u32, field: usize, zone: f64, out: Text): void {
  const year = load<i64>(field), month = <i32>load<i64>(field, 8) - 1, hour = load<i64>(field, 24);
  const weekday = <i32>((load<i64>(field, 48) + 7) % 7), yearday = load<i64>(field, 56);
  const sunday = (weekday + 1) % 7;
  for (let i: u32 = 0; i < bytes; i++) {
    const c = load<u8>(format + i);
    if (c != 37 || i + 1 == bytes) { out.byte(c); continue; }
    const letter = load<u8>(format + ++i), whole = composite(letter);
    if (whole.length != 0) { formatLiteral(whole, field, zone, out); continue; }
    // what is a number, and its least number of digits
    let n: i64 = 0, width = 2, fill: u32 = 48;
    switch (<i32>letter) {
      case 0x61: word(WEEKDAYS, weekday, true, out); continue;              // a
      case 0x41: word(WEEKDAYS, weekday, false, out); continue;             // A
      case 0x62: case 0x68: word(MONTHS, month, true, out); continue;       // b h
      case 0x42: word(MONTHS, month, false, out); continue;                 // B
      case 0x43: n = year / 100; break;                                     // C
      case 0x64: n = load<i64>(field, 16); break;                           // d
      case 0x65: n = load<i64>(field, 16); fill = 32; break;                // e
      case 0x47: n = isoYear(year, weekday, yearday); width = 1; break;     // G
      case 0x48: n = hour; break;                                           // H
      case 0x49: n = (hour + 11) % 12 + 1; break;                           // I
      case 0x6a: n = yearday; width = 3; break;                             // j
      case 0x6d: n = month + 1; break;                                      // m
      case 0x4d: n = load<i64>(field, 32); break;                           // M
      case 0x6e: out.byte(10); continue;                                    // n
      case 0x70: out.literal(hour < 12 ? "AM" : "PM"); continue;            // p
      case 0x53: n = load<i64>(field, 40); break;                           // S
      case 0x74: out.byte(9); continue;                                     // t
      case 0x75: n = weekday + 1; width = 1; break;                         // u
      case 0x55: n = (yearday + 6 - sunday) / 7; break;                     // U
      case 0x56: n = isoWeek(year, weekday, yearday); break;                // V
      case 0x77: n = sunday; width = 1; break;                              // w
      case 0x57: n = (yearday + 6 - weekday) / 7; break;                    // W
      case 0x79: n = year % 100; break;                                     // y
      case 0x59: n = year; width = 1; break;                                // Y
      case 0x7a: {                                                          // z
        const minutes = <i64>(abs(zone) / 60);
        out.byte(zone <= -60 ? 45 : 43);
        n = minutes / 60 * 100 + minutes % 60;
        width = 4;
        break;
      }
      case 0x5a: if (zone == 0) out.literal("UTC"); continue;               // Z
      default:
        out.byte(37);
        if (letter != 37) out.byte(letter);
        continue;
    }
    padded(n, width, fill, out);
  }
}
/** Week of ISO 8601; the first holds the year's first Thursday. */
function isoWeek(year: i64, weekday: i32, yearday: i64): i64 {
  const week = (yearday - 1 - weekday + 10) / 7;
  if (week < 1) return isoWeeks(year - 1);
  return week > isoWeeks(year) ? 1 : week;
}
function isoYear(year: i64, weekday: i32, yearday: i64): i64 {
  const week = (yearday - 1 - weekday + 10) / 7;
  return week < 1 ? year - 1 : week > isoWeeks(year) ? year + 1 : year;
}
