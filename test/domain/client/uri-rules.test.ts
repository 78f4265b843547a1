import { describe, expect, test } from 'vitest'
import { shareDomain, uriReason } from '../../../src/domain/client/uri-rules.ts'

const custom = 'no.etat.app:/oauth/cb'

/** URI, then what is wrong in test and prod for a web client, and in test and prod for a native one. */
const table: [string, string | null, string | null, string | null, string | null][] = [
  ['https://etat.no/cb', null, null, null, null],
  ['https://etat.no', null, null, null, null],
  ['https://etat.no:8443/cb?a=b', null, null, null, null],
  ['http://etat.no/cb', null, 'uri-https-needed', null, 'uri-https-needed'],
  ['http://localhost:3000/cb', null, 'uri-localhost-in-prod', null, null],
  ['http://127.0.0.1:0/cb', null, 'uri-localhost-in-prod', null, null],
  ['http://[::1]:8080/cb', null, 'uri-localhost-in-prod', null, null],
  ['http://app.localhost/cb', null, 'uri-localhost-in-prod', null, null],
  [
    'https://localhost/cb',
    'uri-localhost-https',
    'uri-localhost-in-prod',
    'uri-localhost-https',
    'uri-localhost-https',
  ],
  [custom, 'uri-scheme', 'uri-scheme', null, null],
]
const always: [string, string][] = [
  ['javascript:alert(1)', 'uri-scheme'],
  ['JavaScript:alert(1)', 'uri-scheme'],
  ['data:text/html,hei', 'uri-scheme'],
  ['file:///etc/passwd', 'uri-scheme'],
  ['ftp://etat.no/cb', 'uri-scheme'],
  ['mailto:kari@etat.no', 'uri-scheme'],
  ['https://etat.no/cb#del', 'uri-fragment'],
  ['https://etat.no/cb#', 'uri-fragment'],
  ['https://*.etat.no/cb', 'uri-wildcard'],
  ['https://127.0.0.1:*/callback', 'uri-wildcard'],
  ['https://kari:passord@etat.no/cb', 'uri-credentials'],
  ['https://kari@etat.no/cb', 'uri-credentials'],
  ['etat.no/cb', 'uri-malformed'],
  ['/cb', 'uri-malformed'],
  ['', 'uri-malformed'],
  ['https://', 'uri-malformed'],
  ['https:etat.no', 'uri-malformed'],
  ['https:///etat.no', 'uri-malformed'],
  ['https://etat.no:99999/', 'uri-malformed'],
  ['https://etat.no/a b', 'uri-character'],
  ['https://etat.no/a—b', 'uri-character'],
  ['https://etat.no/“a”', 'uri-character'],
  ['https://blåbær.no/cb', 'uri-character'],
  ['https://etat.no\\@ond.no/', 'uri-character'],
  ['<https://etat.no>', 'uri-character'],
  ['https://etat.no/\n', 'uri-character'],
  [`https://etat.no/${'a'.repeat(2000)}`, 'too-long'],
]

describe('uriReason', () => {
  test.each(table)('%s: %s in test, %s in prod; native %s and %s', (uri, test, prod, nativeTest, nativeProd) => {
    expect(uriReason(uri, { environment: 'test', application: 'web' })).toBe(test)
    expect(uriReason(uri, { environment: 'test', application: 'browser' })).toBe(test)
    expect(uriReason(uri, { environment: 'prod', application: 'web' })).toBe(prod)
    expect(uriReason(uri, { environment: 'test', application: 'native' })).toBe(nativeTest)
    expect(uriReason(uri, { environment: 'prod', application: 'native' })).toBe(nativeProd)
  })

  test.each(always)('%j: %s, everywhere and for all', (uri, reason) => {
    for (const environment of ['test', 'prod'] as const) {
      for (const application of ['web', 'browser', 'native'] as const) {
        expect(uriReason(uri, { environment, application })).toBe(reason)
      }
    }
  })
})

test('two URIs share a domain by host, or by scheme where there is none', () => {
  expect(shareDomain('https://etat.no/a', 'https://ETAT.no:8443/b')).toBe(true)
  expect(shareDomain('https://etat.no/a', 'https://www.etat.no/b')).toBe(false)
  expect(shareDomain(custom, 'no.etat.app:/ut')).toBe(true)
  expect(shareDomain(custom, 'no.annen.app:/ut')).toBe(false)
  expect(shareDomain('ikke en uri', 'ikke en uri')).toBe(false)
})
