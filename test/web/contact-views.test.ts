import { describe, expect, it } from 'vitest'
import { languages } from '../../src/domain/belonging/types.ts'
import { emailFaults } from '../../src/domain/contact/read-email.ts'
import { nameFaults } from '../../src/domain/contact/read-person-name.ts'
import { type Contact, contactKinds, contactScopes, contactTopics } from '../../src/domain/contact/types.ts'
import { type Text, textFor } from '../../src/text/index.ts'
import { contactPage } from '../../views/pages/contact.ts'
import { contactGonePage, contactLinkExpiredPage, contactLinkSentPage } from '../../views/pages/contact-ended.ts'
import { type HandOverFaults, handedOverPage, handOverPage } from '../../views/pages/contact-hand-over.ts'
import { leavePage, leftPage } from '../../views/pages/contact-leave.ts'
import type { ContactShown } from '../../views/pages/contact-parts.ts'
import { stopPage, stoppedPage } from '../../views/pages/contact-stop.ts'
import type { Html } from '../../views/pages/layout.ts'
import { type Element, parsed } from '../views/pages/parsed.ts'
import { evil, serviceDesk } from '../views/pages/samples.ts'
import { ola } from './contact-world.ts'

const at = Date.UTC(2026, 10, 22, 13, 32)
const contact: Contact = {
  ...ola,
  name: evil,
  email: `ola@${evil}`,
  id: 'CON-12',
  verifiedAt: null,
  confirmedAt: null,
  bounce: null,
  accountGoneAt: null,
  mirrored: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
}
const page = 'https://portvakt.example.no/contact/CON-12.abc.def'
const links: ContactShown['links'] = {
  page,
  preferences: `${page}/preferences`,
  handOver: `${page}/hand-over`,
  leave: `${page}/leave`,
  newLink: `${page}/new-link`,
  stop: `${page}/stop?topic=major`,
}
const shownOf = (over: Partial<Contact> = {}, more: Partial<ContactShown> = {}): ContactShown => ({
  contact: { ...contact, ...over },
  organisation: { number: '817263992', name: evil },
  clients: [
    { name: evil, environment: 'prod' },
    { name: 'Byggesak', environment: 'test' },
  ],
  registeredBy: { name: evil },
  links,
  serviceDesk,
  ...more,
})
const shown = shownOf()
const bounce = { at, reason: 'refused', code: 550 } as const

const handOverFaults: HandOverFaults[] = [
  ...nameFaults.map((name) => ({ name })),
  ...[...emailFaults, 'own' as const, 'taken' as const].map((email) => ({ email })),
  { name: 'digits', email: 'form' },
]

const pages: [name: string, render: (t: Text) => Html][] = [
  ['open', (t) => contactPage(t, { shown, door: 'open', until: at, said: null })],
  ['used', (t) => contactPage(t, { shown: shownOf({ verifiedAt: at }), door: 'used', until: null, said: null })],
  ['manage', (t) => contactPage(t, { shown: shownOf({ bounce }), door: 'manage', until: null, said: null })],
  ...(['confirmed', 'topics', 'language'] as const).map((said): (typeof pages)[number] => [
    said,
    (t) => contactPage(t, { shown, door: 'manage', until: null, said }),
  ]),
  ...contactScopes.map((scope): (typeof pages)[number] => [
    scope,
    (t) => leavePage(t, shownOf({ scope }, { registeredBy: 'page' }), 2),
  ]),
  ...contactKinds.map((kind): (typeof pages)[number] => [
    kind,
    (t) => leavePage(t, shownOf({ kind }, { registeredBy: 'import' }), 1),
  ]),
  ['the last leaves', (t) => leavePage(t, shown, 0)],
  ['left', (t) => leftPage(t, { serviceDesk })],
  ['hand over', (t) => handOverPage(t, shown)],
  ...handOverFaults.map((faults): (typeof pages)[number] => [
    `hand over wrong ${Object.values(faults)}`,
    (t) => handOverPage(t, shown, { name: evil, email: evil }, faults),
  ]),
  ['handed over', (t) => handedOverPage(t, { name: evil, serviceDesk })],
  ...[...contactTopics, null].flatMap((topic): typeof pages => [
    [`stop ${topic ?? 'all'}`, (t) => stopPage(t, shown, topic)],
    [`stopped ${topic ?? 'all'}`, (t) => stoppedPage(t, shown, topic)],
  ]),
  ['expired', (t) => contactLinkExpiredPage(t, { serviceDesk, newLink: links.newLink })],
  ['sent', (t) => contactLinkSentPage(t, { serviceDesk })],
  ['gone', (t) => contactGonePage(t, { serviceDesk })],
]
const rendered = languages.flatMap((language) =>
  pages.map(([name, render]) => ({ name, language, html: String(render(textFor(language))) })),
)
const named = (elements: Element[], ...names: string[]) => elements.filter(({ name }) => names.includes(name))

describe('every page of a contact', () => {
  it.each(rendered)('is whole and lets nothing in by a name: $name ($language)', ({ html }) => {
    const elements = parsed(html)
    const harmless =
      'html head meta title style body header main footer p h1 h2 dl div dt dd ul li bdi form input button a label'
    expect(
      [...new Set(elements.map(({ name }) => name))].filter((name) => !harmless.split(' ').includes(name)),
    ).toEqual([])
    const attributes = elements.flatMap((one) => Object.keys(one.attributes))
    expect(attributes.filter((name) => /^(on|style$|src|srcset|formaction)/.test(name))).toEqual([])
    for (const { attributes: of } of elements) {
      // what was typed stays as it was typed, in its own field
      const foreign = Object.entries(of).filter(([name]) => name !== 'value')
      for (const [, value] of foreign) expect(value).not.toMatch(/onerror|\u202e/)
    }
    for (const { text } of elements) {
      expect(text).not.toContain('\u202e')
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  it.each(rendered)('can be used by everybody: $name ($language)', ({ html, language }) => {
    const elements = parsed(html)
    expect(named(elements, 'html')[0]?.attributes.lang).toBe(language)
    expect(named(elements, 'h1')).toHaveLength(1)
    expect(named(elements, 'title')[0]?.text).toMatch(/^[^:]{3,15}: .+ – Portvakt$/)
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const { attributes } of named(elements, 'input').filter((one) => one.attributes.type !== 'hidden')) {
      expect(named(elements, 'label').filter((label) => label.attributes.for === attributes.id)).toHaveLength(1)
    }
    for (const { attributes } of elements) {
      const pointed = [attributes['aria-describedby'], attributes['aria-labelledby']].flatMap(
        (of) => of?.split(' ') ?? [],
      )
      const target = attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : []
      for (const id of [...pointed, ...target]) expect(ids).toContain(id)
    }
    for (const { text } of named(elements, 'button', 'a')) expect(text.trim()).not.toBe('')
    for (const { attributes } of named(elements, 'form')) {
      expect(attributes.method).toBe('post')
      expect(attributes.action).toMatch(/^https:\/\/portvakt\.example\.no\/contact\//)
    }
  })

  it('reads aloud at once what went wrong, and nothing else', () => {
    for (const { name, html } of rendered) {
      const alerts = parsed(html).filter(({ attributes }) => attributes.role === 'alert')
      expect(alerts, name).toHaveLength(name.startsWith('hand over wrong') ? 1 : 0)
    }
  })

  it('says each thing in words of its own, in each language', () => {
    expect(new Set(rendered.map(({ html }) => html)).size).toBe(rendered.length)
  })
})
