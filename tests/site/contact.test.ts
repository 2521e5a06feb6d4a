import { describe, expect, test } from 'vitest'
import { describeContact } from '../../site/components/maker.ts'
import { linkContact } from '../../site/config.ts'

describe('the operator’s contact', () => {
  test.each([
    ['halo@asli.example', 'mailto:halo@asli.example'],
    ['https://asli.example/contact', 'https://asli.example/contact'],
  ])('%s links to %s', (contact, link) => expect(linkContact(contact)).toBe(link))

  test.each(['asli.example', 'http://asli.example', 'javascript:a@b', 'a@b?cc=c@d', 'https://', '+62 000'])(
    '%s stays plain text',
    (contact) => expect(linkContact(contact)).toBeNull(),
  )
})

describe('a maker', () => {
  test('is reached through the operator', () => {
    const { text, address, link } = describeContact({ demo: false }, 'halo@asli.example', 'en')
    expect(text).toMatch(/^Write to the registry/)
    expect(address).toBe('halo@asli.example')
    expect(link).toBe('mailto:halo@asli.example')
  })

  test.each(['en', 'id'] as const)('gets no message where it is invented, or nobody can be written to: %s', (lang) => {
    const invented = describeContact({ demo: true }, 'halo@asli.example', lang)
    const unreachable = describeContact({ demo: false }, null, lang)
    expect([invented.address, unreachable.address]).toEqual([null, null])
    expect(invented.text).not.toBe(unreachable.text)
    expect(invented.text).toMatch(/demonstra/)
  })
})
