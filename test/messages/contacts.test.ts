import { describe, expect, it } from 'vitest'
import { messageKinds } from '../../messages/kinds.ts'
import { checkMessage } from '../../sandbox/slack/rules.ts'
import type { ChannelFacts } from '../../src/domain/belonging/set-channel.ts'
import { languages } from '../../src/domain/belonging/types.ts'
import { keptSince, monthsBefore } from '../../src/domain/contact/retention.ts'
import type { ContactTopic } from '../../src/domain/contact/types.ts'
import { AppError } from '../../src/errors.ts'
import { foreignTags, mrkdwnIn } from '../helpers/markup.ts'
import { nasty } from '../views/nasty.ts'
import {
  aContact,
  aLink,
  composed,
  type Given,
  kinds,
  mailOf,
  now,
  placed,
  placedOf,
  publicUrl,
  slackOf,
} from './contact-samples.ts'
import { unwrapped } from './said.ts'

const names = Object.keys(kinds)
const every = names.flatMap((kind) => languages.map((language) => ({ kind, language })))
const places = Object.keys(placed)
const missing = /undefined|null|NaN|\[object| {2,}\S/

it('are all tried here', () => {
  const others = messageKinds.map(({ kind }) => kind).filter((kind) => /contact|logins|invoice|channel/.test(kind))
  const tried = new Set([...names, ...Object.values(placed).map(([kind]) => kind)])
  expect(others.sort()).toEqual([...tried].sort())
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
    expect(JSON.stringify(blocks)).not.toMatch(/undefined|NaN|\[object/)
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
      contact: aContact({ name, scope: 'clients', clients: some(2) }),
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
    ['who is no contact', names, { contact: null }, 'contact-gone'],
    [
      'at an address that is another by now',
      names,
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
    for (const kind of names) if ('suppress' in (await composed(kind, 'mail', 'nb', { contact }))) muted.push(kind)
    expect(muted).toEqual(off)
  })

  it('but those whose address is written in other letters', async () => {
    await expect(mailOf('contact-left', 'nb', { contact: aContact({ email: 'Kari@etat.no' }) })).resolves.toBeDefined()
  })
})

describe('a mail to a contact', () => {
  it.each(names)('%s has one press that stops it where it can be stopped', async (kind) => {
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

describe.each(places.flatMap((name) => languages.map((language) => ({ name, language }))))(
  '$name in $language',
  ({ name, language }) => {
    const unconfirmed = aContact({ createdAt: monthsBefore(now, 7) })
    const shown = async (given: Given = {}) => {
      const made = await placedOf(name, language, {
        ...(name.includes('unconfirmed') && { contact: unconfirmed }),
        ...given,
      })
      if (!('slack' in made)) throw new Error(JSON.stringify(made))
      return made.slack
    }

    it('is a Slack message that leads on', async () => {
      const { text, blocks } = await shown()
      expect(checkMessage({ text, blocks: [...blocks] }, { update: true })).toBeNull()
      expect(JSON.stringify(blocks)).not.toMatch(/undefined|NaN|\[object/)
      expect(JSON.stringify(blocks)).toMatch(
        name === 'a lost channel, to an admin' ? /portvakt admin/ : /contact-told\./,
      )
    })

    it('gives a foul name no power', async () => {
      for (const foul of ['<!channel> <@U1>', '<img src=x>', nasty.rtl, nasty.long]) {
        const about = aContact({
          id: 'CON-13',
          name: foul,
          bounce: { at: now, reason: 'full', code: 1 },
          accountGoneAt: now,
        })
        const data = name.includes('left') ? { name: foul } : {}
        const contact = aContact({ ...unconfirmed, name: foul })
        const { text, blocks } = await shown({
          about,
          data,
          organisation: foul,
          ...(name.includes('unconfirmed') && { contact }),
        })
        expect(checkMessage({ text, blocks: [...blocks] }, { update: true })).toBeNull()
        for (const marked of [text, ...mrkdwnIn(blocks)]) expect(marked).not.toMatch(/<[!@#]/)
      }
    })
  },
)

describe('in an organisation’s channel', () => {
  const inChannel = places.filter((name) => name.endsWith('in the channel'))
  const unconfirmed = aContact({ createdAt: monthsBefore(now, 7) })
  const given = (name: string): Given => (name.includes('unconfirmed') ? { contact: unconfirmed } : {})

  it.each(inChannel)('stands no address: %s', async (name) => {
    const shown = JSON.stringify(await placedOf(name, 'nb', given(name)))
    expect(shown).not.toMatch(/@etat\.no|som du også er/)
    expect(shown).toContain('fordi kanalen er valgt for Lillevik kommune')
  })

  it.each<[string, ChannelFacts | null]>([
    ['outsiders', { channel: true, archived: false, outsiders: true, member: true }],
    ['archived', { channel: true, archived: true, outsiders: false, member: true }],
    ['not-in-it', { channel: true, archived: false, outsiders: false, member: false }],
    ['unknown', null],
  ])('stands nothing once it is %s', async (fault, facts) => {
    for (const name of inChannel)
      expect(await placedOf(name, 'nb', { ...given(name), facts }), name).toEqual({ suppress: `channel-${fault}` })
  })

  it('stands nothing once the organisation has another one, or is gone', async () => {
    for (const name of inChannel) {
      const made = (more: Given) => placedOf(name, 'nb', { ...given(name), ...more })
      expect(await made({ channel: 'C0OTHER' }), name).toEqual({ suppress: 'address-changed' })
      expect(await made({ channel: null }), name).toEqual({ suppress: 'address-changed' })
      expect(await made({ organisation: null }), name).toEqual({ suppress: 'organisation-gone' })
    }
  })

  it('waits while Slack does not say what it is', async () => {
    const channelFacts = async () => {
      throw new AppError('slack-unavailable', 'no answer')
    }
    await expect(placedOf('who left, in the channel', 'nb', { deps: { channelFacts } })).rejects.toMatchObject({
      code: 'slack-unavailable',
    })
  })

  it.each<[string, Given, string]>([
    ['a bounce, in the channel', { about: aContact({ id: 'CON-13' }) }, 'mended-since'],
    ['an account gone, in the channel', { about: null }, 'contact-gone'],
    ['an invoice, in the channel', { invoice: {} as never }, 'mended-since'],
    ['nobody left, in the channel', { contact: aContact() }, 'mended-since'],
    ['nobody left, to the desk', { contact: aContact() }, 'mended-since'],
    ['who is unconfirmed, in the channel', { contact: aContact({ confirmedAt: now }), about: null }, 'confirmed-since'],
    ['a lost channel, to an admin', { channel: 'C0OTHER' }, 'mended-since'],
  ])('and elsewhere is nothing said that is mended: %s', async (name, more, suppress) => {
    expect(await placedOf(name, 'nb', more)).toEqual({ suppress })
  })

  it('are named ten of those who are unconfirmed, and nobody else', async () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      aContact({ ...unconfirmed, id: `CON-${at}`, name: `Kari ${'ABCDEFGHIJKL'[at]}` }),
    )
    const shown = await placedOf('who is unconfirmed, in the channel', 'nb', {
      contacts: [...many, aContact({ confirmedAt: now })],
    })
    const words = JSON.stringify(shown)
    expect(words).toContain('12 kontakter for Lillevik kommune må bekreftes')
    expect(words).toContain('Kari J (CON-9)')
    expect(words).not.toContain('Kari K')
    expect(words).toContain('og 2 kontakter til')
  })
})

it('whoever hears it in the contacts’ stead hears whether nobody is left, or nobody can be reached', async () => {
  const said = async (given?: Given, language: 'nb' | 'en' = 'nb') =>
    JSON.stringify(await placedOf('nobody left, to the desk', language, given))
  expect(await said()).toContain('Lillevik kommune har ingen varslingskontakter igjen')
  const bounced = aContact({ bounce: { at: now, reason: 'full', code: 552 } })
  expect(await said({ contact: bounced, about: null })).toContain(
    'Ingen varslingskontakter for Lillevik kommune kan nås',
  )
  // the desk is told what to do, in its own language
  expect(await said({}, 'en')).toContain('has no administrator in Portvakt')
  expect(await said({}, 'en')).toContain('https://virksomhet.brreg.no/nb/oppslag/enheter/')
})

it('logins are counted in the words of their year', async () => {
  const text = unwrapped((await mailOf('logins-threshold')).text)
  expect(text).toContain('I oppgjørsåret 2026/27 (1. oktober 2026 til 30. september 2027)')
  expect(text).toMatch(/163\s402 innlogginger i produksjon\. Det er 81\s% av 200\s000/)
  expect((await mailOf('logins-threshold', 'en', { data: { logins: 200_000 } })).subject).toBe(
    'Lillevik kommune has reached 200,000 logins',
  )
})
