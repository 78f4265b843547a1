import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { applyMigrations, readMigrations } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { databaseUrl, eachEngine } from '../helpers/databases.ts'
import { rowsOf } from '../helpers/rows.ts'
import { addOne } from './contact-samples.ts'
import { addMail, addOrder } from './order-samples.ts'
import { aMembership, aPerson, effect, org, user } from './samples.ts'

const applied = (url: string) => rowsOf(url, 'select position, tag, hash from schema_migrations order by position')

/** What a database of the first release may hold, one row of each table that a later one changes or refers to. */
const firstRelease = [
  `insert into organisations (number, name, language, created_at, updated_at) values ('${org}', 'Etat', 'nb', 1, 2)`,
  `insert into organisation_domains (organisation_number, domain, covers) values ('${org}', 'etat.no', 'exact')`,
  `insert into people (team_id, user_id, email, email_confirmed, kind, locale, seen_at, expired_at, chosen_language)
   values ('T01', 'U01', 'Kari@Etat.no', 'true', 'member', 'nb-NO', 1000, 0, 'en')`,
  `insert into changes (id, kind, organisation_number, environment, requester_team, requester_user, payload,
   payload_hash, base_version, policy, state, step, result, failure, surface, language, version, created_at, updated_at,
   expires_at) values ('c1', 'client.create', '${org}', 'test', 'T01', 'U01', '{"name":"Å"}', '5f2b', 'v1', 'self',
   'failed', 'created', '{"clientId":"x"}', '{"code":"digdir-refused","correlationId":null}', '{"kind":"direct"}', 'en',
   3, 10, 20, 30)`,
  `insert into once_keys (key, outcome, at) values ('k', '1', 1)`,
  `insert into cards (subject, team_id, user_id, channel, ts) values ('client:1', 'T01', 'U01', 'D1', '1.2')`,
  `insert into audit (id, at, action, outcome, values_digest) values ('a1', 1, 'client.create', 'done', 'd')`,
  `insert into audit_values (audit_id, salt, value) values ('a1', 's', '1')`,
]

/** What the second release added, and a later one changes. */
const secondRelease = [
  `insert into deliveries (id, kind, lane, channel, address, language, data, organisation_number, state, due_at,
   attempts, created_at, updated_at) values ('d1', 'address-link', 'transactional', 'mail', 'kari@etat.no', 'nb',
   '{"linkId":"l"}', '${org}', 'queued', 5, 1, 3, 4)`,
  `insert into clearances (organisation_number, team_id, user_id, number_hash, key_version, given_by, created_at,
   expires_at) values ('${org}', 'T01', 'U01', 'h', 'k1', 'g', 1, 9999999999999)`,
]

/** What the third release added, and a later one stands beside. */
const thirdRelease = [
  `insert into contacts (id, organisation_number, name_folded, name, email, email_folded, kind, language, scope, hears,
   registered_by, content, version, created_at, updated_at) values ('CON-41', '${org}', 'kari', 'Kari', 'kari@etat.no',
   'kari@etat.no', 'technical', 'nb', 'organisation', '[]', 'person:T01:U99', 1, 1, 3, 4)`,
  `insert into counters (name, last) values ('contact', 41)`,
  `insert into delivery_contacts (delivery_id, contact_id) values ('d1', 'CON-41')`,
]

