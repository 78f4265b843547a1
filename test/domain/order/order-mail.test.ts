import { describe, expect, test } from 'vitest'
import {
  answerMailText,
  fictionalSentence,
  hasFictionalSentence,
  orderMailText,
  transferMailText,
  withdrawalMailText,
} from '../../../src/domain/order/order-mail.ts'
import type { LegalBasis } from '../../../src/domain/order/types.ts'
import { contents, direct, existing, fictional } from '../../helpers/order-samples.ts'

const lines = (text: string): string[] => text.split('\n')
/** The lines that are a field. */
const fields = (text: string): string[] => lines(text).filter((line) => /^[A-ZÆØÅ][^.]*: \S/.test(line))

describe('the mail of an order (brreg.md 2)', () => {
  test('A has the nine fields, one a line, under brreg’s labels', () => {
    const { subject, text } = orderMailText(direct)
    expect(subject).toBe('Bestilling av tilgang til Register over reelle rettighetshavere: KINN KOMMUNE (820956532)')
    expect(fields(text)).toEqual([
      'Virksomhetens organisasjonsnummer: 820956532',
      'Virksomhetens navn: KINN KOMMUNE',
      'Navn til testansvarlig: Kari Nordmann',
      'Epost-adresse til testansvarlig: kari@kinn.kommune.example',
      'Telefonnummer til testansvarlig: 40 00 00 00',
      'Navn til produksjonsansvarlig: Ola Nordmann',
      'Epost-adresse til produksjonsansvarlig: drift@kinn.kommune.example',
      'Telefonnummer til produksjonsansvarlig: 22 00 00 00',
      'Hvilken hjemmel til utvidet tilgang virksomheten faller inn under: Rapporteringspliktig virksomhet, hvitvaskingsloven § 4 første ledd bokstav a',
    ])
  })

  test('B has the five fields and the sentence on a line of its own; no production contact, no legal basis', () => {
    const { subject, text } = orderMailText(fictional)
    expect(subject).toBe(
      'Bestilling av testtilgang til Register over reelle rettighetshavere: KINN KOMMUNE (820956532)',
    )
    expect(fields(text)).toEqual([
      'Systemleverandørs organisasjonsnummer: 820956532',
      'Systemleverandørs navn: KINN KOMMUNE',
      'Navn til testansvarlig: Kari Nordmann',
      'Epost-adresse til testansvarlig: kari@kinn.kommune.example',
      'Telefonnummer til testansvarlig: 40 00 00 00',
    ])
    expect(lines(text)).toContain('Vi ønsker å delegere tilgang selv via en fiktiv virksomhet.')
    expect(text).not.toMatch(/hjemmel|produksjonsansvarlig/)
  })

  test('C has the ten fields, and names both companies whose production data reach TT02', () => {
    const { subject, text } = orderMailText(existing)
    expect(subject).toBe(
      'Bestilling av testtilgang til Register over reelle rettighetshavere: KINN KOMMUNE (820956532), kunde HERØY KOMMUNE (964978840)',
    )
    expect(fields(text)).toEqual([
      'Systemleverandørs organisasjonsnummer: 820956532',
      'Systemleverandørs navn: KINN KOMMUNE',
      'Navn til systemleverandørs kontaktperson for test: Kari Nordmann',
      'Epost-adresse til systemleverandørs kontaktperson for test: kari@kinn.kommune.example',
      'Telefonnummer til systemleverandørs kontaktperson for test: 40 00 00 00',
      'Kundens organisasjonsnummer: 964978840',
      'Kundens navn: HERØY KOMMUNE',
      'Navn til kunden sin kontaktperson for test: Ola Nordmann',
      'Epost-adresse til kunden sin kontaktperson for test: ola@heroy.kommune.example',
      'Telefonnummer til kunden sin kontaktperson for test: 22 00 00 00',
    ])
    expect(lines(text)).toContain(
      'Vi er kjent med at dere leser inn produksjonsdata om KINN KOMMUNE (820956532) og HERØY KOMMUNE (964978840) i Altinns testmiljø (TT02).',
    )
    expect(hasFictionalSentence(text)).toBe(false)
  })

  test('A has nothing read into TT02, which its mail does not speak of', () => {
    expect(orderMailText(direct).text).not.toContain('TT02')
  })

  test('a remark is a paragraph of its own, and none leaves no gap', () => {
    for (const content of Object.values(contents)) {
      expect(orderMailText({ ...content, remark: 'Vi trenger bare test nå.' }).text).toContain(
        '\n\nVi trenger bare test nå.\n\nHilsen\nKINN KOMMUNE\n',
      )
      expect(orderMailText(content).text).not.toMatch(/\n{3}/)
    }
  })

  test('the sentence counts as a line of its own alone', () => {
    expect(hasFictionalSentence(`Hei,\n${fictionalSentence}\n`)).toBe(true)
    expect(hasFictionalSentence(`Ikke: ${fictionalSentence}`)).toBe(false)
    expect(hasFictionalSentence('')).toBe(false)
  })

  test.each([
    [
      { basis: 'offentlig', letter: null, text: null },
      'Offentlig myndighet, forskrift til lov om register over reelle rettighetshavere § 3-11 første ledd',
    ],
    [
      { basis: 'rapporteringspliktig.begrenset', letter: 'm', text: null },
      'Rapporteringspliktig virksomhet, hvitvaskingsloven § 4 første ledd bokstav m',
    ],
    [
      { basis: 'media', letter: null, text: null },
      'Media, forskrift til lov om register over reelle rettighetshavere § 3-11 andre til fjerde ledd',
    ],
    [{ basis: 'other', letter: null, text: 'Vi er usikre på hjemmelen' }, 'Vi er usikre på hjemmelen'],
  ] as [LegalBasis, string][])('names the legal basis of %j with its paragraph', (legalBasis, words) => {
    expect(orderMailText({ ...direct, legalBasis }).text).toContain(`faller inn under: ${words}\n`)
  })
})

test('an answer, a withdrawal and a transfer stand in the order’s thread and say which order it is', () => {
  const { subject } = orderMailText(existing)
  const about = 'Dette gjelder bestillingen fra KINN KOMMUNE (820956532) med kunden HERØY KOMMUNE (964978840).'
  const answer = answerMailText(subject, existing, 'Første linje.\n\nAndre linje.')
  expect(answer.subject).toBe(`Re: ${subject}`)
  expect(answer.text).toBe(`Hei,\n\nFørste linje.\n\nAndre linje.\n\n${about}\n\nHilsen\nKINN KOMMUNE\n`)
  expect(withdrawalMailText(answer.subject, existing)).toEqual({
    subject: `Re: ${subject}`,
    text: `Hei,\n\nVi trekker tilbake bestillingen vår.\n\n${about}\n\nHilsen\nKINN KOMMUNE\n`,
  })
  const to = { name: 'Ola Nordmann', email: 'ola@kinn.kommune.example' }
  expect(transferMailText(subject, existing, to).text).toContain(
    'Fra nå av følger Ola Nordmann (ola@kinn.kommune.example) opp bestillingen hos oss.',
  )
})
