import { createTransport, type SendMailOptions } from 'nodemailer'
import { describe, expect, onTestFinished, test } from 'vitest'
import { steppedClock } from '../../sandbox/clock.ts'
import { createEnhetsregisteret } from '../../sandbox/enhetsregisteret/enhetsregisteret.ts'
import { createFaults } from '../../sandbox/faults.ts'
import { createMailbox } from '../../sandbox/mailbox/mailbox.ts'
import type { Desk, Letter, World } from '../../sandbox/protocol.ts'
import { people } from '../../sandbox/world.ts'
import { follow, served } from './served.ts'

const clock = steppedClock(Date.UTC(2026, 4, 4, 8))

const withMailbox = async () => {
  const mailbox = await createMailbox({ clock })
  const pool = createTransport({ url: mailbox.url, pool: true, maxConnections: 1 })
  onTestFinished(async () => {
    pool.close()
    await mailbox.close()
  })
  const all = await served({ mailbox })
  const send = (more: SendMailOptions = {}) =>
    pool.sendMail({
      from: 'Portvakt <portvakt@portvakt.example>',
      to: people.kari.email ?? '',
      subject: 'Bekreft adressen',
      text: 'Åpne\n\nlenken: http://127.0.0.1/l',
      html: '<!doctype html><html><head lang="nb"><title>x</title></head><body>Hei</body></html>',
      ...more,
    })
  return { ...all, mailbox, send }
}

describe('the mailbox on the desk', () => {
  test('shows each person the own mails and all others, and streams what comes', async () => {
    const { server, send } = await withMailbox()
    const kari = await follow(server.url, people.kari.id)
    expect((await kari.until(() => true)).mail).toEqual({ mails: [], unread: 0, troubles: [] })
    await send()
    await send({
      to: 'servicedesk@digdir.example',
      bcc: (people.kari.email ?? '').toUpperCase(),
      subject: 'Til tjenesten',
    })
    await send({ to: 'servicedesk@digdir.example', subject: 'Bare dem' })
    const { mail } = await kari.until((desk) => desk.mail?.mails.length === 3)
    expect(mail?.unread).toBe(2)
    expect(mail?.mails.map(({ subject, mine, unread }) => [subject, mine, unread])).toEqual([
      ['Bare dem', false, false],
      ['Til tjenesten', true, true],
      ['Bekreft adressen', true, true],
    ])
    expect(mail?.mails[2]).toMatchObject({
      at: clock.now(),
      from: { name: 'Portvakt', address: 'portvakt@portvakt.example' },
      recipients: [people.kari.email],
      preview: 'Åpne lenken: http://127.0.0.1/l',
    })
    const oliver = await follow(server.url, people.oliver.id)
    expect((await oliver.until(() => true)).mail).toMatchObject({ unread: 0, mails: [{ mine: false }, {}, {}] })
  })

  test('counts an opened mail as read for the one who opened it', async () => {
    const { server, send, act } = await withMailbox()
    await send({ to: [people.kari.email ?? '', people.oliver.email ?? ''] })
    const kari = await follow(server.url, people.kari.id)
    const id = (await kari.until((desk) => desk.mail?.unread === 1)).mail?.mails[0]?.id ?? ''
    expect(await act({ type: 'read-mail', mail: id })).toEqual({ ok: true })
    await kari.until((desk) => desk.mail?.unread === 0 && desk.mail.mails[0]?.unread === false)
    const oliver = await follow(server.url, people.oliver.id)
    expect((await oliver.until(() => true)).mail?.unread).toBe(1)
  })

  test('is left out where there is none', async () => {
    const { server, act } = await served()
    const desk: Desk = await (await follow(server.url, people.kari.id)).until(() => true)
    expect(desk).not.toHaveProperty('mail')
    expect(await act({ type: 'read-mail', mail: 'M1' })).toEqual({ ok: true })
    expect((await fetch(`${server.url}/api/mails/M1`)).status).toBe(404)
  })
})

