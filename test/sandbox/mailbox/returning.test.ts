import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { expect, it, onTestFinished } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createMailbox } from '../../../sandbox/mailbox/mailbox.ts'
import { pipeBounces } from '../../../sandbox/start/bounces.ts'

const bounce = 'retur@portvakt.example'
const kari = 'kari@kystverdi.example'

const world = async (ms = 0) => {
  const mailbox = await createMailbox({ clock: steppedClock(Date.UTC(2026, 4, 4, 8)) })
  const pool = createTransport({ url: mailbox.url, pool: true, maxConnections: 1 })
  onTestFinished(async () => {
    pool.close()
    await mailbox.close()
  })
  mailbox.faults.add({ to: kari, fault: { kind: 'return', status: '5.1.1', code: 550, ms } })
  const send = (to: string, from = 'retur+row-1@portvakt.example') =>
    pool.sendMail({
      envelope: { from, to: [to] },
      from: 'portvakt@portvakt.example',
      to,
      subject: 'Grüße, æøå',
      text: 'Hei',
      messageId: '<row-1@portvakt.example>',
    })
  return { mailbox, send }
}

it('takes a mail, gives it to nobody, and sends a sound report to who it was from', async () => {
  const { mailbox, send } = await world()
  expect((await send(kari)).response).toMatch(/^250/)
  const back = await mailbox.until(({ subject }) => subject.startsWith('Undelivered'))
  expect(mailbox.mails()).toEqual([back])
  expect(back).toMatchObject({ envelope: { from: '', to: ['retur+row-1@portvakt.example'] }, problems: [] })
  const { headers, attachments } = await PostalMime.parse(back.raw)
  const type = headers.find(({ key }) => key === 'content-type')?.value
  expect(type).toMatch(/^multipart\/report; report-type=delivery-status/)
  const [status, returned] = attachments.map(({ content }) => new TextDecoder().decode(content as ArrayBuffer))
  expect(status).toContain(`Final-Recipient: rfc822; ${kari}\nOriginal-Recipient: rfc822; ${kari}\nAction: failed\n`)
  expect(status).toContain('Status: 5.1.1\n')
  expect(status).toContain('Diagnostic-Code: smtp; 550 5.1.1 No such user here\n')
  expect(returned).toContain('Message-ID: <row-1@portvakt.example>\n')
  expect(back.text).toContain(kari)
})

it('sends others theirs, and answers no report with a report', async () => {
  const { mailbox, send } = await world()
  await send(kari, '')
  await send('ola@kystverdi.example')
  expect(mailbox.mails().map(({ envelope }) => envelope.to)).toEqual([['ola@kystverdi.example']])
})

it('gives the others of one mail theirs, and reports whom it does not reach alone', async () => {
  const { mailbox } = await world()
  const pool = createTransport({ url: mailbox.url })
  onTestFinished(() => pool.close())
  const ola = 'ola@kystverdi.example'
  await pool.sendMail({ from: 'retur@portvakt.example', to: [kari, ola], cc: 'arkiv@kystverdi.example', text: 'Hei' })
  const back = await mailbox.until(({ subject }) => subject.startsWith('Undelivered'))
  expect(mailbox.mails().map(({ envelope }) => envelope.to)).toEqual([
    [ola, 'arkiv@kystverdi.example'],
    ['retur@portvakt.example'],
  ])
  expect(back.raw.toString('latin1').match(/Final-Recipient: .*/g)).toEqual([`Final-Recipient: rfc822; ${kari}`])
})

it('sends back a mail that was taken long ago, but none from nobody', async () => {
  const { mailbox, send } = await world()
  await send('ola@kystverdi.example')
  const [mail] = mailbox.mails()
  if (!mail) throw new Error('no mail')
  const report = await mailbox.sendBack(mail, { status: '5.2.2', code: 552 })
  expect(mailbox.mails().at(-1)).toBe(report)
  expect(report?.raw.toString('latin1')).toContain('Diagnostic-Code: smtp; 552 5.2.2 Mailbox full')
  expect(await mailbox.sendBack({ ...mail, envelope: { from: '', to: [kari] } }, { status: '5.1.1', code: 550 })).toBe(
    undefined,
  )
})

it('knows copies, where answers are wanted, and what a mail goes on from', async () => {
  const { mailbox } = await world()
  const pool = createTransport({ url: mailbox.url })
  onTestFinished(() => pool.close())
  const common = { from: 'a@b.example', to: 'c@d.example', text: 'Hei' }
  await pool.sendMail({
    ...common,
    cc: 'Ola Ås <ola@ås.example>',
    replyTo: ['kari@kystverdi.example', 'Vakt <vakt@kystverdi.example>'],
    inReplyTo: '<2@b.example>',
    references: ['<1@b.example>', '<2@b.example>'],
  })
  await pool.sendMail(common)
  expect(mailbox.mails()).toMatchObject([
    {
      cc: [{ name: 'Ola Ås' }],
      replyTo: [{ address: 'kari@kystverdi.example' }, { name: 'Vakt', address: 'vakt@kystverdi.example' }],
      references: ['<1@b.example>', '<2@b.example>'],
    },
    { cc: [], replyTo: [], references: [] },
  ])
})

it('sends nothing back once it is closed', async () => {
  const { mailbox, send } = await world(60_000)
  await send(kari)
  await mailbox.close()
  expect(mailbox.mails()).toEqual([])
})

it('the alias hands what comes back to a program, one at a time and nothing else, until it is stopped', async () => {
  const { mailbox, send } = await world()
  const read: string[] = []
  let running = 0
  let most = 0
  let twice = () => {}
  const both = new Promise<void>((resolve) => {
    twice = resolve
  })
  const alias = pipeBounces(mailbox, bounce, async (input) => {
    running += 1
    most = Math.max(most, running)
    read.push(input.toString().match(/^Delivered-To: (.*)\r$/m)?.[1] ?? 'none')
    await new Promise(setImmediate)
    running -= 1
    if (read.length === 2) twice()
    // what it can't read stands in its log, and the next one comes all the same
    throw new Error('exit code 1')
  })
  await send('ola@kystverdi.example')
  await send(kari, 'ola+row-3@portvakt.example')
  await Promise.all([send(kari, 'retur+row-1@portvakt.example'), send(kari, 'RETUR+row-2@portvakt.example')])
  await both
  await alias.stop()
  expect(read.toSorted()).toEqual(['RETUR+row-2@portvakt.example', 'retur+row-1@portvakt.example'])
  expect(most).toBe(1)
  const came = mailbox.mails().length
  await send(kari)
  await mailbox.until(() => mailbox.mails().length === came + 1)
  expect(read).toHaveLength(2)
})
