import { describe, expect, test } from 'vitest'
import { isCalendarDate } from '#core/calendar.ts'
import { isInstant } from '#core/certificate/shape.ts'

const two = (number: number) => String(number).padStart(2, '0')

describe('isCalendarDate', () => {
  test.each([0, 1, 4, 100, 1582, 1900, 2000, 2023, 2024, 2100, 9999])('knows the days of %s as Date does', (year) => {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
        // What does not exist is no date, or is read as a day of the next month.
        const date = new Date(`${text}T00:00:00Z`)
        expect([text, isCalendarDate(text)]).toEqual([
          text,
          date.getTime() >= -1e15 && date.toISOString().startsWith(text),
        ])
      }
    }
  })

  test.each(['', '2026-1-05', '2026-10-5', '+2026-10-05', '2026-10-05T', ' 2026-10-05', '2026-10-05\n', '٢٠٢٦-10-05'])(
    'refuses %j',
    (text) => expect(isCalendarDate(text)).toBe(false),
  )
})

describe('isInstant', () => {
  test.each(['2026-11-20T00:00:00Z', '2024-02-29T23:59:59Z', '0000-01-01T12:30:00Z'])('knows %s', (text) =>
    expect(isInstant(text)).toBe(true),
  )

  test.each([
    '2026-02-29T00:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T23:60:00Z',
    '2026-11-20T23:59:60Z',
    '2026-11-20T00:00:00.000Z',
    '2026-11-20T00:00:00+00:00',
    '2026-11-20 00:00:00Z',
    '2026-11-20T00:00:00z',
    '2026-11-20T00:00:00Z\n',
    '2026-11-20',
    '',
  ])('refuses %j', (text) => expect(isInstant(text)).toBe(false))
})
