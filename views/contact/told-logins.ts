import { settlementYearFrom, THRESHOLD } from '../../src/domain/contact/settlement-year.ts'
import type { Text } from '../../src/text/index.ts'
import type { Told } from './told.ts'
import { toldDoors } from './told-doors.ts'
import { type ToldTo, toldClosing } from './told-shared.ts'

const invoice = '/contacts invoice'

// noon: the same day in Norway
const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day, 12)

/** Tells an organisation's contacts how its logins stand against the threshold. `year` is what it begins in. */
export const toldLogins = (t: Text, data: ToldTo & { year: number; logins: number }): Told => {
  const { organisation, year, logins } = data
  const words = t.contact.mail.logins
  const named = { organisation: organisation.name, threshold: THRESHOLD }
  const subject = logins >= THRESHOLD ? words.subject.reached(named) : words.subject.near(named)
  return {
    subject,
    heading: subject,
    paragraphs: [
      words.what({
        ...named,
        logins,
        year: settlementYearFrom(year).label,
        from: t.format.date(dayOf(year, 10, 1)),
        to: t.format.date(dayOf(year + 1, 9, 30)),
        percent: Math.floor((logins * 100) / THRESHOLD),
      }),
      words.rule({ threshold: THRESHOLD }),
      { what: words.invoice, command: invoice },
    ],
    button: null,
    closing: toldClosing(t, data),
    doors: [toldDoors.to(t, 'invoice', { organisation: data.organisation.number })],
  }
}

/** Asks an organisation's contacts for invoice information, which is missing. */
export const toldInvoiceMissing = (t: Text, data: ToldTo & { year: number }): Told => {
  const words = t.contact.mail.invoiceMissing
  const organisation = data.organisation.name
  return {
    subject: words.subject({ organisation }),
    heading: words.subject({ organisation }),
    paragraphs: [
      words.what({ organisation, year: settlementYearFrom(data.year).label }),
      words.needed,
      { list: words.parts },
      { what: words.invoice, command: invoice },
      words.again,
    ],
    button: null,
    closing: toldClosing(t, data),
    doors: [toldDoors.to(t, 'invoice', { organisation: data.organisation.number })],
  }
}
