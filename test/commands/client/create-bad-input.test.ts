import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SimpleValues } from '../../../sandbox/slack/values.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { ecKey, rsaKey } from '../../helpers/keys.ts'
import {
  clearDesks,
  kept,
  loginValues,
  named,
  newest,
  onlyNamed,
  openDetails,
  refusals,
  submitLogin,
  untilModal,
  words,
} from '../../helpers/walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse()
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const good = rsaKey()
const curve = ecKey()
const private1024 = rsaKey(1024)

describe('a field of a new client that is wrong', () => {
  it.each<[string, string, SimpleValues, RegExp]>([
    ['a private JWK', 'public_key', { public_key: good.privateJwk }, /PRIVAT/],
    ['a private PEM', 'public_key', { public_key: good.privatePem }, /PRIVAT/],
    [
      'a private PEM with text around it',
      'public_key',
      { public_key: `her er den:\n${good.privatePem}\nhilsen Kari` },
      /PRIVAT/,
    ],
    [
      'something that is no key',
      'public_key',
      { public_key: '-----BEGIN PUBLIC KEY-----\nikke en nøkkel\n-----END PUBLIC KEY-----' },
      /ikke en offentlig nøkkel/,
    ],
    ['an EC key as JWK', 'public_key', { public_key: curve.publicJwk }, /Bare RSA/],
    ['an EC key as PEM', 'public_key', { public_key: curve.publicPem }, /Bare RSA/],
    ['a key of 1024 bits', 'public_key', { public_key: private1024.publicPem }, /for kort/],
    ['a wildcard', 'redirect_uris', { redirect_uris: 'https://*.kystverdi.example/' }, /Stjerne/],
    ['a fragment', 'redirect_uris', { redirect_uris: 'https://a.kystverdi.example/#her' }, /#/],
    [
      'a password in an address',
      'redirect_uris',
      { redirect_uris: 'https://kari:hemmelig@a.kystverdi.example/' },
      /passord/,
    ],
    ['a scheme that runs code', 'redirect_uris', { redirect_uris: 'javascript:alert(1)' }, /https:/],
    ['https for localhost', 'redirect_uris', { redirect_uris: 'https://localhost:3000/cb' }, /http:\/\//],
    [
      'Norwegian letters in a host',
      'redirect_uris',
      { redirect_uris: 'https://bygg.kystverdi.example/søk' },
      /æ, ø og å/,
    ],
    [
      'the same address twice',
      'redirect_uris',
      { redirect_uris: 'https://a.kystverdi.example/\nhttps://a.kystverdi.example/' },
      /Linje 2/,
    ],
    [
      'the third line alone',
      'redirect_uris',
      { redirect_uris: 'https://a.kystverdi.example/\nhttps://b.kystverdi.example/\nikke en adresse' },
      /Linje 3/,
    ],
    ['3 000 characters of description', 'description', { description: 'æ'.repeat(3000) }, /2\s?900/],
    ['a lifetime that is no number of seconds', 'access_token_lifetime', { access_token_lifetime: '0' }, /minst/],
    [
      'a refresh lifetime below the access lifetime',
      'refresh_token_lifetime',
      { refresh_token_lifetime: '600' },
      /3\s?600/,
    ],
    [
      'a key beside a secret',
      'public_key',
      { public_key: good.publicPem, token_endpoint_auth_method: 'client_secret_basic' },
      /private_key_jwt/,
    ],
    [
      'an app without PKCE',
      'code_challenge_method',
      { application_type: 'native', token_endpoint_auth_method: 'none', code_challenge_method: 'none' },
      /S256/,
    ],
  ])('%s is told at %s', async (_, field, values, expected) => {
    const kari = house.as('kari')
    const posts = house.digdir.test.requests().filter((one) => one.method === 'POST').length
    const { errors } = await submitLogin(house, kari, 'Feil i feltet', values)
    expect(Object.keys(errors ?? {})).toEqual([field])
    expect(errors?.[field]).toMatch(expected)
    expect(kari.modal()?.callback_id).toBe('client-new-details')
    expect(house.digdir.test.requests().filter((one) => one.method === 'POST')).toHaveLength(posts)
  })

  it('a scope that was never offered is refused at the field', async () => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'maskinporten')
    const forged = { text: { type: 'plain_text', text: 'x' }, value: 'idporten:dcr.write.alt' }
    const { errors } = await kari.submit({ client_name: 'Frekk', description: 'Prøver seg', scopes: [forged] })
    expect(errors?.scopes).toMatch(/idporten:dcr.write.alt/)
    expect(named(house, 'Frekk')).toEqual([])
  })

  it('a private key is kept nowhere: not in the log, the database, a message or an answer', async () => {
    const kari = house.as('kari')
    const outcome = await submitLogin(house, kari, 'Uheldig', { public_key: good.privateJwk })
    await kari.submit({ public_key: good.privatePem })
    const body = good.privatePem.split('\n')[3] ?? ''
    for (const secret of [good.secretPart, body]) {
      expect(secret.length).toBeGreaterThan(30)
      expect(kept(house)).not.toContain(secret)
      expect(words(outcome.body)).not.toContain(secret)
    }
  })
})

