import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRegistry } from '../../../sandbox/digdir/registry.ts'
import { createMaskinporten, type Maskinporten } from '../../../sandbox/maskinporten/maskinporten.ts'
import { readOutcome, type TokenExpected } from '../../../src/domain/order/read-outcome.ts'
import { type TokenAsked, tokenCommand } from '../../../src/domain/order/token-command.ts'
import { heroy, kinn } from '../../helpers/belonging-world.ts'

const SCOPE = 'brreg:reelle/rapporteringspliktig'
const KID = 'nøkkel "1" $(touch ran) `touch ran` \'\\n'.normalize()

type Shell = { code: number; out: string; err: string }

const run = (shell: string, command: string, cwd: string, env: Record<string, string>): Promise<Shell> =>
  new Promise((resolve) => {
    execFile(shell, ['-c', command], { cwd, env: { ...process.env, ...env } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })

let folder = ''
let maskinporten: Maskinporten
let clientId = ''
let delegable = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portvakt-'))
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await writeFile(join(folder, 'my key.pem'), pair.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  await writeFile(join(folder, 'no-key.pem'), 'nothing\n')
  const clock = { now: Date.now }
  const registry = createRegistry({ environment: 'test', clock })
  maskinporten = await createMaskinporten({ environment: 'test', registry, clock })
  registry.addScope({ prefix: 'brreg', subscope: 'reelle/rapporteringspliktig' })
  registry.grant(SCOPE, kinn.number)
  const [altinn] = registry.delegationSources()
  const delegation_source = altinn?.issuer ?? ''
  delegable = registry.addScope({ prefix: 'brreg', subscope: 'reelle/offentlig', delegation_source }).name
  registry.grant(delegable, heroy.number)
  registry.delegate({ from: heroy.number, to: kinn.number, scope: delegable })
  const { n, e } = pair.publicKey.export({ format: 'jwk' })
  if (!n || !e) throw new Error('no RSA key')
  const client = registry.addClient(kinn.number, { scopes: [SCOPE, delegable], keys: [{ kid: KID, n, e }] })
  clientId = client.client_id
})

afterAll(async () => {
  await maskinporten.close()
  await rm(folder, { recursive: true })
})

const asked = (over: Partial<TokenAsked> = {}): TokenAsked => ({
  issuer: maskinporten.issuer,
  tokenEndpoint: `${maskinporten.issuer}token`,
  clientId,
  kid: KID,
  scope: SCOPE,
  consumerOrg: null,
  ...over,
})

const expected = (over: Partial<TokenExpected> = {}): TokenExpected => ({
  issuer: maskinporten.issuer,
  scope: SCOPE,
  organisationNumber: kinn.number,
  delegated: false,
  consumerOrg: null,
  clientId,
  now: Date.now(),
  ...over,
})

const fetchToken = (over: Partial<TokenAsked> = {}, shell = 'bash', env: Record<string, string> = {}) =>
  run(shell, tokenCommand(asked(over)), folder, { KEY: 'my key.pem', ...env })

describe.each(['bash', 'sh'])('the command for a token, run by %s', (shell) => {
  test('fetches one with the owner’s key, and prints it without what makes it one', async () => {
    const { code, out, err } = await fetchToken({}, shell)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    // header and payload, on one line
    expect(out).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\n$/)
    expect(readOutcome(out, expected())).toMatchObject({ outcome: 'issued', clientId, consumerOrg: kinn.number })
  })

  test('prints Maskinporten’s refusal as it came', async () => {
    const { code, out } = await fetchToken({ scope: 'brreg:reelle/media' }, shell)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ error: 'invalid_scope' })
    expect(readOutcome(out, expected())).toMatchObject({ outcome: 'refused', mpCode: 'MP-200', error: 'invalid_scope' })
  })

  test('names the company that delegates', async () => {
    const { out } = await fetchToken({ consumerOrg: heroy.number }, shell)
    expect(readOutcome(out, expected())).toMatchObject({ outcome: 'refused', mpCode: 'MP-250', error: 'forbidden' })
    const own = await fetchToken({ consumerOrg: kinn.number }, shell)
    expect(readOutcome(own.out, expected())).toMatchObject({
      outcome: 'refused',
      mpCode: null,
      error: 'invalid_request',
    })
  })

  test('fetches one for access that a customer has delegated', async () => {
    const { out } = await fetchToken({ scope: delegable, consumerOrg: heroy.number }, shell)
    const token = expected({ scope: delegable, delegated: true, consumerOrg: heroy.number })
    expect(readOutcome(out, token)).toMatchObject({ outcome: 'issued', consumerOrg: heroy.number, scope: delegable })
  })

  test('says what is wrong with the key, and asks nobody', async () => {
    const before = maskinporten.count()
    const missing = await fetchToken({}, shell, { KEY: 'nowhere.pem' })
    expect(missing).toEqual({ code: 1, out: '', err: 'KEY=nowhere.pem: no such file\n' })
    const broken = await fetchToken({}, shell, { KEY: 'no-key.pem' })
    expect(broken).toMatchObject({ code: 1, out: '' })
    expect(broken.err).toContain('KEY=no-key.pem: openssl cannot sign with it')
    expect(maskinporten.count()).toBe(before)
  })

  test('prints nothing where nobody answers, and curl says why', async () => {
    const { code, out, err } = await fetchToken({ tokenEndpoint: 'http://127.0.0.1:9/token' }, shell)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('curl: (7)')
  })
})

test('two runs are two grants', async () => {
  const outs = await Promise.all([fetchToken(), fetchToken()])
  for (const { out } of outs) expect(readOutcome(out, expected())).toMatchObject({ outcome: 'issued' })
})

test('nothing that it is made of runs in the shell', async () => {
  const evil = `'; touch ran; echo '$(touch ran)\`touch ran\`"%s%n\\`
  for (const field of ['clientId', 'kid', 'scope', 'consumerOrg'] as const) {
    const { out } = await fetchToken({ [field]: evil })
    expect(JSON.parse(out)).toHaveProperty('error')
  }
  await fetchToken({ issuer: evil })
  await fetchToken({ tokenEndpoint: evil })
  expect((await readdir(folder)).sort()).toEqual(['my key.pem', 'no-key.pem'])
})
