import { dayInIndonesia } from '#core/calendar.ts'

/** The day by which expiry is judged: `ASLI_TODAY`, or today where Indonesia is latest (UTC+9). */
export const today = process.env.ASLI_TODAY ?? dayInIndonesia(Date.now())
