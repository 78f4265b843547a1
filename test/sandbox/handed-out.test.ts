import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { handedOutPage } from '../../sandbox/handed-out-page.ts'
import { keepHandedOut } from '../../sandbox/start/handed-out.ts'
import { readCredentialKey } from '../../src/domain/client/credentials-key.ts'

it('an admin client is handed out once in each environment, with a key that the bot takes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-handed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const first = await keepHandedOut(folder)
  expect(await keepHandedOut(folder)).toEqual(first)
  expect(first.test.clientId).not.toBe(first.prod.clientId)
  for (const { jwk, privateJwk } of Object.values(first)) {
    expect(readCredentialKey(privateJwk)).toMatchObject({ ok: true, key: { kid: jwk.kid, n: jwk.n } })
    expect(jwk).not.toHaveProperty('d')
  }
  const page = String(handedOutPage('KYSTVERDI KOMMUNE', Object.values(first)))
  for (const { clientId } of Object.values(first)) expect(page).toContain(clientId)
})