eachEngine((engine) => {
  it('brings a filled database of the first release along', async () => {
    const url = await databaseUrl(engine)
    const first = (await readMigrations(engine)).slice(0, 1)
    await applyMigrations({ run: (sql) => rowsOf(url, sql) }, first, 1)
    // SQLite has no other truth than 1
    for (const row of firstRelease) await rowsOf(url, engine === 'sqlite' ? row.replace(`'true'`, '1') : row)

    const store = await openStore(url)
    expect(await store.change('c1')).toEqual({
      id: 'c1',
      kind: 'client.create',
      organisationNumber: org,
      environment: 'test',
      subject: null,
      requester: user,
      payload: { name: 'Å' },
      payloadHash: '5f2b',
      baseVersion: 'v1',
      policy: 'self',
      state: 'failed',
      decision: null,
      loginId: null,
      step: 'created',
      result: { clientId: 'x' },
      failure: { code: 'digdir-refused', correlationId: null },
      surface: { kind: 'direct' },
      language: 'en',
      version: 3,
      createdAt: 10,
      updatedAt: 20,
      expiresAt: 30,
    })
    expect((await store.openChanges(user)).map((one) => one.id)).toEqual(['c1'])
    const saved = aPerson({ name: null, email: 'Kari@Etat.no' })
    expect(await store.person(user)).toEqual({ person: saved, chosenLanguage: 'en' })
    const domains = ['etat.no']
    const organisation = { number: org, name: 'Etat', language: 'nb' }
    expect(await store.organisationDetails(org)).toEqual({ ...organisation, domains, channel: null, createdAt: 1 })
    expect(await store.cards('client:1')).toHaveLength(1)
    expect((await store.write({ once: 'k' }, async () => 2)).value).toBe(1)
    await effect(store, (tx) => tx.saveMembership(aMembership({ admin: true })))
    const people = { organisationNumber: org, page: 0, size: 9 }
    expect((await store.peopleOf({ ...people, text: 'kari' })).rows).toMatchObject([
      { user, name: null, email: 'Kari@Etat.no', membership: { admin: true } },
    ])
    await store.close()
    expect(await applied(url)).toHaveLength((await readMigrations(engine)).length)
    expect(await rowsOf(url, 'select * from audit_values')).toHaveLength(1)
  })

  it('brings a filled database of the second release along', async () => {
    const url = await databaseUrl(engine)
    const second = (await readMigrations(engine)).slice(0, 2)
    await applyMigrations({ run: (sql) => rowsOf(url, sql) }, second, 1)
    for (const row of [...firstRelease, ...secondRelease]) {
      await rowsOf(url, engine === 'sqlite' ? row.replace(`'true'`, '1') : row)
    }

    const store = await openStore(url)
    const was = { id: 'd1', kind: 'address-link', address: 'kari@etat.no', data: { linkId: 'l' }, state: 'queued' }
    const [delivery, ...more] = await store.deliveriesOf(org, 9)
    expect(more).toEqual([])
    expect(delivery).toMatchObject({ ...was, dueAt: 5, attempts: 1, createdAt: 3, updatedAt: 4 })
    expect((await store.clearance(org, user))?.numberHash).toBe('h')
    const contact = await addOne(store, { user })
    expect(contact.id).toBe('CON-1')
    expect(await store.contactsOf(org)).toEqual([contact])
    expect(await store.reachFacts({ since: 0 })).toMatchObject([{ facts: { contacts: 1 } }])
    await store.close()
    await rowsOf(url, `insert into delivery_contacts (delivery_id, contact_id) values ('d1', 'CON-1')`)
    expect(await rowsOf(url, 'select posted_channel, posted_ts, acknowledged_at from deliveries')).toEqual([
      { posted_channel: null, posted_ts: null, acknowledged_at: null },
    ])
    expect(await applied(url)).toHaveLength((await readMigrations(engine)).length)
  })

  it('brings a filled database of the third release along: what waits leaves, and what did not arrive is shown', async () => {
    const url = await databaseUrl(engine)
    const third = (await readMigrations(engine)).slice(0, 3)
    await applyMigrations({ run: (sql) => rowsOf(url, sql) }, third, 1)
    const as = (id: string, state: string) => [
      (secondRelease[0] ?? '').replace(`'d1'`, `'${id}'`).replace(`'queued'`, `'${state}'`),
    ]
    const rows = [...as('d1', 'queued'), ...as('d2', 'failed'), ...as('d3', 'unknown'), ...as('d4', 'sent')]
    for (const row of rows) await rowsOf(url, row)

    const store = await openStore(url)
    const undelivered = await store.undelivered({ page: 0, size: 9 })
    expect(undelivered).toMatchObject({ failed: 1, unknown: 1, rows: [{ id: 'd3' }, { id: 'd2' }] })
    const claim = { worker: 'w', token: 't', channel: 'mail', size: 9, perOrganisation: 9, leaseMs: 1_000 } as const
    expect(await effect(store, (tx) => tx.claimDeliveries(claim))).toMatchObject([{ id: 'd1', data: { linkId: 'l' } }])
    await store.close()
    expect(await applied(url)).toHaveLength((await readMigrations(engine)).length)
  })

  it('brings contacts of the third release along, and takes orders after them', async () => {
    const url = await databaseUrl(engine)
    const third = (await readMigrations(engine)).slice(0, 3)
    await applyMigrations({ run: (sql) => rowsOf(url, sql) }, third, 1)
    for (const row of [...firstRelease, ...secondRelease, ...thirdRelease]) {
      await rowsOf(url, engine === 'sqlite' ? row.replace(`'true'`, '1') : row)
    }

    const store = await openStore(url)
    expect(await store.contactsOf(org)).toMatchObject([{ id: 'CON-41', email: 'kari@etat.no', createdAt: 3 }])
    expect((await store.deliveriesOf(org, 9)).map(({ id }) => id)).toEqual(['d1'])
    const order = await addOrder(store)
    expect(order.id).toBe('ORD-1')
    await addMail(store)
    expect(await store.order('ORD-1')).toEqual(order)
    expect((await addOne(store, { email: 'ola@etat.no' })).id).toBe('CON-42')
    await store.close()
    expect(await applied(url)).toHaveLength((await readMigrations(engine)).length)
    expect(await rowsOf(url, 'select id from order_mails')).toEqual([{ id: 'm1' }])
  })

  it('makes a fresh database, once, and leaves what is in it', async () => {
    const url = await databaseUrl(engine)
    const first = await openStore(url)
    await effect(first, (tx) => tx.savePerson(aPerson()))
    await first.close()
    const before = await applied(url)
    const second = await openStore(url)
    expect((await second.person(user))?.person).toEqual(aPerson())
    await second.close()
    expect(await applied(url)).toEqual(before)
    expect(before.map((row) => row.hash)).toEqual((await readMigrations(engine)).map((one) => one.hash))
  })

  it('lets one of several that open it at once make it', async () => {
    const url = await databaseUrl(engine)
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(url)))
    await Promise.all(stores.map((store, i) => effect(store, (tx) => tx.savePerson(aPerson({ userId: `U${i}` })))))
    await Promise.all(stores.map((store) => store.close()))
    expect(await applied(url)).toHaveLength((await readMigrations(engine)).length)
    expect(await rowsOf(url, 'select user_id from people')).toHaveLength(5)
  })

  it('refuses a database that was made with another text, or by a newer release', async () => {
    const url = await databaseUrl(engine)
    await (await openStore(url)).close()
    await rowsOf(
      url,
      `insert into schema_migrations (position, tag, hash, applied_at) values (99, '0099_later', 'x', 1)`,
    )
    await expect(openStore(url)).rejects.toThrow('the database is newer than this release (0099_later)')
    await rowsOf(url, 'delete from schema_migrations where position = 99')
    await rowsOf(url, `update schema_migrations set hash = 'tampered' where position = 0`)
    await expect(openStore(url)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('is not what'),
    })
    await rowsOf(url, 'delete from schema_migrations')
    await expect(openStore(url)).rejects.toMatchObject({ code: 'internal' })
    expect(await applied(url)).toEqual([])
  })
})

it('refuses to commit a migration that leaves rows which refer to nothing', async () => {
  const url = await databaseUrl('sqlite')
  await (await openStore(url)).close()
  const careless = new Database(url.slice('file:'.length))
  careless.pragma('foreign_keys = off')
  careless.exec(`insert into audit_values (audit_id, salt, value) values ('none', 's', '1')`)
  careless.close()
  await expect(openStore(url)).rejects.toThrow('1 rows refer to nothing')
})
