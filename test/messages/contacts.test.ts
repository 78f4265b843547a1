import { describe, expect, it } from 'vitest'
import { messageKinds } from '../../messages/kinds.ts'
import { checkMessage } from '../../sandbox/slack/rules.ts'
import { languages } from '../../src/domain/belonging/types.ts'
import { keptSince, monthsBefore } from '../../src/domain/contact/retention.ts'
import type { ContactTopic } from '../../src/domain/contact/types.ts'
import { foreignTags, mrkdwnIn } from '../helpers/markup.ts'
import { nasty } from '../views/nasty.ts'
import { aContact, aLink, composed, type Given, kinds, mailOf, now, publicUrl, slackOf } from './contact-samples.ts'
import { unwrapped } from './said.ts'

const names = Object.keys(kinds)
const every = names.flatMap((kind) => languages.map((language) => ({ kind, language })))
const toContacts = names.filter((kind) => kind !== 'admin-contacts-empty')
const missing = /undefined|null|NaN|\[object| {2,}\S/

it('are all tried here', () => {
  const others = messageKinds.map(({ kind }) => kind).filter((kind) => /contact|logins|invoice/.test(kind))
  expect(others.sort()).toEqual([...names].sort())
})

describe.each(every)('$kind in $language', ({ kind, language }) => {
  it('is a mail that a terminal can show: lines of 78 at most, addresses alone, a signature', async () => {
    const { subject, text, automatic, replyTo } = await mailOf(kind, language)
    expect(subject).toMatch(/^\S.{9,110}$/)
    expect({ automatic, replyTo }).toEqual({ automatic: true, replyTo: 'hjelp@etat.no' })
    for (const line of text.split('\n')) {
      if (line.includes('https://')) expect(line).toMatch(/^https:\/\/\S+$/)
      else expect(line.length, line).toBeLessThanOrEqual(78)
      if (line !== '-- ') expect(line).toBe(line.trimEnd())
    }
    expect(text.split('\n-- \n')).toHaveLength(2)
    expect(text.replace(/^ {4}\//gm, '')).not.toMatch(missing)
  })

  it('says the same in HTML', async () => {
    const { text, html } = await mailOf(kind, language)
    const words = html
      .replace(/^[\s\S]*<body/, '')
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&#39;', "'")
    for (const url of text.match(/^https:.*$/gm) ?? []) expect(html).toContain(`href="${url}"`)
    for (const word of text.replace(/^(-+ ?|https:.*)$/gm, '').match(/[\p{L}\d@/-]{3,}/gu) ?? [])
      expect(words).toContain(word)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).not.toMatch(/undefined|\[object|src=|<script|url\(/)
  })

  it('is a Slack message, with its facts', async () => {
    const { text, blocks } = await slackOf(kind, language)
    expect(checkMessage({ text, blocks: [...blocks] }, { update: true })).toBeNull()
    const { subject } = await mailOf(kind, language)
    expect(text).toBe(subject)
    expect(JSON.stringify(blocks)).not.toMatch(/undefined|NaN|\[object|action_id/)
  })

  const foul = [
    '<!channel> <@U1>',
    'Kari\r\nBcc: x@evil.no',
    '<img src=x onerror=1>',
    nasty.rtl,
    nasty.long,
    nasty.name,
  ]
  it.each(foul)('gives a foul name no power: %j', async (name) => {
    const given: Given = {
      contact: kind === 'admin-contacts-empty' ? undefined : aContact({ name, scope: 'clients', clients: some(2) }),
      about: aContact({ id: 'CON-13', name, bounce: { at: now, reason: 'full', code: null }, accountGoneAt: now }),
      clientName: name,
      organisation: name,
      data: 'name' in (kinds[kind] ?? {}) ? { name } : kind === 'contact-registered' ? { from: name } : {},
    }
    const mail = await mailOf(kind, language, given)
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u)
    expect(foreignTags(mail.html)).toEqual([])
    const message = await slackOf(kind, language, given)
    expect(checkMessage({ text: message.text, blocks: [...message.blocks] }, { update: true })).toBeNull()
    for (const marked of [message.text, ...mrkdwnIn(message.blocks)])
      expect(marked).not.toMatch(/<[!@#]|<https:\/\/evil/)
  })
})

const some = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ environment: 'prod' as const, clientId: `client-${index}` }))

describe('nobody is told any more', () => {
  const cases: [string, string[], Given, string][] = [
    ['who is no contact', toContacts, { contact: null }, 'contact-gone'],
    [
      'at an address that is another by now',
      toContacts,
      { contact: aContact({ email: 'k@a.no', user: null }) },
      'address-changed',
    ],
    ['of an organisation that is gone', names, { organisation: null }, 'organisation-gone'],
    ['by a link that is gone', ['contact-registered'], { link: null }, 'link-gone'],
    ['by another’s link', ['contact-registered'], { link: aLink({ contactId: 'CON-9' }) }, 'link-gone'],
    ['by a link that was used', ['contact-registered'], { link: aLink({ usedAt: now }) }, 'link-used'],
    ['by a link that is too old', ['contact-registered'], { link: aLink({ expiresAt: now }) }, 'link-expired'],
    ['by a link to another address', ['contact-registered'], { link: aLink({ email: 'x@y.no' }) }, 'address-changed'],
    ['who confirmed since', ['contact-still-right'], { contact: aContact({ confirmedAt: now }) }, 'confirmed-since'],
    ['about a contact that is gone', ['contact-bounced', 'contact-account-gone'], { about: null }, 'contact-gone'],
    [
      'about another organisation’s',
      ['contact-bounced', 'contact-account-gone'],
      { about: aContact({ id: 'CON-13', organisationNumber: '991825827' }) },
      'contact-gone',
    ],
    [
      'about what was mended',
      ['contact-bounced', 'contact-account-gone'],
      { about: aContact({ id: 'CON-13' }) },
      'mended-since',
    ],
    ['about invoice information that is there', ['invoice-missing'], { invoice: {} as never }, 'mended-since'],
    ['about contacts that are there', ['admin-contacts-empty'], { contact: aContact() }, 'mended-since'],
  ]
  it.each(cases)('%s', async (_, these, given, suppress) => {
    for (const kind of these)
      for (const channel of ['mail', 'slack'] as const)
        expect(await composed(kind, channel, 'nb', given), `${kind} ${channel}`).toEqual({ suppress })
  })

  it.each<[ContactTopic, string[]]>([
    ['reminders', ['contact-still-right']],
    ['logins', ['logins-threshold', 'invoice-missing']],
  ])('who turned off %s, and of nothing else', async (topic, off) => {
    const contact = aContact({ hears: aContact().hears.filter((one) => one !== topic) })
    const muted: string[] = []
    for (const kind of toContacts) if ('suppress' in (await composed(kind, 'mail', 'nb', { contact }))) muted.push(kind)
    expect(muted).toEqual(off)
  })

  it('but those whose address is written in other letters', async () => {
    await expect(mailOf('contact-left', 'nb', { contact: aContact({ email: 'Kari@etat.no' }) })).resolves.toBeDefined()
  })
})

describe('a mail to a contact', () => {
  it.each(toContacts)('%s has one press that stops it where it can be stopped', async (kind) => {
    const topics: Record<string, string> = {
      'contact-still-right': 'reminders',
      'logins-threshold': 'logins',
      'invoice-missing': 'logins',
    }
    const { unsubscribe, text } = await mailOf(kind)
    const topic = topics[kind]
    if (topic === undefined) return expect(unsubscribe).toBeUndefined()
    expect(unsubscribe).toMatch(new RegExp(`^${publicUrl}/contact/CON-12\\.m+\\.s+/stop\\?topic=${topic}$`))
    expect(text).toContain(`\n${unsubscribe}\n`)
  })

  it.each(['contact-registered', 'contact-still-right'])(
    '%s waits as long as nobody could follow its link',
    async (kind) => {
      await expect(composed(kind, 'mail', 'nb', { deps: { publicUrl: null } })).rejects.toMatchObject({
        code: 'mail-off',
      })
    },
  )

  it.each(names.slice(2))('%s goes without links where there are none', async (kind) => {
    const mail = await mailOf(kind, 'nb', { deps: { publicUrl: null } })
    expect(mail.text + mail.html).not.toMatch(/https:|href/)
    expect(mail.unsubscribe).toBeUndefined()
  })
})

describe('the first mail', () => {
  const said = async (given?: Given, language: 'nb' | 'en' = 'nb') =>
    unwrapped((await mailOf('contact-registered', language, given)).text)

  it.each([
    ['what, by whom, for whom', 'Per Berg har registrert denne adressen på vegne av Lillevik kommune.'],
    ['why', 'må noen i virksomheten få vite det med en gang'],
    ['what it applies to', '- Hele virksomheten'],
    ['what is heard', '«Alvorlige hendelser», «Planlagt vedlikehold», «Innlogginger og faktura» og «Påminnelser»'],
    ['how long the link lasts', 'én gang, i 7 dager: til 29. november 2026, 14:17, norsk tid'],
    ['what is stored', 'Telefon: 40 00 00 00'],
    ['who is the controller', 'Behandlingsansvarlig er Lillevik kommune (organisasjonsnummer 974760673)'],
    ['the legal basis', 'personvernforordningen artikkel 6 nr. 1'],
    ['who sees it', 'brukerstøtten ser dem i Slack'],
    ['how long it is kept', '13 måneder, navn og adresse i endringsloggen i 24 måneder'],
    ['how to object', 'du kan protestere mot at opplysningene brukes'],
    ['how to leave', 'Velg å slutte på siden, eller skriv til hjelp@etat.no'],
    ['where to complain', 'klage til Datatilsynet:\nhttps://www.datatilsynet.no'],
    ['where to press', `Se over og bekreft:\n${publicUrl}/contact/link1.`],
  ])('says %s', async (_, sentence) => {
    expect(await said()).toContain(sentence)
  })

  it('keeps its word about how long', () => {
    const { deliveries, departures, auditValues } = keptSince(now)
    expect([deliveries, auditValues, departures]).toEqual([13, 24, 12].map((months) => monthsBefore(now, months)))
  })

  it.each<[string, Given, string]>([
    ['somebody whose name looks like a link', { person: null }, 'Noen i Lillevik kommune har registrert'],
    ['a list', { contact: aContact({ registeredBy: 'contacts import' }) }, 'De som drifter Portvakt, har registrert'],
    ['who handed over', { data: { from: 'Ola Hansen' } }, 'Ola Hansen har vært varslingskontakt for Lillevik kommune'],
    ['who handed over, by a foul name', { data: { from: 'evil.no/x' } }, 'Den som har vært varslingskontakt for'],
    ['who handed over, asked anew', { contact: aContact({ registeredBy: 'contact page' }) }, 'Den som har vært'],
  ])('names %s', async (_, given, sentence) => {
    expect(await said(given)).toContain(sentence)
  })

  it('names the clients, ten of them', async () => {
    const text = await said({ contact: aContact({ scope: 'clients', clients: some(12) }) }, 'en')
    expect(text.match(/- Byggesak \(production\)/g)).toHaveLength(10)
    expect(text).toContain('and 2 more clients')
  })

  it('does not promise more than is chosen', async () => {
    expect(await said({ contact: aContact({ hears: [] }) })).toContain('Du får bare kritiske hendelser')
  })
})

it('an admin hears whether nobody is left, or nobody can be reached', async () => {
  expect((await slackOf('admin-contacts-empty')).text).toBe('Lillevik kommune har ingen varslingskontakter igjen')
  const bounced = aContact({ bounce: { at: now, reason: 'full', code: 552 } })
  const { text } = await slackOf('admin-contacts-empty', 'nb', { contact: bounced, about: null })
  expect(text).toBe('Ingen varslingskontakter for Lillevik kommune kan nås')
})

it('logins are counted in the words of their year', async () => {
  const text = unwrapped((await mailOf('logins-threshold')).text)
  expect(text).toContain('I oppgjørsåret 2026/27 (1. oktober 2026 til 30. september 2027)')
  expect(text).toMatch(/163\s402 innlogginger i produksjon\. Det er 81\s% av 200\s000/)
  expect((await mailOf('logins-threshold', 'en', { data: { logins: 200_000 } })).subject).toBe(
    'Lillevik kommune has reached 200,000 logins',
  )
})
