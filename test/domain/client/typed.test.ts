import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cleanId,
  cleanText,
  cleanUri,
  cleanUris,
  mendedKeyText,
  readSeconds,
} from '../../../src/domain/client/typed.ts'

describe('cleanText', () => {
  test.each([
    ['  Byggesak  ', 'Byggesak'],
    ['Kari <mailto:kari@etat.no|kari@etat.no>', 'Kari kari@etat.no'],
    ['<mailto:kari@etat.no>', 'kari@etat.no'],
    ['Se <https://etat.no|etat.no> i dag', 'Se etat.no i dag'],
    ['<https://etat.no/a>', 'https://etat.no/a'],
    ['Plan &amp; bygg', 'Plan & bygg'],
    ['&amp;lt;', '&lt;'],
    ['&lt;mailto:a|b&gt;', '<mailto:a|b>'],
    ['<!channel> Byggesak', '<!channel> Byggesak'],
    ['<@U123>', '<@U123>'],
    ['Bygge\u00a0sak\u200b\ufeff', 'Bygge sak'],
    ['Bla\u030abær', 'Blåbær'],
    ['snu\u202eom', 'snuom'],
    ['en\r\nto\rtre', 'en\nto\ntre'],
    ['“Byggesak” – plan', '“Byggesak” – plan'],
  ])('%j means %j', (typed, meant) => {
    expect(cleanText(typed)).toBe(meant)
  })

  test('plain words come through as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zæøåÆØÅ0-9 .,()-]*$/u), (typed) => {
        expect(cleanText(typed)).toBe(typed.trim().normalize('NFC'))
      }),
    )
  })
})

describe('cleanUri', () => {
  test.each([
    ['<https://etat.no/cb|etat.no/cb>', 'https://etat.no/cb'],
    ['https://etat.no/cb?a=1&amp;b=2', 'https://etat.no/cb?a=1&b=2'],
    ['“https://etat.no/cb”', 'https://etat.no/cb'],
    ['`https://etat.no/cb`,', 'https://etat.no/cb'],
    ['<no.etat.app:/cb>', 'no.etat.app:/cb'],
    ['\u200bhttps://etat.no/cb\u00a0', 'https://etat.no/cb'],
    ['https://etat.no/a—b', 'https://etat.no/a—b'],
  ])('%j means %j', (typed, meant) => {
    expect(cleanUri(typed)).toBe(meant)
  })

  test('URIs one a line, or parted by spaces, with list marks and empty lines between', () => {
    const typed = ' https://a.no/cb\r\n\n- https://b.no/cb,\n• <https://c.no/cb|c.no> https://d.no/cb;\n'
    expect(cleanUris(typed)).toEqual(['https://a.no/cb', 'https://b.no/cb', 'https://c.no/cb', 'https://d.no/cb'])
    expect(cleanUris(' \n ')).toEqual([])
  })

  test('an id loses marks and spaces', () => {
    expect(cleanId(' `7d0c0b1e-5a55\u200b` ')).toBe('7d0c0b1e-5a55')
  })
})

describe('readSeconds', () => {
  test.each([
    ['', null],
    [' 3600 ', 3600],
    ['31 536 000', 31_536_000],
    ['7.200', 7200],
    ['0', 0],
    ['-1', -1],
  ])('%j is %j', (typed, seconds) => {
    expect(readSeconds(typed)).toBe(seconds)
  })

  test.each(['1.5', '2 timer', '1e3', '0x10', '9'.repeat(13)])('%j is no number', (typed) => {
    expect(readSeconds(typed)).toBeNaN()
  })
})

describe('mendedKeyText', () => {
  test('mends the lines of PEM that an editor made pretty, and straightens quotes', () => {
    expect(mendedKeyText('—–BEGIN PUBLIC KEY—-\nMIIB\n———END PUBLIC KEY——-')).toBe(
      '-----BEGIN PUBLIC KEY-----\n\nMIIB\n\n-----END PUBLIC KEY-----',
    )
    expect(mendedKeyText('```json\n{“kty”: “RSA”}\n```')).toBe('{"kty": "RSA"}')
  })
})
