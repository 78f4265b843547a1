import { expect, it } from 'vitest'
import { refuseSecrets } from '../../src/store/secrets.ts'

it.each([
  [{ after: { client_secret: 'x' } }],
  [{ after: { clientSecret: 'x' } }],
  [{ before: [{ kty: 'RSA', n: 'n', e: 'e', d: 'x' }] }],
  [{ after: { keys: [{ p: 'x' }, { q: 'x' }] } }],
  [{ after: { kty: 'oct', k: 'x' } }],
  [{ after: { access_token: 'x' } }],
  [{ after: { registrationAccessToken: 'x' } }],
  [{ after: { 'private-key': 'x' } }],
  [{ after: { note: '-----BEGIN RSA PRIVATE KEY-----\nMII' } }],
])('refuses %j and never repeats the value', (values) => {
  expect(() => refuseSecrets(values, 'values')).toThrow(/^a (secret|private key) at values\.[\w.-]+$/)
})

it.each([
  [undefined],
  [null],
  [
    {
      after: {
        token_endpoint_auth_method: 'private_key_jwt',
        access_token_lifetime: 120,
        refresh_token_usage: 'ONETIME',
      },
    },
  ],
  [{ before: { kid: 'k', kty: 'RSA', n: 'n', e: 'AQAB', use: 'sig' }, after: { client_secret: null } }],
  [{ after: { k: 'no key', note: '-----BEGIN PUBLIC KEY-----' } }],
])('lets %j through', (values) => {
  expect(() => refuseSecrets(values, 'values')).not.toThrow()
})
