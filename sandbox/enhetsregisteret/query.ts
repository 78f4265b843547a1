import { BadRequest, type Violation } from './errors.ts'
import forms from './forms.json' with { type: 'json' }

/** What a search asks for; what is left out is not asked. */
export type UnitQuery = {
  navn?: string
  organisasjonsnummer?: string[]
  organisasjonsform?: string[]
  overordnetEnhet?: string
  kommunenummer?: string[]
  konkurs?: boolean
  underAvvikling?: boolean
  size: number
  page: number
}

const DEEPEST = 10_000
const NUMBER = /^\d{9}$/

/**
 * Reads a search's parameters; those that are not known are no matter.
 * @throws BadRequest with everything that is wrong, also a page too deep (size x page beyond 10 000)
 */
export const readQuery = (query: URLSearchParams): UnitQuery => {
  const violations: Violation[] = []
  const wrong = (parameter: string, value: string, message: string) => violations.push({ parameter, value, message })

  const list = (parameter: string, fits: (one: string) => boolean, message: string) => {
    const given = query.get(parameter)
    if (given === null) return {}
    const all = given.split(',').map((one) => one.trim())
    for (const one of all) if (!fits(one)) wrong(parameter, one, message)
    return { [parameter]: all }
  }
  const truth = (parameter: string) => {
    const given = query.get(parameter)
    if (given === null) return {}
    if (given !== 'true' && given !== 'false') wrong(parameter, given, 'Må være true eller false')
    return { [parameter]: given === 'true' }
  }
  const number = (parameter: string, otherwise: number, least: number, most: number) => {
    const given = query.get(parameter)
    if (given === null) return otherwise
    const read = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
    if (!(read >= least && read <= most)) wrong(parameter, given, `Må være et heltall fra ${least} til ${most}`)
    return read
  }

  const navn = query.get('navn')
  const parent = query.get('overordnetEnhet')
  if (parent !== null && !NUMBER.test(parent)) wrong('overordnetEnhet', parent, WRONG_NUMBER)
  const size = number('size', 20, 1, DEEPEST)
  const page = number('page', 0, 0, DEEPEST)
  if (size * page > DEEPEST) {
    wrong('page', String(page), `Sidestørrelse ganger sidetall kan ikke være over ${DEEPEST}`)
  }
  const read: UnitQuery = {
    ...(navn === null ? {} : { navn }),
    ...list('organisasjonsnummer', (one) => NUMBER.test(one), WRONG_NUMBER),
    ...list('organisasjonsform', (one) => one in forms, 'Ukjent organisasjonsform'),
    ...list('kommunenummer', (one) => /^\d{4}$/.test(one), 'Må være fire siffer'),
    ...(parent === null ? {} : { overordnetEnhet: parent }),
    ...truth('konkurs'),
    ...truth('underAvvikling'),
    size,
    page,
  }
  if (violations.length > 0) throw new BadRequest(violations)
  return read
}

const WRONG_NUMBER = 'Organisasjonsnummer må være ni siffer'

/**
 * A number out of the path: nine digits, whatever the last one says. Which of 400 and 404 a wrong check digit gets is
 * not established (brreg.md 4.1).
 * @throws BadRequest
 */
export const readNumber = (given: string): string => {
  if (NUMBER.test(given)) return given
  throw new BadRequest([{ parameter: 'organisasjonsnummer', value: given, message: WRONG_NUMBER }])
}
