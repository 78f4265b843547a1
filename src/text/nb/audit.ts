import { formatsFor, pluralsFor } from '../format.ts'

const { date, list, number } = formatsFor('nb')
const plural = pluralsFor('nb')

const lines = (count: number) => `${number(count)} ${plural(count, { one: 'ny linje', other: 'nye linjer' })}`

export const audit = {
  /** The chain's end at the close of a day, in the operations channel; days are epoch ms at noon. */
  head: {
    title: 'Revisjonsloggen',
    body: ({ day, count }: { day: number; count: number }) =>
      `Ved døgnets slutt ${date(day)} (UTC) hadde loggen fått ${lines(count)} siden forrige melding.`,
    seq: 'Siste linje',
    short: 'Sjekksum',
    keep: 'La meldingen stå, og sammenlign av og til: npm run admin -- audit verify skal vise samme sjekksum for dagen. Gjør den ikke det, er linjer fjernet eller byttet ut.',
    broken: ({ days }: { days: number[] }) =>
      `Loggen stemmer ikke lenger med det som ble meldt for ${list(days.map(date))}: linjer er fjernet eller byttet ut. Ta en kopi av databasen, kjør npm run admin -- audit verify, og finn ut hvem som har hatt tilgang.`,
  },
}
