import { organisationNumbers } from '../enhetsregisteret/organisation-number.ts'
import { syntheticPid } from '../idporten/pid.ts'
import type { FictionalPerson, Party } from './order.ts'

/** Fictional names go like those of the public test data: words that no company or person has together. */
const WORDS = ['RØD', 'STOLT', 'VENNLIG', 'KANTETE', 'UVANLIG', 'SMIDIG', 'VÅKEN', 'DJERV', 'ØDSEL', 'PRESIS', 'RUND']
const ANIMALS = ['ELG', 'LUNDE', 'MÅKE', 'JERV', 'ORREHANE', 'RØYSKATT', 'NISE']
const FIRST = ['TØRST', 'FROSSEN', 'BÅTVANT', 'SKJEGGETE', 'ÅPENHJERTIG', 'BLYG', 'KVIKK']
const LAST = ['SKILPADDE', 'GRØNNSAK', 'SLÅMASKIN', 'ØSEKAR', 'HJULMUTTER', 'FISKEBOLLE', 'MØLLE', 'VEDKUBBE']

/** Far from the numbers of the cast and of the invented units. */
const NUMBERS_FROM = 31_900_000

const at = (words: readonly string[], nth: number): string => words[nth % words.length] ?? ''

/** The nth fictional enterprise, from 0: a synthetic organisation number, and a name. */
export const fictionalEnterprise = (nth: number): Party => {
  const numbers = organisationNumbers(NUMBERS_FROM)
  let number = numbers.next().value
  for (let left = nth; left > 0; left -= 1) number = numbers.next().value
  return { number, name: `${at(WORDS, nth)} ${at(WORDS, nth * 3 + 4)} ${at(ANIMALS, nth)} AS` }
}

/** The nth fictional person, from 0: a number of nobody (80 added to the month), and a name. */
export const fictionalPerson = (nth: number): FictionalPerson => {
  const year = 1955 + ((nth * 7) % 40)
  const month = String(1 + ((nth * 5) % 12)).padStart(2, '0')
  const day = String(1 + ((nth * 11) % 28)).padStart(2, '0')
  return { name: `${at(FIRST, nth)} ${at(LAST, nth)}`, pid: syntheticPid(`${year}-${month}-${day}`, 100 + (nth % 300)) }
}
