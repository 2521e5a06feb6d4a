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

  test('counts days, weeks and months of thirty days, to the last day', async () => {
    const within = async (time: string, today: string) => {
      const { stdout } = await copy.call(['audit', '--expiring', time, '--json'], [], { ASLI_TODAY: today })
      const { days, expiring } = JSON.parse(stdout) as { days: number; expiring: { date: string }[] }
      return [days, ...new Set(expiring.map(({ date }) => date))]
    }
    // The first prices end on 2027-03-31.
    expect(await within('10d', '2027-03-21')).toEqual([10, '2027-03-31'])
    expect(await within('9d', '2027-03-21')).toEqual([9])
    expect(await within('2w', '2027-03-17')).toEqual([14, '2027-03-31'])
    expect(await within('2w', '2027-03-16')).toEqual([14])
    expect(await within('3m', '2026-12-31')).toEqual([90, '2027-03-31'])
    expect(await within('3m', '2026-12-30')).toEqual([90])
  })

  test('calls nothing over on its last day, and names each kind', async () => {
    const on = async (today: string) =>
      (await copy.call(['audit', '--expiring', '1500d'], [], { ASLI_TODAY: today })).stdout.trimEnd().split('\n')
    const [first] = await on('2027-03-31')
    expect(first).toMatch(/^2027-03-31 {2}price .*\(IDSUB\)$/)
    expect((await on('2027-04-01'))[0]).toBe(`${first}  (over)`)
    const kinds = new Set(
      (await on('2027-03-31')).map((line) =>
        line
          .slice(12, 36)
          .trim()
          .replace(/ {2}.*/, ''),
      ),
    )
    expect(kinds).toEqual(new Set(['price', 'approval', 'attestation', 'curator’s certificate']))
    // One column under the other.
    expect(
      new Set(
        (await on('2027-03-31')).map((line) => line.search(/(?<= {2})(batik|cassava|eco|gran|inst|kur|rob|ten|wat)/)),
      ).size,
    ).toBe(1)
  })

  test('answers programs, and in Indonesian', async () => {
    const { expiring } = JSON.parse((await copy.call(['audit', '--expiring', '8m', '--json'])).stdout) as {
      expiring: { kind: string; over: boolean }[]
    }
    expect(expiring.every(({ kind, over }) => kind === 'price' && !over)).toBe(true)
    expect((await copy.call(['audit', '--lang', 'id', '--expiring', '1w'])).stdout).toBe(
      'Tidak ada yang berakhir dalam 7 hari.\n',
    )
    for (const time of ['soon', '10', 'd', '10days', 'in 10d', '12345d'])
      expect(await copy.call(['audit', '--expiring', time])).toMatchObject({
        status: 2,
        stderr: 'Write a time as 60d, 8w or 6m.\n',
      })
  })
})