describe('what people type', () => {
  it('is taken as meant: smart quotes, Slack’s links, invisible characters', async () => {
    const kari = house.as('kari')
    const { errors } = await submitLogin(house, kari, 'Pynt', {
      client_name: '  Pynt\u200b ',
      description: 'Spørsmål til <mailto:post@kystverdi.example|post@kystverdi.example> &amp; andre',
      redirect_uris:
        '“https://a.kystverdi.example/cb”\n<https://b.kystverdi.example/cb|b.kystverdi.example/cb>\n<https://c.kystverdi.example/cb>',
    })
    expect(errors).toBeUndefined()
    await untilModal(house, kari, 'client-created')
    expect(onlyNamed(house, 'Pynt')).toMatchObject({
      redirect_uris: [
        'https://a.kystverdi.example/cb',
        'https://b.kystverdi.example/cb',
        'https://c.kystverdi.example/cb',
      ],
    })
    expect(onlyNamed(house, 'Pynt').description).toContain('Spørsmål til post@kystverdi.example & andre')
  })

  it('takes forty redirect URIs and shows them all', async () => {
    const kari = house.as('kari')
    const uris = Array.from(
      { length: 40 },
      (_, at) => `https://tjeneste-${at + 1}.kystverdi.example/innlogging/callback`,
    )
    await submitLogin(house, kari, 'Førti', { redirect_uris: uris.join('\n') })
    await untilModal(house, kari, 'client-created')
    const made = onlyNamed(house, 'Førti')
    expect(made.redirect_uris).toEqual(uris)
    await kari.close(undefined, true)
    await kari.command(`/client show ${made.client_id}`)
    expect(words(newest(kari))).toContain(uris[39])
  })

  it('keeps a long description that Digdir finds too long, and says what Digdir said', async () => {
    const kari = house.as('kari')
    const long = `${'å'.repeat(2899)}!`
    await submitLogin(house, kari, 'Lang', { description: long })
    await house.until(() => words(kari.modal()).includes('Klienten ble ikke laget'))
    expect(words(kari.modal())).toContain('Beskrivelse: size must be')
    expect(words(kari.modal()?.values)).toContain(long)
    await kari.submit({ description: 'å'.repeat(970) })
    await untilModal(house, kari, 'client-created')
    await kari.close(undefined, true)
    await kari.command(`/client show ${onlyNamed(house, 'Lang').client_id}`)
    expect(words(newest(kari)).split('å').length - 1).toBeGreaterThanOrEqual(970)
  })

  it.each(['<!channel> & <@U0OLIVER>', '<https://evil.example|Kystverdi>', '&lt;!here&gt;'])(
    'the name %s calls nobody and links nowhere, wherever it is shown',
    async (name) => {
      const kari = house.as('kari')
      await submitLogin(house, kari, name)
      await untilModal(house, kari, 'client-created')
      const [made] = house.digdir.test.registry.clients().slice(-1)
      const shown: unknown[] = [kari.modal()]
      await kari.close(undefined, true)
      for (const line of [`/client show ${made?.client_id}`, `/client list`, `/client keys ${made?.client_id}`]) {
        await kari.command(line)
        shown.push(newest(kari))
      }
      await kari.command(`/client deactivate ${made?.client_id}`)
      shown.push(await untilModal(house, kari, 'client-deactivate'))
      const text = words([shown, kari.messages()])
      for (const markup of ['<!channel>', '<!here>', '<@U0OLIVER>', '<https://evil.example']) {
        // plain text shows it as it is; markup that is read must be escaped
        const read = [...text.matchAll(/\{"type":"mrkdwn","text":"((?:[^"\\]|\\.)*)"/g)]
          .map(([, one]) => one)
          .join('\n')
        expect(read).not.toContain(markup)
        expect(
          kari
            .messages()
            .map((one) => one.text)
            .join('\n'),
        ).not.toContain(markup)
      }
    },
  )

  it('what stands in the form is still there after an error', async () => {
    const kari = house.as('kari')
    await submitLogin(house, kari, 'Blir stående', { redirect_uris: 'ikke en adresse' })
    expect(words(kari.modal()?.values)).toContain('Blir stående')
    const { errors } = await kari.submit({ redirect_uris: String(loginValues('x').redirect_uris) })
    expect(errors).toBeUndefined()
    await untilModal(house, kari, 'client-created')
    expect(named(house, 'Blir stående')).toHaveLength(1)
  })
})
