import { describe, expect, it } from 'vitest'
import type { Belonging } from '../../src/domain/belonging/types.ts'
import { credentialPlace } from '../../src/domain/client/credentials-key.ts'
import { AppError } from '../../src/errors.ts'
import { FAERDER, member } from '../helpers/client-world.ts'
import { MINUTE } from '../helpers/clock.ts'
import { rsaKey } from '../helpers/keys.ts'
import { beginLogin, logIn, pagesWorld } from './pages-world.ts'

const admin = { ...member, admin: true, cleared: true }
const submit = 'Prøv og lagre'
const key = rsaKey()
const clientId = 'a1b2c3d4-0000-4000-8000-000000000001'
const good = { environment: 'test', client_id: clientId, private_key: key.privateJwk, kid: '' }

/** As far as the form after the login. */
const asked = async (over: Parameters<typeof pagesWorld>[0] = {}, how: { language?: 'nb' | 'en' } = {}) => {
  const world = await pagesWorld({ belonging: async () => admin, ...over })
  const { path, change } = await world.proposeCredential(how)
  const browser = world.browser()
  const page = await logIn(browser, path)
  const send = (values: Record<string, string>) =>
    browser.post(page.path, { proof: page.proof(how.language === 'en' ? 'Try and save' : submit), ...values })
  const stored = (environment: 'test' | 'prod' = 'test') => world.store.credential(FAERDER, environment)
  return { world, path, change, browser, page, send, stored }
}

