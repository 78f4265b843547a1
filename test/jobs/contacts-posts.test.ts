import { expect, it } from 'vitest'
import { keepPost } from '../../src/domain/contact/posts.ts'
import type { Delivery, NewDelivery } from '../../src/domain/delivery/delivery.ts'
import type { Composed } from '../../src/domain/delivery/message.ts'
import { AppError } from '../../src/errors.ts'
import { settlePosts } from '../../src/jobs/contacts-posts.ts'
import type { Message } from '../../views/kit/shown.ts'
import { heroy } from '../helpers/belonging-world.ts'
import { contactUseWorld } from '../helpers/contact-world.ts'
import { type Engine, eachEngine } from '../helpers/databases.ts'

const inChannel = { organisationNumber: heroy.number, as: 'channel' }

/** Rows that were posted in Herøy's channel, and what becomes of their matter. */
const world = async (engine: Engine) => {
  const { deps, store } = await contactUseWorld(engine)
  const nowIs = new Map<string, Composed>()
  const updated: { ts: string; message: Message }[] = []
  let fault: AppError | null = null
  const post = async (kind: string, more: Partial<NewDelivery> = {}, end: { sent: boolean } = { sent: true }) => {
    const row: NewDelivery = {
      kind,
      lane: 'transactional',
      channel: 'slack',
      address: 'CHEROY',
      language: 'nb',
      data: { ...inChannel, aboutId: 'CON-7' },
      organisationNumber: heroy.number,
      ...more,
    }
    await store.write({ deliveries: [row] }, async () => null)
    const [kept] = (await store.deliveriesOf(heroy.number, 50)).filter((one) => !nowIs.has(one.id))
    if (kept === undefined) throw new Error('the row is not there')
    nowIs.set(kept.id, { slack: { text: 'x', blocks: [] } })
    const posted = { channel: 'CHEROY', ts: `1.${nowIs.size}` }
    await keepPost(deps, kept, end.sent ? { state: 'sent', posted } : { state: 'suppressed', failure: 'expired' })
    return kept
  }
  const needs = {
    ...deps,
    wordsNow: async ({ id }: Delivery) => nowIs.get(id) ?? { suppress: 'not-wanted' },
    slack: {
      async update(_: string, ts: string, message: Message) {
        if (fault !== null) throw fault
        updated.push({ ts, message })
      },
    },
  }
  return {
    store,
    updated,
    post,
    end: (row: Delivery, suppress: string) => nowIs.set(row.id, { suppress }),
    fail: (is: AppError | null) => {
      fault = is
    },
    settle: (after: string | null = null) => settlePosts(needs, after),
    standing: async () => (await store.cardsUnder('post:', null, 50)).length,
  }
}

eachEngine((engine) => {
  it('says in place of a post that its matter is at an end, once', async () => {
    const { post, end, settle, updated, standing } = await world(engine)
    const bounce = await post('contact-bounced')
    await post('contact-account-gone')
    expect(await settle()).toEqual({ after: null, settled: 0 })
    end(bounce, 'mended-since')
    expect(await settle()).toEqual({ after: null, settled: 1 })
    expect(await settle()).toEqual({ after: null, settled: 0 })
    expect(updated).toMatchObject([{ ts: '1.1', message: { text: 'Ordnet: E-post i retur. CON-7: Det er rettet.' } }])
    expect(await standing()).toBe(1)
  })

  it('speaks the language that the post was in, and names no contact where it was about all', async () => {
    const { post, end, settle, updated } = await world(engine)
    const row = await post('contacts-unconfirmed', { language: 'en', data: inChannel })
    end(row, 'confirmed-since')
    await settle()
    expect(updated.map(({ message }) => message.text)).toEqual([
      'Settled: Contacts to be confirmed. The contacts are confirmed.',
    ])
  })
})

it('keeps nothing of what is never at an end, was not posted, or stands in no channel', async () => {
  const { post, standing } = await world('sqlite')
  await post('contact-left', { data: { ...inChannel, name: 'Kari' } })
  await post('contact-bounced', {}, { sent: false })
  await post('contact-bounced', { address: 'UHANNE', data: { contactId: 'CON-1', aboutId: 'CON-7' } })
  await post('contact-bounced', { channel: 'mail', address: 'a@b.no' })
  expect(await standing()).toBe(0)
})

it('forgets a post that nobody wants any more, or that was deleted', async () => {
  const { post, end, settle, fail, updated, standing } = await world('sqlite')
  end(await post('contact-bounced'), 'address-changed')
  expect(await settle()).toMatchObject({ settled: 0 })
  expect([updated, await standing()]).toEqual([[], 0])
  end(await post('contact-bounced'), 'contact-gone')
  fail(new AppError('view-gone', 'message_not_found'))
  await settle()
  expect(await standing()).toBe(0)
})

it('tries again where Slack does not answer', async () => {
  const { post, end, settle, fail, updated, standing } = await world('sqlite')
  end(await post('contact-bounced'), 'contact-gone')
  fail(new AppError('slack-unavailable', 'no answer'))
  await expect(settle()).rejects.toMatchObject({ code: 'slack-unavailable' })
  expect(await standing()).toBe(1)
  fail(null)
  expect(await settle()).toMatchObject({ settled: 1 })
  expect(updated).toHaveLength(1)
})
