import { createTransport, type SendMailOptions } from 'nodemailer'
import { onTestFinished } from 'vitest'
import { fieldsOf } from '../../../sandbox/brreg/fields.ts'
import type { OrderKind } from '../../../sandbox/brreg/order.ts'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createRegistry } from '../../../sandbox/digdir/registry.ts'
import { seedScopes } from '../../../sandbox/digdir/seed.ts'
import { createEnhetsregisteret } from '../../../sandbox/enhetsregisteret/enhetsregisteret.ts'
import { createMailbox } from '../../../sandbox/mailbox/mailbox.ts'
import { openPlaces } from '../../../sandbox/start/places.ts'
import { organisations, people } from '../../../sandbox/world.ts'

export const SUPPLIER = organisations.leverandor.organisation_number
export const BANK = organisations.banken.organisation_number
export const SENTENCE = 'Vi ønsker å delegere tilgang selv via en fiktiv virksomhet.'
export const START = Date.UTC(2026, 4, 4, 8)

/** A value for each field of brreg.md section 2, as somebody would fill it in. */
export const values: Record<string, string> = {
  organisation_number: BANK,
  organisation_name: organisations.banken.name,
  test_contact_name: 'Berit Nordang',
  test_contact_email: 'berit.nordang@eksempelbanken.example',
  test_contact_phone: '+47 40 00 00 00',
  production_contact_name: 'Henrik Løvås',
  production_contact_email: 'henrik.lovas@eksempelbanken.example',
  production_contact_phone: '+47 40 00 00 01',
  legal_basis: 'Rapporteringspliktig, hvitvaskingsloven § 4 første ledd bokstav a',
  supplier_organisation_number: SUPPLIER,
  supplier_name: organisations.leverandor.name,
  supplier_test_contact_name: 'Sindre Kvam',
  supplier_test_contact_email: 'sindre.kvam@fjellkode.example',
  supplier_test_contact_phone: '+47 40 00 00 02',
  customer_organisation_number: BANK,
  customer_name: organisations.banken.name,
  customer_test_contact_name: 'Berit Nordang',
  customer_test_contact_email: 'berit.nordang@eksempelbanken.example',
  customer_test_contact_phone: '+47 40 00 00 00',
}

/** The text of an order, one field a line; what is given as null is left out. */
export const orderText = (kind: OrderKind, over: Record<string, string | null> = {}): string => {
  const lines = Object.entries(fieldsOf[kind]).flatMap(([field, label]) => {
    const value = field in over ? over[field] : values[field]
    return value === null ? [] : [`${label}: ${value}`]
  })
  const sentence = kind === 'fictional' && over.sentence !== null ? ['', SENTENCE] : []
  return ['Hei,', '', 'Vi bestiller tilgang.', '', ...lines, ...sentence, '', 'Vennlig hilsen', 'Sindre Kvam'].join(
    '\n',
  )
}

/** brreg's desk, Altinn, and the mailbox between them and those who order. */
export const office = async () => {
  const clock = steppedClock(START)
  const registries = {
    test: createRegistry({ environment: 'test', clock }),
    prod: createRegistry({ environment: 'prod', clock }),
  }
  seedScopes(registries.test)
  seedScopes(registries.prod)
  const [mailbox, enhetsregisteret] = await Promise.all([createMailbox({ clock }), createEnhetsregisteret({ clock })])
  const pool = createTransport({ url: mailbox.url, pool: true, maxConnections: 1 })
  const places = openPlaces({ clock, mailbox, registries, enhetsregisteret, people: Object.values(people) })
  onTestFinished(async () => {
    pool.close()
    await Promise.all([mailbox.close(), enhetsregisteret.close(), places.brreg.close()])
  })

  const mail = (more: SendMailOptions) =>
    pool.sendMail({
      from: 'Portvakt <portvakt@portvakt.example>',
      envelope: {
        from: 'retur+D1@portvakt.example',
        to: ['opendata@brreg.no', people.sindre.email ?? ''],
      },
      to: 'opendata@brreg.no',
      cc: people.sindre.email ?? '',
      replyTo: `Sindre Kvam <${people.sindre.email}>`,
      ...more,
    })
  let sent = 0
  /** Sends an order and gives it as it lies on the desk. */
  const order = async (kind: OrderKind, over: Record<string, string | null> = {}, more: SendMailOptions = {}) => {
    sent += 1
    const messageId = `<order-${sent}@portvakt.example>`
    await mail({ subject: 'Bestilling av tilgang', text: orderText(kind, over), messageId, ...more })
    return places.brreg.until(({ letters }) => letters.some((one) => one.messageId === (more.messageId ?? messageId)))
  }
  /** The newest mail that brreg has sent. */
  const answered = () => mailbox.mails().findLast(({ from }) => from?.address === 'opendata@brreg.no')
  return { clock, registries, mailbox, enhetsregisteret, ...places, mail, order, answered }
}

export type Office = Awaited<ReturnType<typeof office>>

/** What an organisation may use in an environment, of the register's six scopes. */
export const scopesAt = (
  { registries }: Pick<Office, 'registries'>,
  environment: 'test' | 'prod',
  orgno: string,
): string[] =>
  registries[environment]
    .accesses({ orgno })
    .filter(({ state, scope }) => state === 'APPROVED' && scope.startsWith('brreg:reelle/'))
    .map(({ scope }) => scope)
