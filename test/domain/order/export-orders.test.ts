import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { exportOrders } from '../../../src/domain/order/export-orders.ts'
import { orderClients } from '../../../src/domain/order/order-clients.ts'
import { AppError } from '../../../src/errors.ts'
import { heroy, kinn } from '../../helpers/belonging-world.ts'
import { registration } from '../../helpers/client-world.ts'
import { eachEngine } from '../../helpers/databases.ts'
import { direct, existing, fictional } from '../../helpers/order-samples.ts'
import { heroysOwn, kjell, orderUseWorld } from '../../helpers/order-world.ts'

eachEngine((engine) => {
  test('orders leave as a spreadsheet takes them, newest first, and the export is audited', async () => {
    const { deps, draft, sentOrder, record, heroyConfirmed, store, once } = await orderUseWorld(engine)
    await draft({ ...direct, organisation: { ...direct.organisation, name: '=HYPERLINK("x"), AS' } })
    await draft({ ...existing, customer: { ...existing.customer, name: '+Kunde; «æøå» AS' } })
    await record(await sentOrder('fictional'), {
      event: 'deliver',
      scope: 'media',
      unitNumber: '310000019',
      unitName: 'Fiktiv',
    })
    const own = await heroyConfirmed()
    const asked = { query: { organisationNumber: kinn.number }, once: once() }
    const { csv, orders } = await exportOrders(deps, kjell, asked)
    expect(orders).toBe(3)
    const rows: Record<string, string>[] = parse(csv, { columns: true })
    expect(rows.map(({ id }) => id)).toEqual(['ORD-3', 'ORD-2', 'ORD-1'])
    expect(rows[0]).toMatchObject({
      kind: 'fictional',
      state: 'ready-to-delegate',
      turn: 'orderer',
      scope: 'brreg:reelle/media',
      fictional_number: '310000019',
      orderer_user: 'UKJELL',
      created_at: new Date(deps.now()).toISOString(),
    })
    expect(rows[1]).toMatchObject({
      company_numbers: `${kinn.number} ${heroy.number}`,
      company_names: 'KINN KOMMUNE; +Kunde; «æøå» AS',
    })
    // what a spreadsheet would run is text
    expect(rows[2]).toMatchObject({ company_names: '\'=HYPERLINK("x"), AS' })
    expect(csv).not.toMatch(/Nordmann|kommune\.example|40000000/)
    const [line] = await store.auditLines({
      organisationNumber: kinn.number,
      subject: `organisation:${kinn.number}`,
      size: 1,
    })
    expect(line).toMatchObject({ action: 'orders.export', outcome: 'done', values: { after: { orders: 3 } } })
    const all = await exportOrders(deps, kjell, { query: {}, once: once() })
    expect(all.orders).toBe(4)
    expect(all.csv).toContain(own.id)
    const some = await exportOrders(deps, kjell, { query: { states: ['draft'], kind: 'direct' }, once: once() })
    expect(some.orders).toBe(1)
  })

  test('more orders than a page are all there, each once', async () => {
    const { deps, draft, once } = await orderUseWorld(engine)
    for (let count = 0; count < 205; count += 1) await draft(fictional)
    const { csv, orders } = await exportOrders(deps, kjell, { query: {}, once: once() })
    expect(orders).toBe(205)
    expect(new Set(csv.match(/ORD-\d+/g)).size).toBe(205)
  })

  test('the own clients that hold the scope are those to fetch a token with', async () => {
    const { deps, store } = await orderUseWorld(engine)
    const scope = 'brreg:reelle/offentlig'
    const client = (client_id: string, over: Parameters<typeof registration>[0] = {}) =>
      registration({
        client_id,
        client_name: client_id,
        client_orgno: kinn.number,
        scopes: ['annet:scope', scope],
        ...over,
      })
    await store.write({}, async (tx) => {
      for (const row of [
        client('fits'),
        client('inactive', { active: false }),
        client('login', { integration_type: 'idporten' }),
        client('limited', { scopes: ['brreg:reelle/rapporteringspliktig'] }),
      ])
        await tx.saveRegistration(kinn.number, 'test', row)
      await tx.saveRegistration(kinn.number, 'prod', client('prod'))
      await tx.saveRegistration(heroy.number, 'test', client('theirs', { client_orgno: heroy.number }))
      for (let more = 0; more < 120; more += 1)
        await tx.saveRegistration(kinn.number, 'test', client(`z${more}`, { scopes: ['annet:scope'] }))
      await tx.saveRegistration(kinn.number, 'test', client('zz-last'))
      return null
    })
    const asked = { organisationNumber: kinn.number, scope: 'offentlig' } as const
    const found = await orderClients(deps, asked)
    expect(found.clients.map(({ client_id }) => client_id)).toEqual(['fits', 'zz-last'])
    expect(found.listed).toBe(false)
    const owned = (owner: () => Promise<string | null>, maySupply = false) =>
      orderClients({ ...deps, adminClients: { owner, maySupply: async () => maySupply } }, asked)
    expect((await owned(async () => kinn.number)).make).toBe('own')
    expect((await owned(async () => heroy.number, true)).make).toBe('supplier')
    expect((await owned(async () => heroy.number)).make).toBe('none')
    expect((await owned(async () => null)).make).toBe('none')
    const down = async () => {
      throw new AppError('maskinporten-unavailable', 'down')
    }
    expect((await owned(down)).make).toBe('unknown')
  })

  test('an operator’s order for another company proves that company’s access, and nobody else’s', async () => {
    const { deps, draft, send, record, code, accept, again } = await orderUseWorld(engine)
    // Kinn's own order does not speak for Herøy
    const kinns = await record(await send(await draft(direct)), {
      event: 'confirm',
      scope: 'media',
      environments: ['test'],
    })
    const order = await draft(existing)
    expect(await accept(await code(order))).toMatchObject({ outcome: 'waits' })
    const sent = await send(await draft(heroysOwn, kjell, heroy.number))
    await record(sent, { event: 'confirm', scope: 'offentlig', environments: ['test'] })
    expect((await again(order)).facts.proof).toMatchObject({ orderId: sent.id, scope: 'offentlig' })
    expect((await again(kinns)).facts.scope).toBe('media')
    expect(await deps.store.consentOf(order.id)).toMatchObject({ customerNumber: heroy.number })
  })
})
