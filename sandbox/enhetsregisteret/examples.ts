import { invented, inventedUnits, unknownNumbers } from './invented-units.ts'

/** A number to try: whose it is, and what a look-up says of it. */
export type RegisterExample = { number: string; name: string; what: string }

const cases: readonly (readonly [number: string, what: string])[] = [
  [invented.supplier, 'Live, with address, e-mail and website'],
  [invented.bankrupt, 'Bankrupt (konkurs)'],
  [invented.windingUp, 'Being wound up (underAvvikling)'],
  [invented.forcedWindingUp, 'Forced winding-up (tvangsoppløsning)'],
  [invented.deleted, 'Deleted: 200 with slettedato'],
  [invented.removed, 'Taken out for legal reasons: 410'],
  [invented.soleTrader, 'Sole trader (ENK): its name is a person’s'],
  [invented.mainUnit, 'Main unit of three sub-units'],
  [invented.firstSubUnit, 'Sub-unit: 404 among main units'],
  [invented.secondSubUnit, 'Sub-unit: 404 among main units'],
  [invented.deletedSubUnit, 'Deleted sub-unit'],
  [invented.bodyPart, 'Part of a public body (ORGL), with a unit above it'],
  [invented.foreign, 'Foreign (NUF): no postal code'],
  [invented.withoutAddress, 'No address at all'],
  [invented.oddLetters, 'Letters beyond æøå, signs and dots'],
  [invented.shortName, 'A name of four letters'],
  [invented.markupName, 'A name that looks like markup'],
  [invented.longName, 'A name of over 150 characters'],
  [invented.unknown, 'Unknown: 404 in both'],
  [unknownNumbers.syntheticThree, 'Synthetic, begins with 3: unknown'],
  [unknownNumbers.syntheticTwo, 'Synthetic, begins with 2: unknown'],
  [unknownNumbers.likeReal, 'Begins as real ones do: unknown'],
]

/** Every case that a look-up can meet (brreg.md 4.4), for those who try things out. */
export const registerExamples: readonly RegisterExample[] = cases.map(([number, what]) => ({
  number,
  name: inventedUnits.find((unit) => unit.number === number)?.name ?? '',
  what,
}))
