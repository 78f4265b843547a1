import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/domain/belonging/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { changeLines } from '../../../views/client/change-lines.ts'
import { becamePage } from '../../../views/pages/became.ts'
import { loginPage } from '../../../views/pages/login.ts'
import { type Element, parsed } from './parsed.ts'
import { evil, kindsOfLogins, payloads, samples, shownOf } from './samples.ts'

const rendered = languages.flatMap((language) =>
  samples.map(({ name, render }) => ({ name, language, html: String(render(textFor(language))) })),
)
const named = (elements: Element[], name: string) => elements.filter((one) => one.name === name)

describe('every page', () => {
  it.each(rendered)('is whole and lets nothing in by a name: $name ($language)', ({ html }) => {
    const elements = parsed(html)
    const harmless =
      'html head meta title style body header main footer p h1 dl div dt dd ul li bdi form input button a label textarea fieldset legend h2'
    const allowed = new Set(harmless.split(' '))
    expect(elements.map(({ name }) => name).filter((name) => !allowed.has(name))).toEqual([])
    const attributes = elements.flatMap((one) => Object.keys(one.attributes))
    expect(attributes.filter((name) => /^(on|style$|src|srcset|formaction)/.test(name))).toEqual([])
    // marks that turn the writing around are gone, or kept to their own place
    for (const { text, name } of elements) if (text.includes('\u202e')) expect(['bdi', 'textarea']).toContain(name)
  })

  it.each(rendered)('can be used by everybody: $name ($language)', ({ html, language }) => {
    const elements = parsed(html)
    const t = textFor(language)
    expect(named(elements, 'html')[0]?.attributes.lang).toBe(language)
    expect(named(elements, 'h1')).toHaveLength(1)
    const [title] = named(elements, 'title')
    expect(title?.text).toMatch(/^[^:]{3,15}: .+ – Portvakt$/)
    expect(named(elements, 'meta').map(({ attributes }) => attributes.content)).toContain(
      'width=device-width, initial-scale=1',
    )
    for (const { name, attributes } of elements.filter((one) => ['textarea', 'input'].includes(one.name))) {
      const labelled = named(elements, 'label').some((label) => label.attributes.for === attributes.id)
      expect(labelled || attributes.type === 'hidden', name).toBe(true)
      for (const id of attributes['aria-describedby']?.split(' ') ?? [])
        expect(elements.some((one) => one.attributes.id === id)).toBe(true)
    }
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const { text } of named(elements, 'button')) expect(text.trim()).not.toBe('')
    for (const { attributes } of named(elements, 'form')) expect(attributes.method).toBe('post')
    for (const { text } of elements) expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    expect(html).toContain(t.pages.help({ serviceDesk: 'brukerstotte@example.no' }))
  })

  it('says in its heading when it is production', () => {
    for (const language of languages) {
      const t = textFor(language)
      // which environment an admin client is for is chosen on the page
      for (const kind of kindsOfLogins.filter((one) => one !== 'credential.give')) {
        const heading = named(parsed(String(loginPage(t, shownOf(kind)))), 'h1')[0]?.text
        expect(heading).toMatch(/produksjon|production/)
      }
    }
  })

  it('reads aloud at once what went wrong, and nothing else', () => {
    for (const { name, html } of rendered) {
      const alerts = parsed(html).filter(({ attributes }) => attributes.role === 'alert')
      const wrong = /^problem|is (failed|half-made|unknown|expired|wrong.*|not tried)$/.test(name)
      expect(alerts, name).toHaveLength(wrong ? 1 : 0)
    }
  })

  it('shows a secret once, in a field that can be selected, and names it nowhere else', () => {
    const t = textFor('nb')
    const page = (secret: string | null) =>
      parsed(
        String(
          becamePage(t, {
            shown: shownOf('secret.new', 'Byggesak'),
            became: 'done',
            made: { clientId: 'c', kid: null },
            secret,
            secretGone: secret === null,
            failure: null,
            look: null,
            logOut: null,
          }),
        ),
      )
    const [field] = named(page('hemmelig-verdi'), 'textarea')
    expect(field).toMatchObject({ text: 'hemmelig-verdi', attributes: { readonly: '', autocomplete: 'off' } })
    expect(page('hemmelig-verdi').filter(({ text }) => text.includes('hemmelig-verdi'))).toHaveLength(1)
    expect(named(page(null), 'textarea')).toEqual([])
  })
})

describe('the words of a change', () => {
  it.each(kindsOfLogins)('hold every value of it: %s', (kind) => {
    for (const language of languages) {
      const { heading, lines } = changeLines(textFor(language), { ...shownOf(kind).change, payload: payloads[kind] })
      expect(heading).not.toBe('')
      for (const { label, value } of lines) {
        expect(label).toMatch(/^\S.*\S$/)
        expect([value].flat().every((one) => one !== '')).toBe(true)
      }
    }
  })

  it('leave nothing out of a new client', () => {
    const { lines } = changeLines(textFor('nb'), shownOf('client.create').change)
    const { metadata } = payloads['client.create'] as { metadata: Record<string, unknown> }
    // and the key
    expect(lines).toHaveLength(Object.keys(metadata).length + 1)
    expect(new Set(lines.map(({ label }) => label)).size).toBe(lines.length)
    const values = lines.flatMap(({ value }) => value)
    for (const scope of ['openid', evil]) expect(values).toContain(scope)
    expect(values).toContain('kid: nokkel-1'.replace('nokkel-1', evil))
    expect(values).toContain('RSA, 2048 bit, RS256')
  })

  it('leave out what is not set', () => {
    const metadata = {
      client_name: 'Byggesak',
      description: '',
      integration_type: 'maskinporten',
      scopes: ['a:b'],
      redirect_uris: [],
      client_uri: null,
    }
    const change = { kind: 'client.create', environment: 'prod' as const, payload: { metadata, key: null } }
    expect(changeLines(textFor('en'), change)).toEqual({
      heading: 'New client in production',
      lines: [
        { label: 'Name', value: 'Byggesak' },
        { label: 'Type', value: 'Maskinporten' },
        { label: 'Scopes', value: ['a:b'] },
      ],
      warnings: [],
    })
  })

  it('are refused for what has none: nobody says yes to what isn’t shown', () => {
    for (const kind of ['membership.change', 'toString', '__proto__']) {
      expect(() => changeLines(textFor('nb'), { kind, environment: 'prod', payload: {} })).toThrow(TypeError)
    }
  })
})