describe('a mail', () => {
  test('is read whole', async () => {
    const { server, send } = await withMailbox()
    const { messageId } = await send()
    const letter = (await (await fetch(`${server.url}/api/mails/M1`)).json()) as Letter
    expect(letter).toMatchObject({
      id: 'M1',
      to: [{ name: '', address: people.kari.email }],
      subject: 'Bekreft adressen',
      text: 'Åpne\n\nlenken: http://127.0.0.1/l\n',
      hasHtml: true,
      problems: [],
    })
    expect(letter.source).toContain(`Message-ID: ${messageId}`)
    expect((await fetch(`${server.url}/api/mails/M2`)).status).toBe(404)
  })

  test.each([
    [
      '<!doctype html><html><head lang="nb"></head>Hei',
      '<!doctype html><html><head lang="nb"><base target="_blank"></head>Hei\n',
    ],
    ['<!DOCTYPE html>\nHei', '<!DOCTYPE html><base target="_blank">\nHei\n'],
    ['<p>Hei</p>', '<base target="_blank"><p>Hei</p>\n'],
  ])('%j opens its links beside itself', async (html, shown) => {
    const { server, send } = await withMailbox()
    await send({ html })
    expect(await (await fetch(`${server.url}/api/mails/M1/html`)).text()).toBe(shown)
  })

  test('as HTML runs nothing, fetches nothing, sends nothing and tells nobody where it was', async () => {
    const { server, send } = await withMailbox()
    await send()
    await send({ html: undefined })
    const { headers } = await fetch(`${server.url}/api/mails/M1/html`)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const rules = headers.get('content-security-policy') ?? ''
    for (const rule of ["default-src 'none'", "form-action 'none'", 'sandbox allow-popups'])
      expect(rules).toContain(rule)
    expect(rules).not.toMatch(/allow-scripts|allow-same-origin|allow-forms/)
    expect((await fetch(`${server.url}/api/mails/M2/html`)).status).toBe(404)
  })
})

describe('an answer', () => {
  test('goes to where answers are wanted, from the person, in the thread and with the mail below', async () => {
    const { send, act, mailbox } = await withMailbox()
    const { messageId } = await send({ replyTo: 'Saksbehandler <sak@etaten.example>', html: undefined, text: 'Hva?\n' })
    const reply = (mail: string, text: string, as?: string) => act({ type: 'reply-mail', mail, text }, as)
    expect(await reply('M1', '  Dette. ')).toEqual({ ok: true })
    expect(mailbox.mails().at(-1)).toMatchObject({
      from: { name: 'Kari Fjellvåg', address: people.kari.email },
      to: [{ name: 'Saksbehandler', address: 'sak@etaten.example' }],
      subject: 'SV: Bekreft adressen',
      text: 'Dette.\n\nPortvakt skrev:\n> Hva?\n',
      references: [messageId],
      problems: [],
    })
    expect(await reply('M9', 'Hei')).toEqual({ ok: false, error: 'There is no such mail' })
    expect(await reply('M1', 'Hei', people.fremmed.id)).toMatchObject({ ok: false })
    expect(await reply('M1', ' ')).toMatchObject({ ok: false, error: expect.stringContaining('not an act') })
  })

  test('that is not taken says so', async () => {
    const { send, act, mailbox } = await withMailbox()
    await send()
    mailbox.faults.add({ to: 'portvakt@portvakt.example', fault: { kind: 'refuse', at: 'rcpt', code: 550 } })
    const answer = await act({ type: 'reply-mail', mail: 'M1', text: 'Hei' })
    expect(answer).toMatchObject({ ok: false, error: expect.stringMatching(/not taken .*550/) })
  })
})

