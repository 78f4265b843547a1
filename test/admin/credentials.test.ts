import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runProgram } from '../helpers/admin-program.ts'
import { type Environment, type House, organisations, startHouse } from '../helpers/house.ts'
import { rsaKey } from '../helpers/keys.ts'
import { give, layDown, OWN_SCOPES, type OwnAdmin, ownAdmin, rekey } from '../helpers/own-admin.ts'

const direktoratet = organisations.direktoratet.organisation_number
const { name } = organisations.direktoratet
const place = `--organisation ${direktoratet} --environment test`

let house: House

beforeAll(async () => {
  house = await startHouse()
})
afterEach(async () => {
  house.maskinporten.test.faults.clear()
  for (const environment of ['test', 'prod'])
    await run(`credentials remove --organisation ${direktoratet} --environment ${environment}`)
})
afterAll(async () => {
  await house.stop()
})

const run = (line: string) => runProgram(line.split(' '), house.env)
const credential = (environment: Environment = 'test') => house.world.store.credential(direktoratet, environment)

/** What the audit holds of credentials since, oldest first. */
const traces = async (since: number) => {
  const lines = await house.world.store.auditLines({ organisationNumber: direktoratet, size: 50 })
  return lines.filter(({ action, at }) => action.startsWith('credential.') && at >= since).reverse()
}

const databaseBytes = async () => {
  const file = (house.env.DATABASE_URL ?? '').replace(/^file:/, '')
  const files = (await readdir(dirname(file))).filter((one) => one.startsWith(basename(file)))
  return Buffer.concat(await Promise.all(files.map((one) => readFile(join(dirname(file), one))))).toString('latin1')
}

describe('credentials add', () => {
  it('tries it, keeps its key encrypted, and tells what it may', async () => {
    const own = await ownAdmin(house)
    const since = Date.now()
    const { code, lines } = await give(house, own)
    expect({ code, lines }).toEqual({
      code: 0,
      lines: [
        `Maskinporten gives ${own.clientId} tokens for ${name}, with ${OWN_SCOPES.join(', ')}.`,
        `Portvakt acts with it for ${name} in test from now on, and needs the file no more.`,
      ],
    })
    const row = await credential()
    expect(row).toMatchObject({ clientId: own.clientId, kid: own.key.kid, givenBy: 'program:admin' })
    expect(row?.testedAt).toBeGreaterThanOrEqual(since)
    expect(await traces(since)).toMatchObject([
      {
        action: 'credential.add',
        outcome: 'done',
        actor: { program: 'admin' },
        environment: 'test',
        subject: `client:${own.clientId}`,
        values: { after: { clientId: own.clientId, kid: own.key.kid } },
      },
    ])
    const { secretPart, modulus } = own.key
    for (const place of [lines.join('\n'), row?.sealedKey ?? '', await databaseBytes(), house.logged()])
      for (const part of [secretPart, modulus, 'PRIVATE KEY']) expect(place).not.toContain(part)
  })

  it('opens in its own place alone', async () => {
    await give(house, await ownAdmin(house))
    const sealed = (await credential())?.sealedKey ?? ''
    const { vault } = house.world
    expect(vault.open(sealed, `credentials.sealed_key ${direktoratet} test`)).toContain('"kty":"RSA"')
    for (const other of [`${direktoratet} prod`, `${organisations.kystverdi.organisation_number} test`])
      expect(() => vault.open(sealed, `credentials.sealed_key ${other}`)).toThrow('does not open')
  })

  it('takes PEM with the kid above it, and says what more the client may', async () => {
    const key = rsaKey()
    const own = await ownAdmin(house, { key, scopes: [...OWN_SCOPES, 'idporten:dcr.supplier'] })
    const keyFile = await layDown(`kid: ${key.kid}\n${key.privatePem}`)
    expect(await give(house, { ...own, keyFile })).toMatchObject({
      code: 0,
      said: expect.stringContaining('idporten:dcr.supplier'),
    })
  })

  it('replaces the one before, with a trace of both', async () => {
    const first = await ownAdmin(house)
    await give(house, first)
    const before = await credential()
    const since = Date.now()
    const second = await ownAdmin(house)
    const { code, said } = await give(house, second)
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining(`It replaces ${first.clientId} (kid ${first.key.kid}).`),
    })
    expect((await credential())?.testedAt).toBeGreaterThan(before?.testedAt ?? 0)
    const named = ({ clientId, key: { kid } }: OwnAdmin) => ({ clientId, kid })
    expect(await traces(since)).toMatchObject([
      { action: 'credential.replace', values: { before: named(first), after: named(second) } },
    ])
  })
})

