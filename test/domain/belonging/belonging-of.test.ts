import { describe, expect, test } from 'vitest'
import { belongingOf, domainOf } from '../../../src/domain/belonging/belonging-of.ts'
import { isPublicDomain } from '../../../src/domain/belonging/public-domains.ts'
import type { Organisation, SlackPerson } from '../../../src/domain/belonging/types.ts'

const kinn: Organisation = { number: '820956532', name: 'KINN KOMMUNE', language: 'nb' }
const heroy: Organisation = { number: '964978840', name: 'HERØY KOMMUNE', language: 'nb' }
const person = (over: Partial<SlackPerson> = {}): SlackPerson => ({
  teamId: 'T1',
  userId: 'U1',
  email: 'Kari.Nordmann@Kinn.Kommune.Example',
  emailConfirmed: true,
  kind: 'member',
  locale: 'nb-NO',
  seenAt: 0,
  ...over,
})

describe('belongingOf', () => {
  test('exactly one organisation owns the domain: a member', () => {
    expect(belongingOf(person(), [kinn])).toEqual({
      as: 'member',
      organisation: kinn,
      by: 'domain',
      domain: 'kinn.kommune.example',
    })
  })

  test.each([
    ['slack-connect', { kind: 'stranger' }, [kinn]],
    ['bot', { kind: 'bot' }, [kinn]],
    ['deactivated', { kind: 'deactivated' }, [kinn]],
    ['guest', { kind: 'guest' }, [kinn]],
    ['no-email', { email: null }, []],
    ['no-email', { email: 'no address' }, [kinn]],
    ['unconfirmed', { emailConfirmed: false }, [kinn]],
    ['public-domain', { email: 'kari@gmail.com' }, []],
    ['public-domain', { email: 'kari@hotmail.no' }, [kinn]],
    ['unknown-domain', { email: 'kari@etat.example' }, []],
    ['shared-domain', {}, [kinn, heroy]],
  ] as const)('a stranger: %s', (reason, over, organisations) => {
    expect(belongingOf(person(over), [...organisations])).toMatchObject({ as: 'stranger', reason })
  })

  test('the reason nearest to the person comes first', () => {
    const guest = person({ kind: 'guest', emailConfirmed: false, email: 'kari@gmail.com' })
    expect(belongingOf(guest, [])).toMatchObject({ reason: 'guest', domain: 'gmail.com' })
  })
})

describe('domainOf', () => {
  test.each([
    ['kari@Etat.NO', 'etat.no'],
    ['"a@b"@etat.no', 'etat.no'],
    ['kari@blåbær.no', 'xn--blbr-roah.no'],
    ['kari@BLÅBÆR.no', 'xn--blbr-roah.no'],
    ['kari@xn--blbr-roah.no', 'xn--blbr-roah.no'],
    ['kari@etat', null],
    ['kari@', null],
    ['@etat.no', null],
    ['kari@127.0.0.1', null],
    ['kari@etat.no/path', null],
    ['kari', null],
    ['', null],
    [null, null],
  ])('%s: %s', (email, domain) => {
    expect(domainOf(email)).toBe(domain)
  })
})

describe('isPublicDomain', () => {
  test.each(['gmail.com', 'outlook.com', 'hotmail.no', 'hotmail.co.uk', 'yahoo.com.br', 'live.no', 'online.no'])(
    'anybody can be at %s',
    (domain) => {
      expect(isPublicDomain(domain)).toBe(true)
    },
  )

  test.each(['etat.no', 'gmail.example.no', 'live.kommune.no', 'mail.etat.no', 'outlook.etat.no', 'digdir.no'])(
    'not anybody can be at %s',
    (domain) => {
      expect(isPublicDomain(domain)).toBe(false)
    },
  )
})