describe('what goes wrong', () => {
  test.each([
    ['failing', 451],
    ['refusing', 550],
  ] as const)('with all mail: %s is %i', async (mode, responseCode) => {
    const { send, act, server } = await withMailbox()
    expect(await act({ type: 'mode', system: 'mailbox', mode })).toEqual({ ok: true })
    await expect(send()).rejects.toMatchObject({ responseCode })
    const told = (await (await fetch(`${server.url}/api/world`)).json()) as World
    expect(told.systems.at(-1)).toEqual({ id: 'mailbox', name: 'E-post', speaks: 'smtp', mode, requests: 1 })
    await act({ type: 'mode', system: 'mailbox', mode: 'well' })
    await send()
  })

  test('with one address alone, whatever its letters, until it is well again', async () => {
    const { send, act, server } = await withMailbox()
    const to = people.tore.email ?? ''
    await act({ type: 'mail-trouble', to: to.toUpperCase(), mode: 'refusing' })
    const kari = await follow(server.url, people.kari.id)
    expect((await kari.until(() => true)).mail?.troubles).toEqual([{ to, mode: 'refusing' }])
    await expect(send({ to })).rejects.toMatchObject({ responseCode: 550 })
    await send()
    await act({ type: 'mode', system: 'mailbox', mode: 'slow' })
    await act({ type: 'mode', system: 'mailbox', mode: 'well' })
    await expect(send({ to })).rejects.toMatchObject({ responseCode: 550 })
    await act({ type: 'mail-trouble', to, mode: 'rate-limited' })
    await expect(send({ to })).rejects.toMatchObject({ responseCode: 452 })
    await act({ type: 'mail-trouble', to, mode: 'well' })
    await send({ to })
  })

  test('with one address whose mail is taken and then sent back', async () => {
    const { send, act, mailbox } = await withMailbox()
    const to = people.tore.email ?? ''
    expect(await act({ type: 'mail-trouble', to, mode: 'returning' })).toEqual({ ok: true })
    await send({ to })
    expect(mailbox.mails()).toEqual([])
    await send()
    expect(mailbox.mails()).toHaveLength(1)
    expect(mailbox.faults.list()).toMatchObject([{ to, fault: { kind: 'return', status: '5.1.1' } }])
  })

  test('a mode that a system does not have is refused', async () => {
    const { act } = await withMailbox()
    expect(await act({ type: 'mode', system: 'mailbox', mode: 'html' })).toMatchObject({ ok: false })
    expect(await act({ type: 'mail-trouble', to: 'a@b.example', mode: 'html' })).toMatchObject({ ok: false })
    expect(await act({ type: 'mode', system: 'slack', mode: 'refusing' })).toMatchObject({ ok: false })
  })
})

test('ID-porten and Enhetsregisteret have their rows, and the register fails in its own words', async () => {
  const enhetsregisteret = await createEnhetsregisteret({ clock, units: [] })
  onTestFinished(() => enhetsregisteret.close())
  const idporten = { faults: createFaults(), count: () => 7 }
  const { server, act } = await served({ enhetsregisteret, idporten })
  await act({ type: 'mode', system: 'enhetsregisteret', mode: 'failing' })
  const answer = await fetch(`${enhetsregisteret.url}/enheter/310000019`)
  expect(await answer.json()).toMatchObject({ status: 500, error: 'Internal Server Error' })
  await act({ type: 'mode', system: 'idporten', mode: 'cutting' })
  expect(idporten.faults.list()).toEqual([{ fault: { kind: 'cut', when: 'after' } }])
  const told = (await (await fetch(`${server.url}/api/world`)).json()) as World
  expect(told.systems.slice(1)).toEqual([
    { id: 'idporten', name: 'ID-porten', mode: 'cutting', requests: 7 },
    { id: 'enhetsregisteret', name: 'Enhetsregisteret', mode: 'failing', requests: 1, speaks: 'register' },
  ])
})

test('the world tells of hats', async () => {
  const all = await served()
  await all.workspace.changeUser(people.kari.id, { hats: ['cleared', 'organisation-admin'] })
  const told = (await (await fetch(`${all.server.url}/api/world`)).json()) as World
  expect(told.people.find(({ id }) => id === people.kari.id)?.hats).toEqual(['cleared', 'organisation-admin'])
  expect(told.people.find(({ id }) => id === people.oliver.id)).not.toHaveProperty('hats')
})
