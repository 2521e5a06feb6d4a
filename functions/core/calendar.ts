/** Calendar dates: `YYYY-MM-DD`, without hour or zone; they compare as strings. */

/** Whether the text is a date of the calendar: 2026-02-30 is not. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text)) return false
  const day = Number(text.slice(8))
  return day >= 1 && day <= lastDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
}

/** The days of a month, 1 to 12, of the Gregorian calendar. */
function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The date in Indonesia at an instant (milliseconds since 1970), judged at UTC+9: nowhere in the country is later. */
export function dayInIndonesia(instant: number): string {
  return new Date(instant + 9 * 3_600_000).toISOString().slice(0, 10)
}

/** RFC 3339 in UTC with whole seconds, of milliseconds since 1970. */
export function formatInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

/** The same day some months later; where that month is shorter, its last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Some days later, or earlier where they are negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