describe('an admin client of the organisation’s own', () => {
  it('is written on the page after the login, tried, kept encrypted, and told in Slack', async () => {
    const { world, path, change, browser, page, send, stored } = await asked()
    const link = await world.browser().get(path)
    expect([link.heading, link.text.includes('skriver du inn klient-id og nøkkel')]).toEqual([
      'Gi virksomheten egen admin-klient',
      true,
    ])
    expect([page.status, page.heading]).toEqual([200, 'Gi virksomheten egen admin-klient'])
    for (const word of ['FÆRDER KOMMUNE (817263992)', 'Ola Nordmann', 'ingen egen']) expect(page.text).toContain(word)

    const done = await send(good)
    expect([done.status, done.heading]).toEqual([200, 'Virksomheten har egen admin-klient i testmiljøet'])
    for (const word of [clientId, `kid: ${key.kid}`, 'FÆRDER KOMMUNE (817263992)', 'idporten:dcr.write'])
      expect(done.text).toContain(word)
    expect(world.tried).toMatchObject([{ environment: 'test', clientId, key: { kid: key.kid, d: key.secretPart } }])

    const row = await stored()
    expect(row).toMatchObject({ clientId, kid: key.kid, givenBy: 'person:T1:U1' })
    const opened = world.deps.vault.open(row?.sealedKey ?? '', credentialPlace(FAERDER, 'test'))
    expect(JSON.parse(opened)).toMatchObject({ d: key.secretPart })
    const lines = await world.store.auditLines({ organisationNumber: FAERDER, size: 20 })
    expect(lines.find(({ action }) => action === 'credential.add')).toMatchObject({
      outcome: 'done',
      actor: change.requester,
      environment: 'test',
      subject: `client:${clientId}`,
      changeId: change.id,
      values: { after: { clientId, kid: key.kid } },
    })
    expect(lines.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(
      expect.arrayContaining(['credential.give begun', 'credential.give approved', 'login done']),
    )

    await world.settled()
    expect(world.told.outcomes).toMatchObject([{ state: 'done', change: { id: change.id } }])
    // nothing of the key is anywhere but sealed
    const everywhere = JSON.stringify([world.told, world.logged, lines, await world.store.change(change.id), done.text])
    expect(everywhere).not.toContain(key.secretPart)

    // once: the page says what came of it, and a second sending stores nothing
    const other = { ...good, environment: 'prod' }
    for (const again of [await browser.get(page.path), await send(other), await browser.get(path)])
      expect(again.heading).toBe('Virksomheten har egen admin-klient i testmiljøet')
    expect(await stored('prod')).toBeNull()
  })

  it('takes the place of another, with a trace of both', async () => {
    const first = await asked()
    await first.send(good)
    const { world } = first
    const { path } = await world.proposeCredential()
    const browser = world.browser()
    const page = await logIn(browser, path)
    expect(page.text).toContain(`${clientId}, med nøkkelen ${key.kid}`)
    const next = rsaKey()
    const done = await browser.post(page.path, {
      proof: page.proof(submit),
      ...good,
      private_key: next.privatePem,
      kid: next.kid,
    })
    expect(done.text).toContain('Tok plassen til')
    expect(await first.stored()).toMatchObject({ clientId, kid: next.kid })
    const [line] = (await world.store.auditLines({ organisationNumber: FAERDER, size: 20 })).filter(
      ({ action }) => action === 'credential.replace',
    )
    expect(line?.values).toEqual({ before: { clientId, kid: key.kid }, after: { clientId, kid: next.kid } })
  })

  const pem = rsaKey().privatePem
  it.each<[string, Record<string, string>, RegExp[]]>([
    [
      'nothing',
      { environment: '', client_id: '', private_key: '' },
      [/Velg miljøet/, /Skriv inn klient-id/, /Lim inn den private/],
    ],
    ['an environment that there is not', { environment: 'staging' }, [/Velg miljøet/]],
    ['an id that is none', { client_id: 'min klient' }, [/ikke en klient-id/]],
    ['a public key', { private_key: key.publicJwk }, [/offentlige nøkkelen/]],
    [
      'a certificate',
      { private_key: `${pem}-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----` },
      [/sertifikat/],
    ],
    ['PEM without a kid', { private_key: pem }, [/hvilken id den er registrert/]],
    ['another kid than the key’s', { kid: 'another' }, [/selv en annen kid/]],
    ['a kid that is none', { private_key: pem, kid: 'a b"><script>' }, [/bokstaver, tall/]],
    ['words', { private_key: 'hemmelig tekst' }, [/kan leses/]],
  ])('refuses %s at the field, keeps what was typed, and asks nobody', async (_, over, wrongs) => {
    const { world, send, stored, browser, page } = await asked()
    const answer = await send({ ...good, ...over })
    expect(answer.status).toBe(422)
    for (const wrong of wrongs) expect(answer.text).toMatch(wrong)
    expect(answer.text).toContain('role="alert"')
    if (over.client_id === undefined) expect(answer.text).toContain(`value="${clientId}"`)
    if (over.environment === undefined) expect(answer.text).toMatch(/value="test" checked/)
    expect(answer.text).not.toContain('<script')
    // never sent back, in whatever form it was pasted
    expect(answer.text).toMatch(/<textarea id="private-key"[^>]*><\/textarea>/)
    for (const secret of [key.secretPart, pem.split('\n')[3] ?? 'x', 'hemmelig tekst'])
      expect(answer.text).not.toContain(secret)
    expect(world.tried).toEqual([])
    // the login is not used up
    const done = await browser.post(page.path, { proof: answer.proof(submit), ...good })
    expect(done.heading).toBe('Virksomheten har egen admin-klient i testmiljøet')
    expect(await stored()).not.toBeNull()
  })

  it.each<[string, Parameters<Awaited<ReturnType<typeof pagesWorld>>['trial']>[0], RegExp, number]>([
    [
      'that Maskinporten refuses',
      new AppError('token-refused', 'no', { mpCode: 'MP-121', correlationId: 'trace-1' }),
      /godtok den ikke \(MP-121, trace-1\)/,
      422,
    ],
    ['of another organisation', { owner: '310000019' }, /hører til 310000019/, 422],
    [
      'without its scopes',
      { lacks: ['idporten:dcr.write', 'idporten:dcr.read'] },
      /mangler idporten:dcr.write og idporten:dcr.read/,
      422,
    ],
    ['that nobody could try', new AppError('maskinporten-unavailable', 'down'), /svarer ikke nå/, 503],
  ])('%s is not kept, and the form says why', async (_, said, words, status) => {
    const { world, send, stored, browser, page, change } = await asked()
    world.trial(said)
    const answer = await send(good)
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(words)
    for (const kept of [`value="${clientId}"`, 'Lim inn nøkkelen en gang til']) expect(answer.text).toContain(kept)
    expect(answer.text).not.toContain(key.secretPart)
    expect(await stored()).toBeNull()
    expect(await world.store.change(change.id)).toMatchObject({ state: 'proposed' })
    world.trial({})
    await browser.post(page.path, { proof: answer.proof(submit), ...good })
    expect(await stored()).not.toBeNull()
  })

  it('is in English for whoever asked in English', async () => {
    const { page, send } = await asked({}, { language: 'en' })
    expect(page.heading).toBe('Give the organisation its own admin client')
    expect((await send({ ...good, client_id: '' })).text).toContain('Nothing was saved. This must be corrected:')
    expect((await send(good)).heading).toBe('The organisation has its own admin client in the test environment')
  })
})

describe('nobody else gives it one', () => {
  it('not by another’s login', async () => {
    const { world, path, stored } = await asked()
    world.login.answer({ pid: '17912099997' })
    const other = await logIn(world.browser(), path)
    expect([other.status, other.text.includes('ikke den som er klarert')]).toEqual([403, true])
    expect(await stored()).toBeNull()
  })

  it('not without a clearance to compare the login with', async () => {
    const world = await pagesWorld({ belonging: async () => admin })
    const { path, change } = await world.proposeCredential()
    await world.store.write({}, (tx) => tx.forgetClearance(FAERDER, change.requester))
    expect((await logIn(world.browser(), path)).status).toBe(403)
    await expect(world.proposeCredential()).rejects.toMatchObject({ code: 'not-cleared' })
  })

  it('not from another browser, another page, or without our form’s proof', async () => {
    const { world, page, stored, browser } = await asked()
    const proof = page.proof(submit)
    expect((await world.browser().post(page.path, { proof, ...good })).status).toBe(404)
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await browser.post(page.path, { proof, ...good }, foreign)).status).toBe(403)
    for (const forged of ['', 'x'.repeat(43), page.proof('Logg ut av ID-porten')])
      expect((await browser.post(page.path, { proof: forged, ...good })).status).toBe(404)
    // opening it changes nothing, whatever is in the address
    await browser.get(`${page.path}?${new URLSearchParams({ proof, ...good })}`)
    expect(world.tried).toEqual([])
    expect(await stored()).toBeNull()
  })

  it.each<[string, Belonging, number, string]>([
    ['is no admin any more', { ...member, admin: false, cleared: true }, 403, 'ikke rett til å gjøre dette'],
    [
      'was taken out',
      { operator: false, as: 'stranger', reason: 'removed', domain: 'a.example' },
      403,
      'ikke rett til å gjøre dette',
    ],
    [
      'acts for another organisation',
      {
        ...admin,
        organisation: { number: '310000019', name: 'KYSTVERDI', language: 'nb' },
        others: [{ number: FAERDER, name: 'FÆRDER KOMMUNE', language: 'nb' }],
      },
      400,
      'Bytt tilbake til virksomheten',
    ],
  ])('not who %s by the click: nothing is tried or kept, and the login is', async (_, then, status, words) => {
    let now: Belonging = admin
    const { world, page, send, stored, browser } = await asked({ belonging: async () => now })
    now = then
    for (const answer of [await send(good), await browser.get(page.path)]) {
      expect(answer.status).toBe(status)
      expect(answer.text).toContain(words)
    }
    expect([world.tried, await stored()]).toEqual([[], null])
    now = admin
    expect((await send(good)).heading).toBe('Virksomheten har egen admin-klient i testmiljøet')
  })

  it('not whose clearance was taken away by the click', async () => {
    const { world, send, stored, change } = await asked()
    await world.store.write({}, (tx) => tx.forgetClearance(FAERDER, change.requester))
    const answer = await send(good)
    expect([answer.heading, answer.text.includes('ikke klarert')]).toEqual(['Det ble ikke utført', true])
    expect(await stored()).toBeNull()
  })

  it('not by a login for another change, nor another change by this login', async () => {
    const { world, browser, page, stored } = await asked()
    const other = await logIn(browser, (await world.proposeSecret()).path)
    const answer = await browser.post(other.path, { proof: page.proof(submit), ...good })
    expect(answer.status).toBe(404)
    const back = await browser.post(page.path, { proof: other.proof('Utfør'), ...good })
    expect(back.status).toBe(404)
    expect([world.tried, await stored(), world.digdir.count('create')]).toEqual([[], null, 0])
  })

  it('not after ten minutes', async () => {
    const { world, send, stored, path } = await asked()
    world.clock.pass(10 * MINUTE)
    expect((await send(good)).heading).toBe('Tiden er ute')
    expect(await beginLogin(world.browser(), path).catch((error) => error.message)).toContain('200')
    expect([world.tried, await stored()]).toEqual([[], null])
  })

  it('by trying one key after the other: Maskinporten is asked twenty times', async () => {
    const { world, send, stored } = await asked()
    world.trial(new AppError('token-refused', 'no', { mpCode: 'MP-121' }))
    for (let count = 0; count < 20; count++) expect((await send(good)).status).toBe(422)
    world.trial({})
    const refused = await send(good)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600'])
    expect([world.tried.length, await stored()]).toEqual([20, null])
  })

  it('twice by two clicks at once', async () => {
    const { world, send, stored } = await asked()
    const other = rsaKey()
    const answers = await Promise.all([send(good), send({ ...good, private_key: other.privateJwk })])
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const lines = await world.store.auditLines({ organisationNumber: FAERDER, size: 30 })
    expect(lines.filter(({ action }) => /credential\.(add|replace)/.test(action))).toHaveLength(1)
    expect([key.kid, other.kid]).toContain((await stored())?.kid)
  })

  it('who was faster meanwhile keeps theirs, and the page says so', async () => {
    const { world, send, stored } = await asked({
      tryCredential: async () => {
        // while Maskinporten is asked the command line gives another one
        await world.store.write({}, async (tx) => {
          await tx.saveCredential({
            organisationNumber: FAERDER,
            environment: 'test',
            clientId: 'c-other',
            kid: 'other',
            sealedKey: 'x',
            givenBy: 'program:admin',
            testedAt: world.clock.now(),
          })
          return null
        })
        return { owner: FAERDER, holds: [], lacks: [] }
      },
    })
    const credential = world.store.credential
    // what is read before the trial's own write stands for another instance's
    let first = true
    world.store.credential = async (...at) => {
      if (!first) return credential(...at)
      first = false
      return null
    }
    const answer = await send(good)
    expect(answer.heading).toBe('Det ble ikke utført')
    expect(await stored()).toMatchObject({ clientId: 'c-other' })
  })
})

