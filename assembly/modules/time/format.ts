// strftime's format language, in the C locale.
import { daysOfDate } from "../../core/calendar";
import { Text } from "../../objects/text";

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

/** Appends the time whose nine numbers (i64, as in struct_time) lie at `field`. zone: seconds ahead of UTC. */
export function formatTime(format: usize, bytes: u32, field: usize, zone: f64, out: Text): void {
  const year = load<i64>(field), month = load<i64>(field, 8), day = load<i64>(field, 16);
  const hour = load<i64>(field, 24), minute = load<i64>(field, 32), second = load<i64>(field, 40);
  const weekday = <i32>((load<i64>(field, 48) + 7) % 7), yearday = load<i64>(field, 56);
  const sunday = (weekday + 1) % 7, hour12 = hour % 12 == 0 ? 12 : hour % 12;
  for (let i: u32 = 0; i < bytes; i++) {
    const c = load<u8>(format + i);
    if (c != 37 || i + 1 == bytes) { out.byte(c); continue; }
    switch (<i32>load<u8>(format + ++i)) {
      case 0x61: word(WEEKDAYS, weekday, true, out); break;                 // a
      case 0x41: word(WEEKDAYS, weekday, false, out); break;                // A
      case 0x62: case 0x68: word(MONTHS, <i32>month - 1, true, out); break; // b h
      case 0x42: word(MONTHS, <i32>month - 1, false, out); break;           // B
      case 0x63:                                                            // c
        word(WEEKDAYS, weekday, true, out); out.byte(32);
        word(MONTHS, <i32>month - 1, true, out); out.byte(32);
        padded(day, 2, 32, out); out.byte(32);
        clock(hour, minute, second, out); out.byte(32);
        out.int(year);
        break;
      case 0x43: padded(year / 100, 2, 48, out); break;                     // C
      case 0x64: padded(day, 2, 48, out); break;                            // d
      case 0x44: case 0x78:                                                 // D x
        padded(month, 2, 48, out); out.byte(47);
        padded(day, 2, 48, out); out.byte(47);
        padded(year % 100, 2, 48, out);
        break;
      case 0x65: padded(day, 2, 32, out); break;                            // e
      case 0x46:                                                            // F
        out.int(year); out.byte(45);
        padded(month, 2, 48, out); out.byte(45);
        padded(day, 2, 48, out);
        break;
      case 0x47: out.int(isoYear(year, weekday, yearday)); break;           // G
      case 0x48: padded(hour, 2, 48, out); break;                           // H
      case 0x49: padded(hour12, 2, 48, out); break;                         // I
      case 0x6a: padded(yearday, 3, 48, out); break;                        // j
      case 0x6d: padded(month, 2, 48, out); break;                          // m
      case 0x4d: padded(minute, 2, 48, out); break;                         // M
      case 0x6e: out.byte(10); break;                                       // n
      case 0x70: out.literal(hour < 12 ? "AM" : "PM"); break;               // p
      case 0x72:                                                            // r
        padded(hour12, 2, 48, out); out.byte(58);
        padded(minute, 2, 48, out); out.byte(58);
        padded(second, 2, 48, out);
        out.literal(hour < 12 ? " AM" : " PM");
        break;
      case 0x52:                                                            // R
        padded(hour, 2, 48, out); out.byte(58);
        padded(minute, 2, 48, out);
        break;
      case 0x53: padded(second, 2, 48, out); break;                         // S
      case 0x74: out.byte(9); break;                                        // t
      case 0x54: case 0x58: clock(hour, minute, second, out); break;        // T X
      case 0x75: out.int(weekday + 1); break;                               // u
      case 0x55: padded((yearday + 6 - sunday) / 7, 2, 48, out); break;     // U
      case 0x56: padded(isoWeek(year, weekday, yearday), 2, 48, out); break; // V
      case 0x77: out.int(sunday); break;                                    // w
      case 0x57: padded((yearday + 6 - weekday) / 7, 2, 48, out); break;    // W
      case 0x79: padded(year % 100, 2, 48, out); break;                     // y
      case 0x59: out.int(year); break;                                      // Y
      case 0x7a: {                                                          // z
        const minutes = <i64>(zone / 60);
        out.byte(minutes < 0 ? 45 : 43);
        padded(abs(minutes) / 60, 2, 48, out);
        padded(abs(minutes) % 60, 2, 48, out);
        break;
      }
      case 0x5a: if (zone == 0) out.literal("UTC"); break;                  // Z
      case 0x25: out.byte(37); break;                                       // %
      default:
        out.byte(37);
        out.byte(load<u8>(format + i));
    }
  }
}
function clock(hour: i64, minute: i64, second: i64, out: Text): void {
  padded(hour, 2, 48, out); out.byte(58);
  padded(minute, 2, 48, out); out.byte(58);
  padded(second, 2, 48, out);
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
