import { afterAll, describe, expect, test } from 'vitest'
import { openCopy } from './desk.ts'

const copy = openCopy()
afterAll(() => copy.close())

describe('asli content audit', () => {
  test('lists what runs out, the soonest first, and says what is over', async () => {
    const { status, stdout } = copy.run(['audit', '--expiring', '30d'], [], { ASLI_TODAY: '2027-04-05' })
    expect(status).toBe(0)
    expect(stdout.split('\n')[0]).toMatch(
      /^2027-03-31 {2}price +cassava-chips-balado-100g +USD FOB Surabaya \(IDSUB\) {2}\(over\)$/,
    )
  })

  test('answers programs, and in Indonesian', async () => {
    const { expiring } = JSON.parse((await copy.call(['audit', '--expiring', '8m', '--json'])).stdout) as {
      expiring: { kind: string; over: boolean }[]
    }
    expect(expiring.every(({ kind, over }) => kind === 'price' && !over)).toBe(true)
    expect((await copy.call(['audit', '--lang', 'id', '--expiring', '1w'])).stdout).toBe(
      'Tidak ada yang berakhir dalam 7 hari.\n',
    )
    expect(await copy.call(['audit', '--expiring', 'soon'])).toMatchObject({ status: 2 })
  })
})
