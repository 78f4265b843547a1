import { describe, expect, it } from 'vitest'
import type { AnyKind } from '../../src/domain/change-kind.ts'
import { addKey } from '../../src/domain/client/add-key.ts'
import { deactivateClient } from '../../src/domain/client/deactivate-client.ts'
import { AppError } from '../../src/errors.ts'
import { member, publicKey } from '../helpers/client-world.ts'
import { beginLogin, LOGIN_ORIGIN, logIn, PUBLIC_URL, pagesWorld } from './pages-world.ts'

const carryOut = 'Utfør'

describe('a change in production', () => {
  it('is shown, logged in for, shown again, and carried out by one click', async () => {
    const world = await pagesWorld()
    const { path, change } = await world.proposeSecret()
    const browser = world.browser()

    const link = await browser.get(path)
    expect([link.status, link.heading]).toEqual([200, 'Ny klient i produksjon'])
    for (const word of ['FÆRDER KOMMUNE (817263992)', 'Ola Nordmann', 'https://byggesak.faerder.example/callback'])
      expect(link.text).toContain(word)
    expect(link.headers.get('content-security-policy')).toContain(`form-action 'self' ${LOGIN_ORIGIN};`)

    const begun = await browser.post(path)
    expect([begun.status, begun.location?.startsWith(`${LOGIN_ORIGIN}/authorize?state=`)]).toEqual([303, true])
    const state = new URL(begun.location ?? '').searchParams.get('state') ?? ''
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-portvakt-[\w-]+=[\w-]{43}; Max-Age=1800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ])

    const back = await browser.get(`/login/callback?code=abc&state=${state}&iss=x`)
    const done = `/login/done/${state.split('.')[0]}`
    expect([back.status, back.location]).toEqual([303, `${PUBLIC_URL}${done}`])
    expect(world.digdir.count('create')).toBe(0)
    const kept = await world.store.auditLines({ organisationNumber: null, size: 20 })
    expect(
      kept
        .filter(({ action }) => /^login$|renew/.test(action))
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['clearance.renew', 'login'])
    expect(kept.find(({ action }) => action === 'clearance.renew')).toMatchObject({
      outcome: 'done',
      actor: change.requester,
      organisationNumber: change.organisationNumber,
      changeId: change.id,
    })

    const asked = await browser.get(done)
    expect([asked.status, asked.heading]).toEqual([200, 'Ny klient i produksjon'])
    expect(asked.text).toContain('https://byggesak.faerder.example/callback')
    expect(world.digdir.count('create')).toBe(0)

    const answer = await browser.post(done, { proof: asked.proof(carryOut) })
    expect([answer.status, answer.heading]).toEqual([200, 'Klienten er laget i produksjon'])
    expect(answer.text).toMatch(/<textarea[^>]*>secret-of-1<\/textarea>/)
    expect(answer.text).toContain('made-1')
    expect(world.digdir.count('create')).toBe(1)
    expect(await world.store.change(change.id)).toMatchObject({ state: 'done' })

    await world.settled()
    expect(world.told.outcomes.map(({ state, change: { id } }) => [state, id])).toEqual([['done', change.id]])
    expect(JSON.stringify(world.told)).not.toContain('secret-of-1')

    for (const again of [
      await browser.get(done),
      await browser.post(done, { proof: asked.proof(carryOut) }),
      await browser.get(path),
    ]) {
      expect(again.heading).toBe('Klienten er laget i produksjon')
      expect(again.text).not.toContain('secret-of-1')
      expect(again.text).toContain('kan ikke vises igjen')
      expect(again.text).toContain('made-1')
    }
    expect(world.digdir.count('create')).toBe(1)
  })

  it('is carried out once by two clicks at once, and only one of them is shown the secret', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const asked = await logIn(browser, path)
    const clicks = await Promise.all([1, 2, 3].map(() => browser.post(asked.path, { proof: asked.proof(carryOut) })))
    expect(world.digdir.count('create')).toBe(1)
    expect(clicks.filter(({ text }) => text.includes('secret-of-1'))).toHaveLength(1)
    const others = clicks.filter(({ text }) => !text.includes('secret-of-1'))
    for (const { heading } of others)
      expect(['Portvakt holder på', 'Klienten er laget i produksjon']).toContain(heading)
    await world.settled()
    expect(world.told.outcomes).toHaveLength(1)
  })

  it('that is being carried out says so, and where to look', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const asked = await logIn(browser, path)
    let second: Promise<Awaited<ReturnType<typeof browser.get>>> | undefined
    world.digdir.meanwhile(() => {
      second ??= browser.get(asked.path)
    })
    await browser.post(asked.path, { proof: asked.proof(carryOut) })
    const meanwhile = await second
    expect(meanwhile?.heading).toBe('Portvakt holder på')
    expect(meanwhile?.text).toContain(`href="${PUBLIC_URL}${asked.path}"`)
  })

  it('works in two tabs of one browser', async () => {
    const world = await pagesWorld()
    const [one, other] = [await world.proposeSecret(), await world.proposeKey()]
    const browser = world.browser()
    const states = [await beginLogin(browser, one.path), await beginLogin(browser, other.path)].map((url) =>
      url.searchParams.get('state'),
    )
    for (const state of states.reverse()) {
      const back = await browser.get(`/login/callback?code=abc&state=${state}`)
      expect(back.status).toBe(303)
      expect((await browser.get(new URL(back.location ?? '').pathname)).proof(carryOut)).toBeTruthy()
    }
    expect(browser.cookies.size).toBe(2)
  })

  it('shows its client by name, and what it does to others', async () => {
    const world = await pagesWorld()
    const { client_id: clientId } = await world.knownClient('Byggesak')
    const key = await world.propose(addKey as AnyKind, { clientId, key: publicKey('nokkel-2') })
    const off = await world.propose(deactivateClient as AnyKind, { clientId, clientName: 'Byggesak' })
    const browser = world.browser()
    const added = await browser.get(key.path)
    expect(added.heading).toBe('Ny nøkkel i produksjon')
    for (const word of ['Byggesak', 'client-1', 'kid: nokkel-2', 'RS256']) expect(added.text).toContain(word)
    const gone = await browser.get(off.path)
    expect(gone.heading).toBe('Deaktiver klient i produksjon')
    expect(gone.text).toContain('Dette kan ikke gjøres om.')

    const asked = await logIn(browser, key.path)
    const answer = await browser.post(asked.path, { proof: asked.proof(carryOut) })
    expect(answer.heading).toBe('Nøkkelen er lagt til i produksjon')
    expect(answer.text).not.toContain('textarea')
  })

  it('says why it was not carried out', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    world.digdir.mishap('create', 'digdir-forbidden')
    const browser = world.browser()
    const asked = await logIn(browser, path)
    const answer = await browser.post(asked.path, { proof: asked.proof(carryOut) })
    expect(answer.heading).toBe('Det ble ikke utført')
    for (const word of ['role="alert"', 'ikke har lov til dette', 'brukerstotte@example.no', 'cor-bad'])
      expect(answer.text).toContain(word)
    await world.settled()
    expect(world.told.outcomes.map(({ state }) => state)).toEqual(['failed'])
    expect((await browser.get(asked.path)).heading).toBe('Det ble ikke utført')
  })

  it('says where a half-made client is finished, and does not guess about a lost answer', async () => {
    const world = await pagesWorld()
    const browser = world.browser()
    const half = await logIn(browser, (await world.proposeKey()).path)
    world.digdir.mishap('replaceKeys', 'digdir-forbidden')
    const made = await browser.post(half.path, { proof: half.proof(carryOut) })
    expect(made.heading).toBe('Klienten er laget i produksjon, men nøkkelen kom ikke med')
    expect(made.text).toContain('I Slack er det en knapp som gjør den ferdig.')
    expect(made.text).toContain('made-1')

    const lost = await logIn(browser, (await world.proposeSecret({ client_name: 'En annen' })).path)
    world.digdir.mishap('create', 'digdir-outcome-unknown', { times: 9 })
    const unknown = await browser.post(lost.path, { proof: lost.proof(carryOut) })
    expect(unknown.heading).toBe('Vi vet ikke om det ble utført')
    expect(unknown.text).toContain('Ikke begynn på nytt.')
  })

  it('goes on in the hands of its watcher when it can’t be seen through now', async () => {
    let times = 0
    const world = await pagesWorld({
      belonging: async () => {
        times += 1
        if (times === 2) throw new Error('Slack is down')
        return { ...member, cleared: true }
      },
    })
    const { path, change } = await world.proposeSecret()
    const browser = world.browser()
    const asked = await logIn(browser, path)
    const answer = await browser.post(asked.path, { proof: asked.proof(carryOut) })
    expect(answer.heading).toBe('Portvakt holder på')
    expect(await world.store.change(change.id)).toMatchObject({ state: 'approved' })
    expect(world.logged.some((line) => line.startsWith('error'))).toBe(true)
  })

  it('keeps its login where Slack does not say who it is, for the same click a little later', async () => {
    let down = true
    const world = await pagesWorld({
      belonging: async () => {
        if (down) throw new AppError('slack-unavailable', 'no answer')
        return { ...member, cleared: true }
      },
    })
    const { path, change } = await world.proposeSecret()
    const browser = world.browser()
    const asked = await logIn(browser, path)
    const click = () => browser.post(asked.path, { proof: asked.proof(carryOut) })
    expect((await click()).status).toBe(503)
    expect(await world.store.change(change.id)).toMatchObject({ state: 'proposed', loginId: null })
    down = false
    expect((await click()).heading).toBe('Klienten er laget i produksjon')
  })

  it('speaks the language that it was asked for in', async () => {
    const world = await pagesWorld()
    const { client_id: clientId } = await world.knownClient()
    const { path } = await world.propose(addKey as AnyKind, { clientId, key: publicKey('k') }, { language: 'en' })
    const link = await world.browser({ headers: { 'accept-language': 'nb' } }).get(path)
    expect(link.heading).toBe('New key in production')
    expect(link.text).toContain('<html lang="en">')
  })
})