describe('an admin client that does not serve', () => {
  it.each<[string, () => Promise<OwnAdmin>, RegExp]>([
    [
      'another organisation’s',
      () =>
        ownAdmin(house, { orgno: organisations.fjordlys.organisation_number }).then((own) => ({
          ...own,
          orgno: direktoratet,
        })),
      new RegExp(`belongs to ${organisations.fjordlys.organisation_number}, not to this organisation`),
    ],
    [
      'one that lacks a scope',
      () => ownAdmin(house, { scopes: ['idporten:dcr.read'] }),
      /^the client lacks the scope idporten:dcr\.write: Digdir adds it by hand\.\nNothing/,
    ],
    [
      'one without scopes of Portvakt’s',
      () => ownAdmin(house, { scopes: ['eksempel:noe.annet'] }),
      /lacks the scope idporten:dcr\.write.*\nthe client lacks the scope idporten:dcr\.read.*\nNothing/,
    ],
    [
      'one that Maskinporten does not know',
      async () => ({ ...(await ownAdmin(house)), clientId: 'ingen' }),
      /Maskinporten refused it: look at the client id.*MP-100.*correlation id/,
    ],
    [
      'one with a key that is not registered',
      async () => ({ ...(await ownAdmin(house)), keyFile: await layDown(rsaKey().privateJwk) }),
      /Maskinporten refused it.*the key is registered on the client under this kid/,
    ],
    [
      'one of the other environment',
      async () => ({ ...(await ownAdmin(house, { environment: 'prod' })), environment: 'test' as const }),
      /Maskinporten refused it.*MP-100/,
    ],
  ])('%s is refused with the reason, and leaves the one before alone', async (_what, make, words) => {
    const before = await ownAdmin(house)
    await give(house, before)
    const since = Date.now()
    const { code, said } = await give(house, await make())
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(words) })
    expect(said).toContain('Nothing was stored.')
    expect(await credential()).toMatchObject({ clientId: before.clientId })
    expect(await traces(since)).toEqual([])
  })

  it('is not stored either when Maskinporten does not answer', async () => {
    house.maskinporten.test.faults.add({ fault: { kind: 'status', status: 503 } })
    const { code, said } = await give(house, await ownAdmin(house))
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^maskinporten-unavailable: /) })
    expect(await credential()).toBeNull()
  })

  it.each<[string, () => string, string]>([
    ['no kid', () => rsaKey().privatePem, 'does not say the kid'],
    ['the public key', () => rsaKey().publicJwk, 'the private one is needed'],
    [
      'a certificate',
      () => `${rsaKey().privatePem}-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n`,
      'register a key of its own on the client',
    ],
    ['something else', () => 'hemmelig innhold', 'holds no private key that can be read'],
  ])('is not tried with a file that holds %s', async (_what, content, words) => {
    const text = content()
    const asked = house.maskinporten.test.count()
    const { code, said } = await give(house, { ...(await ownAdmin(house)), keyFile: await layDown(text) })
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining(words) })
    for (const line of text.split('\n').filter((one) => one.length > 20)) expect(said).not.toContain(line)
    expect(house.maskinporten.test.count()).toBe(asked)
  })
})

describe('credentials as they were typed', () => {
  it.each([
    ['add', /--organisation takes/],
    [`add --organisation ${direktoratet}`, /--environment takes test or prod/],
    [`add --organisation ${direktoratet} --environment tset`, /--environment takes test or prod/],
    [`add ${place}`, /--client-id takes/],
    [`add ${place} --client-id ../scopes`, /--client-id takes/],
    [`add ${place} --client-id abc`, /--key-file takes/],
    [`add ${place} --client-id abc --key-file /nowhere/key`, /\/nowhere\/key can't be read/],
    [`remove --organisation 974760673 --environment test`, /974760673 is not among the imported/],
    ['list all', /takes nothing more/],
  ])('credentials %s', async (line, words) => {
    const { code, said } = await run(`credentials ${line}`)
    expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(words) })
  })

  it('an organisation that nobody imported gets none', async () => {
    const own = await ownAdmin(house, { orgno: '974760673' })
    expect(await give(house, own)).toMatchObject({ code: 2, said: expect.stringContaining('not among the imported') })
  })
})

describe('credentials remove and list', () => {
  it('tell what there is, without keys, and what is left at Digdir', async () => {
    expect((await run('credentials list')).lines).toEqual(['No organisation has an admin client of its own.'])
    const own = await ownAdmin(house)
    const inProd = await ownAdmin(house, { environment: 'prod' })
    await give(house, own)
    await give(house, inProd)
    const listed = await run('credentials list')
    expect(listed.lines).toEqual([
      expect.stringMatching(
        `^${direktoratet}  prod  ${inProd.clientId}  kid ${inProd.key.kid}  given by program:admin`,
      ),
      expect.stringMatching(`^${direktoratet}  test  ${own.clientId}  kid ${own.key.kid}`),
    ])
    const since = Date.now()
    const { code, said } = await run(`credentials remove ${place}`)
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining(`${own.key.kid} is still registered on ${own.clientId}`),
    })
    expect([await credential(), (await credential('prod'))?.clientId]).toEqual([null, inProd.clientId])
    expect(await traces(since)).toMatchObject([
      { action: 'credential.remove', values: { before: { clientId: own.clientId, kid: own.key.kid } } },
    ])
    expect(await run(`credentials remove ${place}`)).toMatchObject({
      code: 1,
      said: expect.stringContaining('nothing was changed'),
    })
  })
})

describe('a key that was registered anew', () => {
  it('is refused in its old form, and counts when it is given', async () => {
    const own = await ownAdmin(house)
    const key = rsaKey()
    rekey(house, own, key)
    expect(await give(house, own)).toMatchObject({ code: 1 })
    expect(await give(house, { ...own, key, keyFile: await layDown(key.privateJwk) })).toMatchObject({ code: 0 })
  })
})
