// Calendar dates from days and back, in the Gregorian calendar that goes on before and after its
// time.

export const DAY_SECONDS: i64 = 86400;

/** Days from 1970-01-01 to a date. month: 1 to 12; day may be any number, counted from the first of
 *  the month. */
export function daysOfDate(year: i64, month: i32, day: i64): i64 {
  // Years begin in March here, so that the leap day is the last.
  const y = month <= 2 ? year - 1 : year;
  const era = (y >= 0 ? y : y - 399) / 400;
  const yearOfEra = y - era * 400;
  const dayOfYear = <i64>((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

/** What dateOfDays found. */
export let dateYear: i64 = 0;
export let dateMonth: i32 = 0;
export let dateDay: i32 = 0;
/** Monday is 0. */
export let dateWeekday: i32 = 0;
/** Day of the year, from 1. */
export let dateYearday: i32 = 0;

/** Sets dateYear ... dateYearday from days since 1970-01-01. */
export function dateOfDays(days: i64): void {
  const z = days + 719468;
  const era = (z >= 0 ? z : z - 146096) / 146097;
  const dayOfEra = z - era * 146097;
  const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const shifted = <i32>((5 * dayOfYear + 2) / 153);
  dateDay = <i32>dayOfYear - (153 * shifted + 2) / 5 + 1;
  dateMonth = shifted < 10 ? shifted + 3 : shifted - 9;
  dateYear = yearOfEra + era * 400 + (dateMonth <= 2 ? 1 : 0);
  dateWeekday = <i32>(((days + 3) % 7 + 7) % 7);
  dateYearday = <i32>(days - daysOfDate(dateYear, 1, 1)) + 1;
}
