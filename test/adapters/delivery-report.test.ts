import { describe, expect, it } from 'vitest'
import { bounceReasonOf, readDeliveryReport } from '../../src/adapters/delivery-report.ts'
import { type ReportParts, report } from './reports.ts'

const id = '7b0d3a52-9b0c-4c52-8a34-5f0f7d1d2f11'
const bounce = 'retur@portvakt.example'
const read = (parts: ReportParts) => readDeliveryReport(report(parts), bounce)

describe('a delivery status report', () => {
  it.each<[string, ReportParts]>([
    ['its own address', { to: `retur+${id}@portvakt.example` }],
    ['its own address in other letters, with a name', { to: `"Retur" <RETUR+${id}@Portvakt.Example>` }],
    ['where it was delivered', { header: [`Delivered-To: retur+${id}@portvakt.example`] }],
    ['the address as a server kept it', { header: [`X-Original-To: retur+${id}@portvakt.example`] }],
    ['the envelope id', { message: [`Original-Envelope-Id: ${id}`] }],
    ['the envelope id as an address', { message: [`Original-Envelope-Id: <retur+${id}@portvakt.example>`] }],
    ['the mail that came back', { returned: [`Message-ID: <${id}@portvakt.example>`] }],
    ['its header alone', { returned: [`Message-ID:`, ` <${id}@portvakt.example>`], returnedAs: 'text/rfc822-headers' }],
    ['where it came from', { returned: [`Return-Path: <retur+${id}@portvakt.example>`] }],
  ])('names our mail by %s', async (_, parts) => {
    expect((await read(parts))?.rowIds).toEqual([id])
  })

  it.each<[string, ReportParts]>([
    ['an address at another domain', { to: `retur+${id}@annet.example` }],
    ['a longer domain', { to: `retur+${id}@portvakt.example.annet.example` }],
    ['somebody else’s address', { to: `ola+${id}@portvakt.example` }],
    ['the bounce address alone', { to: bounce }],
    ['another server’s Message-ID', { returned: [`Message-ID: <${id}@annet.example>`] }],
    [
      'what stands in the text of the mail that came back',
      { returned: ['Subject: Hei', '', `Message-ID: <${id}@portvakt.example>`] },
    ],
    ['what is no id', { to: 'retur+../../etc@portvakt.example' }],
  ])('names none by %s', async (_, parts) => {
    expect((await read(parts))?.rowIds).toEqual([])
  })

  it.each<[string, string[], object]>([
    [
      'a refusal',
      [
        'Original-Recipient: rfc822;Kari@Etat.example',
        'Final-Recipient: RFC822; <kari@intern.example>',
        'Action: Failed',
        'Status: 5.1.1 (unknown)',
        'Diagnostic-Code: smtp; 550 5.1.1 No such',
        '  user here',
      ],
      { addresses: ['kari@etat.example', 'kari@intern.example'], action: 'failed', status: '5.1.1', code: 550 },
    ],
    [
      'a delay',
      ['Final-Recipient: rfc822; kari@etat.example', 'Action: delayed', 'Status: 4.4.1'],
      { action: 'delayed', status: '4.4.1', code: null },
    ],
    [
      'a status that only the server’s answer has',
      ['Final-Recipient: rfc822; a@b.example', 'Action: failed', 'Diagnostic-Code: smtp; 552-5.2.2 Mailbox full'],
      { status: '5.2.2', code: 552 },
    ],
    [
      'what can’t be read',
      ['Final-Recipient: kari', 'Action: failed', 'Status: 5', 'Diagnostic-Code: x-unix; something'],
      { addresses: [], action: 'failed', status: null, code: null },
    ],
  ])('tells %s', async (_, recipient, expected) => {
    expect((await read({ recipients: [recipient] }))?.recipients).toEqual([expect.objectContaining(expected)])
  })

  it('tells of each recipient, and of no more than a hundred', async () => {
    const one = ['Final-Recipient: rfc822; a@b.example', 'Action: failed', 'Status: 5.0.0']
    expect((await read({ recipients: [one, one] }))?.recipients).toHaveLength(2)
    expect((await read({ recipients: Array.from({ length: 150 }, () => one) }))?.recipients).toHaveLength(100)
  })

  it('may be about an address beyond ASCII', async () => {
    const recipients = [['Final-Recipient: utf-8; kåre@etat.example', 'Action: failed', 'Status: 5.1.1']]
    const told = await read({ recipients, statusAs: 'message/global-delivery-status' })
    expect(told?.recipients).toMatchObject([{ status: '5.1.1' }])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256))],
    ['a mail of somebody’s', Buffer.from(`To: retur+${id}@portvakt.example\r\nSubject: Hei\r\n\r\nHei\r\n`)],
    ['a report of another kind', report({ statusAs: 'message/disposition-notification' })],
    ['a mail with a report attached', report({ as: 'multipart/mixed' })],
  ])('%s is none', async (_, raw) => {
    expect(await readDeliveryReport(raw, bounce)).toBeNull()
  })
})

describe('an enhanced code', () => {
  it.each([
    ['5.1.1', 'unknown-user'],
    ['5.1.10', 'unknown-user'],
    ['5.2.1', 'unknown-user'],
    ['5.2.2', 'full'],
    ['5.7.1', 'blocked'],
    ['5.7.26', 'blocked'],
    ['5.1.8', 'other'],
    ['5.2.22', 'other'],
    ['5.0.0', 'other'],
  ])('%s is %s', (status, reason) => {
    expect(bounceReasonOf(status)).toBe(reason)
  })
})