describe('an admin client that is taken away', () => {
  it('is shown exactly, confirmed after a login, and gone with a trace', async () => {
    const { world, send, stored, change } = await asked()
    await send(good)
    const row = await stored()
    const { path } = await world.proposeTaking(row?.testedAt ?? 0, clientId, key.kid)
    const browser = world.browser()
    const page = await logIn(browser, path)
    expect(page.heading).toBe('Ta bort egen admin-klient i testmiljøet')
    for (const word of [clientId, `kid: ${key.kid}`, 'bruker Portvakt sin egen']) expect(page.text).toContain(word)
    const done = await browser.post(page.path, { proof: page.proof('Utfør') })
    expect(done.heading).toBe('Den egne admin-klienten er tatt bort i testmiljøet')
    expect(await stored()).toBeNull()
    const lines = await world.store.auditLines({ organisationNumber: FAERDER, size: 30 })
    expect(lines.find(({ action, outcome }) => action === 'credential.remove' && outcome === 'done')).toMatchObject({
      actor: change.requester,
      environment: 'test',
      values: { before: { clientId, kid: key.kid } },
    })
  })

  it('stays where another has taken its place since it was shown', async () => {
    const { world, send, stored } = await asked()
    await send(good)
    const row = await stored()
    const { path } = await world.proposeTaking(row?.testedAt ?? 0, clientId, key.kid)
    const browser = world.browser()
    const page = await logIn(browser, path)
    const again = await logIn(browser, (await world.proposeCredential()).path)
    await browser.post(again.path, { proof: again.proof(submit), ...good })
    const answer = await browser.post(page.path, { proof: page.proof('Utfør') })
    expect(answer.heading).toBe('Det ble ikke utført')
    expect(await stored()).not.toBeNull()
  })
})
