/**
 * A calendar date as text, `YYYY-MM-DD`: it has no hour and no zone, and it compares as a string.
 *
 * Some YAML readers turn an unquoted 2026-10-05 into a Date at midnight UTC; that Date is turned back here, and only
 * here.
 */
import { z } from 'zod'
import { isCalendarDate } from '../calendar.ts'

function writeDate(value: unknown): unknown {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value
}

/** An existing day, written `YYYY-MM-DD`. */
export const calendarDateSchema = z.preprocess(
  writeDate,
  z.string().refine(isCalendarDate, 'Write an existing day as YYYY-MM-DD, for example 2026-10-05.'),
)
