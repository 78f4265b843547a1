import { createPrivateKey } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fictionalSentence } from '../../../src/domain/order/order-mail.ts'
import { giveHats } from '../../helpers/hats.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { rsaKey } from '../../helpers/keys.ts'
import { give, ownAdmin } from '../../helpers/own-admin.ts'
import { clearDesks, refusals, untilModal, words } from '../../helpers/walk.ts'
import { commandIn, draft, fictionalValues, look, newestOrder, now, press, runWithKey, supplier } from './order-walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
})
afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})
afterAll(() => house.stop())

describe('an order through a fictional customer', () => {
  it('goes from the command to a token that was issued', async () => {
    const admin = await ownAdmin(house, { orgno: supplier.organisation_number })
    expect((await give(house, admin)).code).toBe(0)
    const sindre = house.as('sindre')

    // the form knows who asks, and warns by name
    await sindre.command('/test-access new fiktiv')
    const form = words((await untilModal(house, sindre, 'test-access-details')).blocks)
    for (const part of [supplier.name, 'sindre.kvam@fjellkode.example', 'TT02']) expect(form).toContain(part)
    await sindre.submit(fictionalValues())
    const preview = words((await untilModal(house, sindre, 'test-access-preview')).blocks)
    expect(preview).toContain(fictionalSentence)
    await sindre.submit({})
    await untilModal(house, sindre, 'order-card')
    const order = await newestOrder(house)
    expect(order).toMatchObject({ kind: 'fictional', state: 'sent', turn: 'brreg' })
    expect(order.facts.acknowledged).toMatchObject({
      by: { userId: sindre.id },
      companies: [{ number: supplier.organisation_number, name: supplier.name }],
    })

    // brreg has it as a B, whole, and answers
    const { brreg, altinn, mailbox } = house.outside
    const received = await brreg.until(({ kind }) => kind === 'fictional')
    expect(received.missing).toEqual([])
    const delivered = await brreg.deliver(received.id, { scope: 'brreg:reelle/rapporteringspliktig' })
    const enterprise = delivered.made?.enterprise
    const person = delivered.made?.person
    if (!enterprise || !person) throw new Error('brreg made nothing')
    await mailbox.until(
      ({ envelope, text }) =>
        envelope.to.includes('sindre.kvam@fjellkode.example') && (text ?? '').includes(enterprise.number),
    )

    await look(house, sindre, order)
    await press(house, sindre, 'deliver', 'order-deliver')
    // the person's number is refused at the field, and kept nowhere
    const wrong = await sindre.submit({
      unit_number: person.pid,
      unit_name: enterprise.name,
      scope: 'rapporteringspliktig',
    })
    expect(Object.keys(wrong.errors ?? {})).toEqual(['unit_number'])
    await sindre.submit({ unit_number: enterprise.number, unit_name: enterprise.name, scope: 'rapporteringspliktig' })
    await untilModal(house, sindre, 'order-card')
    expect(await now(house, order)).toMatchObject({ state: 'ready-to-delegate', turn: 'orderer' })

    // the client is made with the organisation's own admin client
    await press(house, sindre, 'next-steps', 'order-next')
    expect(words(sindre.modal()?.blocks)).toContain(
      'Register over reelle rettighetshavere - Rapporteringspliktig virksomhet - På vegne av',
    )
    await sindre.click({ action_id: 'order-next.make' })
    await untilModal(house, sindre, 'client-new-details')
    const key = rsaKey()
    const made = await sindre.submit({ public_key: key.publicJwk })
    expect(made.errors).toBeUndefined()
    await untilModal(house, sindre, 'client-created')
    const [client] = house.digdir.test.registry
      .clients(supplier.organisation_number)
      .filter((one) => one.scopes?.includes('brreg:reelle/rapporteringspliktig'))
    expect(client).toMatchObject({ integration_type: 'maskinporten' })
    expect(client?.client_orgno).toBe(supplier.organisation_number)

    // the token is refused until somebody has delegated, and says who must
    const pem = createPrivateKey({ key: JSON.parse(key.privateJwk), format: 'jwk' }).export({
      type: 'pkcs8',
      format: 'pem',
    })
    const next = async () => {
      await look(house, sindre, order)
      return commandIn((await press(house, sindre, 'next-steps', 'order-next')).blocks)
    }
    const refused = await runWithKey(await next(), String(pem))
    expect(refused).toContain('MP-251')
    await sindre.click({ action_id: 'order-next.outcome' })
    await untilModal(house, sindre, 'order-outcome')
    await sindre.submit({ pasted: refused })
    await house.until(() => words(sindre.modal()?.blocks).includes('MP-251'))
    expect((await now(house, order)).facts.refusedWith).toBe('MP-251')

    altinn.delegate({
      environment: 'test',
      as: person.pid,
      from: enterprise.number,
      to: supplier.organisation_number,
      scope: 'brreg:reelle/rapporteringspliktig',
    })
    await look(house, sindre, order)
    await sindre.click({ action_id: 'order-card.delegated' })
    await house.until(() => words(sindre.modal()?.blocks).includes('order-card.delegation-failed'))
    const issued = await runWithKey(await next(), String(pem))
    await sindre.click({ action_id: 'order-next.outcome' })
    await untilModal(house, sindre, 'order-outcome')
    await sindre.submit({ pasted: issued })
    await untilModal(house, sindre, 'order-card')
    expect(await now(house, order)).toMatchObject({ state: 'in-use', turn: 'nobody' })
  })

  it('is sent once, though Slack repeats the request', async () => {
    const sindre = house.as('sindre')
    await draft(house, sindre, 'fictional', fictionalValues())
    await sindre.submit({})
    await sindre.replayLast()
    await untilModal(house, sindre, 'order-card')
    const sent = await newestOrder(house)
    expect(sent.state).toBe('sent')
    expect(await house.world.store.orderMails(sent.id)).toHaveLength(1)
  })
})
