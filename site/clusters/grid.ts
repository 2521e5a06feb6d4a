/**
 * East Java as tiles, one for each of its 38 regencies and cities, where their neighbors would look for them: the
 * coast of the Java Sea above, the Indian Ocean below, Madura in the north-east. Each stands for the Kemendagri code
 * 35.NN, and a city beside the regency of its name. Drawn by hand: a map to find one's place on, not to scale.
 */
const DRAWING = `
  ..  ..  23  24  25  ..  26  27  28  29
  ..  21  22  16  76  78  ..  ..  ..  ..
  20  77  19  18  17  15  75  74  12  ..
  ..  02  71  06  79  73  14  13  11  ..
  01  03  04  72  05  07  08  09  10  ..
`

export interface Place {
  /** Kemendagri code, `35.13`. */
  code: string
  /** From the west, from 0. */
  column: number
  /** From the north, from 0. */
  row: number
  /** Three letters of its name, for a narrow screen; regency or city is said beside them. */
  short: string
}

/** As people of the province abbreviate; a city's letters are those of the regency of its name. */
const SHORT: Record<string, string> = {
  '01': 'Pac',
  '02': 'Pon',
  '03': 'Tre',
  '04': 'Tul',
  '05': 'Bli',
  '06': 'Ked',
  '07': 'Mal',
  '08': 'Lum',
  '09': 'Jem',
  '10': 'Bwi',
  '11': 'Bon',
  '12': 'Sit',
  '13': 'Pro',
  '14': 'Pas',
  '15': 'Sda',
  '16': 'Moj',
  '17': 'Jom',
  '18': 'Nga',
  '19': 'Mad',
  '20': 'Mag',
  '21': 'Ngw',
  '22': 'Boj',
  '23': 'Tub',
  '24': 'Lam',
  '25': 'Gre',
  '26': 'Bkl',
  '27': 'Sam',
  '28': 'Pam',
  '29': 'Smp',
  '71': 'Ked',
  '72': 'Bli',
  '73': 'Mal',
  '74': 'Pro',
  '75': 'Pas',
  '76': 'Moj',
  '77': 'Mad',
  '78': 'Sby',
  '79': 'Batu',
}

const lines = DRAWING.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

/** From the north-west, line by line. */
export const places: Place[] = lines.flatMap((line, row) =>
  line.flatMap((digits, column) =>
    digits === '..' ? [] : [{ code: `35.${digits}`, column, row, short: SHORT[digits] ?? '' }],
  ),
)

export const columns = Math.max(...lines.map((line) => line.length))
export const rows = lines.length
