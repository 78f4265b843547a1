import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { idnr } from '@navikt/fnrvalidator'
import { describe, expect, it } from 'vitest'
import { syntheticPid } from '../../sandbox/idporten/pid.ts'
import { organisations } from '../../sandbox/world.ts'
import { createVault } from '../../src/adapters/vault.ts'
import { adminProgram, homeTeam } from '../helpers/admin-program.ts'
import { rsaKey } from '../helpers/keys.ts'

const number = organisations.direktoratet.organisation_number
const kari = { teamId: homeTeam, userId: 'U0KARI' }
const named = `--organisation ${number} --user U0KARI`
const synthetic = syntheticPid('1987-04-15', 101)
/** A good number of nobody alive: one of somebody born in 1854 (individual numbers from 500 on). */
const real = Array.from({ length: 100 }, (_, n) => `010154500${String(n).padStart(2, '0')}`).find(
  (one) => idnr(one).status === 'valid',
)

const issuer = async (over: Record<string, string> = {}) => {
  const program = await adminProgram({
    PUBLIC_URL: 'https://portvakt.etat.example',
    IDPORTEN_CLIENT_ID: 'portvakt',
    IDPORTEN_ISSUER: 'https://test.idporten.no',
    ...over,
  })
  const keyFile = join(program.folder, 'idporten.jwk')
  await writeFile(keyFile, rsaKey().privateJwk)
  program.env.IDPORTEN_KEY_FILE = keyFile
  return program
}

describe('clearances add', () => {
  it('keeps a keyed hash of the number and nothing else, for twelve months', async () => {
    const { run, store, env, audit, bytes, slack } = await issuer()
    const { code, said } = await run(`clearances add ${named}`, `${synthetic.slice(0, 6)} ${synthetic.slice(6)}`)
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/^U0KARI is cleared .* until \d{4}-\d\d-\d\d/),
    })
    const { hash, keyVersion } = createVault(env.SECRET_KEY ?? '').numberProof(synthetic)
    const row = await store.clearance(number, kari)
    expect(row).toMatchObject({ numberHash: hash, keyVersion, givenBy: 'program:admin', confirmedBy: null })
    const days = ((row?.expiresAt ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(364)
    expect(days).toBeLessThanOrEqual(366)
    expect(await audit('clearance.give')).toMatchObject([
      {
        outcome: 'done',
        actor: { program: 'admin' },
        organisationNumber: number,
        subject: `person:${homeTeam}:U0KARI`,
        values: { after: { organisationNumber: number } },
      },
    ])
    for (const place of [
      said,
      await bytes(),
      JSON.stringify(slack.heard),
      JSON.stringify(await audit('clearance.give')),
    ])
      for (const part of [synthetic, synthetic.slice(0, 6), synthetic.slice(6)]) expect(place).not.toContain(part)
  })

  it.each<[string, Record<string, string>]>([
    ['production', { IDPORTEN_ISSUER: 'https://idporten.no' }],
    ['no ID-porten at all', { IDPORTEN_CLIENT_ID: '' }],
  ])('refuses a synthetic number with %s, and takes a real one', async (_what, over) => {
    const { run, store, env } = await issuer(over)
    if (over.IDPORTEN_CLIENT_ID === '') delete env.IDPORTEN_KEY_FILE
    const refused = await run(`clearances add ${named}`, synthetic)
    expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('synthetic') })
    expect(refused.said).not.toContain(synthetic)
    expect(await store.clearance(number, kari)).toBeNull()
    expect(await run(`clearances add ${named}`, real)).toMatchObject({ code: 0 })
  })

  it('clears anew whoever was cleared under an earlier SECRET_KEY', async () => {
    const { run, store, env } = await issuer()
    await run(`clearances add ${named}`, synthetic)
    env.SECRET_KEY = Buffer.alloc(32, 7).toString('base64')
    expect(await run(`clearances add ${named}`, synthetic)).toMatchObject({ code: 0 })
    const { hash: numberHash, keyVersion } = createVault(env.SECRET_KEY).numberProof(synthetic)
    expect(await store.clearance(number, kari)).toMatchObject({ numberHash, keyVersion })
  })

  it.each([
    ['nothing', ''],
    ['too few digits', '1234567890'],
    ['wrong check digits', `${synthetic.slice(0, 10)}${(Number(synthetic.at(-1)) + 1) % 10}`],
    ['letters', 'fødselsnummer'],
    ['two numbers', `${synthetic}${synthetic}`],
  ])('refuses %s without repeating it', async (_what, typed) => {
    const { run, store } = await issuer()
    const { code, said } = await run(`clearances add ${named}`, typed)
    expect(code).toBe(2)
    if (typed !== '') expect(said).not.toContain(typed)
    expect(await store.clearance(number, kari)).toBeNull()
  })

  it.each([
    `clearances add ${named} ${synthetic}`,
    `clearances add ${named} --number ${synthetic}`,
    `clearances add ${named} --${synthetic}`,
    `clearances add --organisation ${synthetic} --user U0KARI`,
    `clearances add --organisation ${number} --user ${synthetic}`,
    `clearances remove ${named} ${synthetic}`,
  ])('does not repeat a number that stands in an argument: %#', async (line) => {
    const { run } = await issuer()
    const { code, said } = await run(line)
    expect(code).toBe(2)
    expect(said).not.toContain(synthetic)
  })

  it('asks for no number when the rest can’t be carried out', async () => {
    const { run } = await issuer()
    expect(await run('clearances add --organisation 974760673 --user U0KARI')).toMatchObject({ code: 2 })
  })
})

describe('clearances remove', () => {
  it('takes it away, and says so when there is none', async () => {
    const { run, store, audit } = await issuer()
    await run(`clearances add ${named}`, synthetic)
    expect(await run(`clearances remove ${named}`)).toMatchObject({ code: 0 })
    expect(await store.clearance(number, kari)).toBeNull()
    expect(await run(`clearances remove ${named}`)).toMatchObject({ code: 1 })
    expect(await audit('clearance.remove')).toMatchObject([{ outcome: 'done', actor: { program: 'admin' } }])
  })
})
