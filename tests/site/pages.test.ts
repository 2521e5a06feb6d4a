import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules, slugOfRule } from '#core/catalogue/rules/rules.ts'
import type { Published } from '../../functions/actions/catalogue.ts'
import { problemKinds } from '../../functions/problem-kinds.ts'
import { en } from '../../site/i18n/en.ts'
import { id } from '../../site/i18n/id.ts'
import { slugs } from '../core/catalogue/content-files.ts'
import { dist, isServed, type Page, pages, styles } from './built.ts'
import { findTags, listAddresses, readAttribute, readText } from './markup.ts'

const missing = '/404.html'
const localized = pages.filter(({ address }) => address !== missing)
const published: Published = JSON.parse(readFileSync(join(dist, 'published.json'), 'utf8'))

/** Every page that breaks the rule, so that one run names them all. */
const addressesWhere = (breaks: (html: string, address: string) => boolean) =>
  pages.filter(({ html, address }) => breaks(html, address)).map(({ address }) => address)

describe('every page', () => {
  test('has one h1', () => {
    expect(addressesWhere((html) => findTags(html, 'h1').length !== 1)).toEqual([])
  })

  test('says its language, and the Indonesian ones stand under /id/', () => {
    const langOf = (html: string) => readAttribute(findTags(html, 'html')[0] ?? '', 'lang')
    expect(addressesWhere((html, address) => langOf(html) !== (address.startsWith('/id/') ? 'id' : 'en'))).toEqual([])
  })

  test('has a title and a description of its own', () => {
    const described = (html: string) =>
      /<title>[^<]{4,}<\/title>/.test(html) && findTags(html, 'meta').some((tag) => /name="description"/.test(tag))
    expect(addressesWhere((html) => !described(html))).toEqual([])
    const titleOf = ({ html, address }: Page) =>
      `${address.startsWith('/id/')} ${html.match(/<title>(.*?)<\/title>/)?.[1]}`
    const titles = localized.map(titleOf)
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
  })

  test('leads to itself in the other language, which leads back', () => {
    const alternates = ({ html }: { html: string }) =>
      findTags(html, 'link')
        .filter((tag) => /hreflang=/.test(tag))
        .map((tag) => readAttribute(tag, 'href'))
    for (const page of localized) {
      expect(alternates(page), page.address).toHaveLength(3)
      for (const href of alternates(page)) {
        const other = localized.find(({ address }) => address === new URL(href ?? '').pathname)
        expect(other && alternates(other), page.address).toEqual(alternates(page))
      }
    }
  })

  test('exists in both languages', () => {
    const own = (prefix: RegExp) => localized.map(({ address }) => address).filter((address) => prefix.test(address))
    const indonesian = own(/^\/id\//).map((address) => address.slice('/id'.length))
    expect(indonesian.sort()).toEqual(own(/^\/(?!id\/)/).sort())
  })

  test('says that it is a demonstration, and asks not to be indexed', () => {
    const says = (html: string) => /class="banner"/.test(html) && /<meta name="robots" content="noindex"/.test(html)
    expect(addressesWhere((html) => !says(html))).toEqual([])
  })

  test('says in a message what it is; with a picture where it shows a product or its maker', () => {
    const shared = ({ html }: Page, property: string) =>
      findTags(html, 'meta')
        .filter((tag) => readAttribute(tag, 'property') === `og:${property}`)
        .map((tag) => readAttribute(tag, 'content') ?? '')
    for (const page of localized) {
      expect(shared(page, 'title'), page.address).toEqual([expect.stringMatching(/./)])
      expect(shared(page, 'description'), page.address).toEqual([expect.stringMatching(/./)])
      expect(new URL(shared(page, 'url')[0] ?? '').pathname).toBe(page.address)
      const hasPicture = /^(\/id)?\/((products|makers)\/.+)?$/.test(page.address)
      expect(shared(page, 'image:alt'), page.address).toHaveLength(hasPicture ? 1 : 0)
      for (const image of shared(page, 'image')) expect(isServed(new URL(image).pathname), image).toBe(true)
    }
  })

  test('is none of a preview', () => {
    const previews = Object.values(en.preview).concat(Object.values(id.preview))
    const says = (html: string) => previews.some((words) => typeof words === 'string' && html.includes(words))
    expect(addressesWhere(says)).toEqual([])
    expect(readdirSync(join(dist, '_astro')).filter((file) => file.startsWith('no-picture'))).toEqual([])
  })

  test('has words for its pictures', () => {
    expect(addressesWhere((html) => findTags(html, 'img').some((tag) => !/\salt(=|[\s>])/.test(tag)))).toEqual([])
    expect(addressesWhere((html) => findTags(html, 'img').some((tag) => !/width="\d+"/.test(tag)))).toEqual([])
  })
})

describe('the provenance page', () => {
  test('tells of a complaint that was upheld, in the reader’s language and without a name', () => {
    const told = (address: string) => pages.find((page) => page.address === address)?.html ?? ''
    const basket = '/products/water-hyacinth-storage-basket/provenance/'
    expect(told(basket)).toMatch(/Upheld on 16 November 2026.*smallest basket was 2 cm lower/s)
    expect(told(`/id${basket}`)).toMatch(
      /Dinyatakan terbukti pada 16 November 2026.*keranjang terkecil 2 cm lebih rendah/s,
    )
    expect(told('/products/ecoprint-silk-scarf/provenance/')).not.toContain('Upheld on')
  })
})

const isProduct = (address: string) => /^(\/id)?\/products\/[^/]+\/$/.test(address)

describe('what a page loads', () => {
  test('is a script on a product’s page alone, one file of the build, and deferred', () => {
    const codeOf = (html: string) => findTags(html, 'script').filter((tag) => !/type="application\/ld\+json"/.test(tag))
    expect(addressesWhere((html, address) => codeOf(html).length !== (isProduct(address) ? 1 : 0))).toEqual([])
    for (const tag of pages.flatMap(({ html }) => codeOf(html)))
      expect(tag).toMatch(/^<script type="module" src="\/_astro\/[^"]+\.js">$/)
  })

  test('is never a handler nor a javascript: link', () => {
    expect(addressesWhere((html) => findTags(html).some((tag) => /\son[a-z]+=|javascript:/i.test(tag)))).toEqual([])
  })

  test('is never a style in the page, which the CSP refuses', () => {
    const isStyled = (html: string) => /<style/i.test(html) || findTags(html).some((tag) => /\sstyle=/.test(tag))
    expect(addressesWhere(isStyled)).toEqual([])
  })

  test('comes from the site itself, and is there', () => {
    for (const { html, address } of pages) {
      for (const path of listAddresses(html).loaded) {
        expect(path, address).toMatch(/^\/(?!\/)/)
        expect(isServed(path), `${address} loads ${path}`).toBe(true)
      }
    }
    const actions = pages.flatMap(({ html }) => findTags(html, 'form').map((tag) => readAttribute(tag, 'action')))
    for (const action of actions) expect(action).toMatch(/^\/(?!\/)/)
    for (const css of styles) expect(css).not.toMatch(/url\(["']?(?!\/_astro\/)/)
  })
})

/** What the Worker answers; tests/journeys/pages.test.ts follows it. */
const isLive = (path: string) => /^(\/id)?\/makers\/[a-z0-9-]+\/record$/.test(path)

describe('links', () => {
  test('lead to a page of the build and to a part of it that is there, or to the Worker', () => {
    for (const { html, address } of pages) {
      for (const link of listAddresses(html).linked) {
        const { pathname, hash } = new URL(link, `https://asli.example${address}`)
        const target = pathname === address ? html : pages.find((page) => page.address === pathname)?.html
        expect(target !== undefined || isServed(pathname) || isLive(pathname), `${address} links to ${link}`).toBe(true)
        if (hash) expect(target, `${address} links to ${link}`).toContain(`id="${hash.slice(1)}"`)
      }
    }
  })
})

describe('the catalogue', () => {
  test('shows the ten demo products with their provenance and makers', () => {
    expect(published.withheld).toEqual([])
    expect(published.products.map(({ slug }) => slug).sort()).toEqual([...slugs].sort())
    for (const { slug, maker, image } of published.products) {
      for (const path of [`/products/${slug}/`, `/products/${slug}/provenance/`, `/makers/${maker}/`, image.src]) {
        expect(isServed(path), path).toBe(true)
      }
    }
  })

  test('lists every product on one page', () => {
    const list = pages.find(({ address }) => address === '/products/')?.html ?? ''
    for (const slug of slugs) expect(list).toContain(`href="/products/${slug}/"`)
  })

  test('never calls the ecoprint batik, save to say that it is none', () => {
    const its = pages.filter(({ address }) => address.includes('ecoprint-silk-scarf'))
    expect(its).toHaveLength(4)
    for (const { html, address } of its) {
      const claims = readText(html)
        .split(/[.;:]\s/)
        .filter((sentence) => /batik/i.test(sentence))
      expect(
        claims.filter((sentence) => !/\b(not|no|bukan|tidak)\b[^,]*batik/i.test(sentence)),
        address,
      ).toEqual([])
    }
  })

  test('captions each drawing as a drawing', () => {
    for (const { html, address } of pages.filter((page) => page.html.includes('<figure'))) {
      const captions = html.match(/<figcaption.*?<\/figcaption>/gs) ?? []
      const says = (caption: string) => /Drawing, not a photograph|Ilustrasi, bukan foto/.test(caption)
      expect(
        captions.filter((caption) => !says(caption)),
        address,
      ).toEqual([])
    }
  })

  test('describes each product as data that parses', () => {
    for (const { html, address } of pages.filter((page) => /\/products\/[^/]+\/$/.test(page.address))) {
      const [, text = ''] = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s) ?? []
      expect(JSON.parse(text), address).toMatchObject({ '@type': 'Product', countryOfOrigin: { name: 'ID' } })
    }
  })
})

test('each rule for content has its page in both languages, with what it says', () => {
  for (const [id, rule] of Object.entries(rules)) {
    for (const lang of ['en', 'id'] as const) {
      const address = `${lang === 'en' ? '' : '/id'}/rules/${slugOfRule(id)}/`
      const page = pages.find((one) => one.address === address)
      expect(readText(page?.html ?? ''), address).toContain(id)
      expect(page?.html, address).toContain(`>${rule.title[lang].replaceAll('&', '&amp;')}</h1>`)
    }
  }
})

test('each kind of problem has its page', () => {
  for (const slug of Object.keys(problemKinds)) expect(isServed(`/problems/${slug}/`), slug).toBe(true)
})
