import type { CameBack, MailFailure } from '../../domain/delivery/types.ts'
import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('nb')
const { number, dateTime } = formatsFor('nb')

type Counts = { failed: number; unknown: number }
const messages = (count: number) => `${number(count)} ${plural(count, { one: 'melding', other: 'meldinger' })}`

const reasons: Record<MailFailure | CameBack, string> & Record<string, string> = {
  'refused-recipient': 'mottakerens server sa nei til adressen',
  'refused-sender': 'serveren sa nei til avsenderen',
  'refused-message': 'serveren sa nei til meldingen',
  connection: 'fikk ikke kontakt med serveren',
  timeout: 'serveren svarte ikke i tide',
  auth: 'serveren tok ikke imot innloggingen',
  tls: 'forbindelsen ble ikke trygg (TLS)',
  'dropped-after-data': 'forbindelsen brøt etter at meldingen var overlevert',
  interrupted: 'Portvakt stoppet mens meldingen ble sendt',
  'no-telling': 'det lar seg ikke finne ut om den kom fram',
  'no-recipient': 'mottakeren finnes ikke lenger i Slack, eller er stengt for Portvakt',
  'rate-limited': 'for mange meldinger på en gang',
  'no-answer': 'Slack svarte ikke slik at vi vet om den kom fram',
  'not-made': 'teksten kunne ikke lages',
  late: 'turen kom for sent',
  'came-back-refused': 'kom i retur: mottakerens server sa nei',
  'came-back-unknown-user': 'kom i retur: adressen finnes ikke',
  'came-back-full': 'kom i retur: postkassen er full',
  'came-back-blocked': 'kom i retur: avsenderen er blokkert',
  'came-back-other': 'kom i retur',
}

const kinds: Record<string, string> = {
  'address-link': 'lenke for å bekrefte e-postadresse',
  'contact-registered': 'beskjed til ny kontakt',
  'contact-still-right': 'spørsmål om kontakten fortsatt stemmer',
  'contact-bounced': 'beskjed om e-post i retur',
  'contact-left': 'beskjed om en kontakt som meldte seg av',
  'contact-account-gone': 'beskjed om en kontakt uten Slack-konto',
  'logins-threshold': 'beskjed om innlogginger mot grensen',
  'invoice-missing': 'spørsmål om fakturainformasjon',
  'admin-contacts-empty': 'beskjed om en virksomhet uten kontakter',
  'order-mail': 'e-post til Brønnøysundregistrene om testtilgang',
  'order-told': 'beskjed om en bestilling av testtilgang',
  'admin-channel-lost': 'beskjed om en kanal som ikke kan brukes',
  'contacts-unconfirmed': 'spørsmål i kanalen om kontaktene fortsatt stemmer',
}

/** Words of what could not be delivered. */
export const undelivered = {
  open: 'Ikke levert',
  title: 'Ikke levert',
  intro:
    'Meldinger som ikke kom fram, og slike som kanskje kom fram: da brøt svaret, og Portvakt gjentar dem ikke selv.',
  none: 'Ingen meldinger er uleverte eller uvisse nå.',
  count: ({ failed, unknown }: Counts) => `${messages(failed)} ikke levert, ${number(unknown)} uvisse`,
  states: { failed: 'ikke levert', unknown: 'uvisst' },
  channels: { mail: 'E-post', slack: 'Slack' },
  kind: (kind: string) => kinds[kind] ?? kind,
  reason: (reason: string, code: number | null) => `${reasons[reason] ?? reason}${code === null ? '' : ` (${code})`}`,
  at: ({ at, attempts }: { at: number; attempts: number }) => `Skrevet ${dateTime(at)}, ${number(attempts)} forsøk`,
  again: 'Send på nytt',
  againSure: {
    title: 'Sende på nytt?',
    text: 'Vi vet ikke om den første kom fram. Mottakeren kan få den to ganger.',
    yes: 'Ja, send',
    no: 'Avbryt',
  },
  sentAgain: 'Meldingen står i kø igjen.',
  allAgain: 'Send alle på nytt',
  allAgainSure: ({ failed, unknown }: Counts) => ({
    title: 'Sende alle på nytt?',
    text: [
      failed > 0 ? `${messages(failed)} som ikke ble levert, sendes på nytt.` : '',
      unknown > 0
        ? `${messages(unknown)} som kanskje kom fram, sendes på nytt: den som alt har fått sin, får den to ganger.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    yes: 'Ja, send alle',
    no: 'Avbryt',
  }),
  sentAllAgain: ({ failed, unknown }: Counts) =>
    failed + unknown === 0
      ? 'Ingen ble sendt på nytt: de du så, var alt sendt på nytt, eller har kommet fram.'
      : `${messages(failed + unknown)} står i kø igjen${unknown > 0 ? `, ${number(unknown)} av dem kom kanskje fram før` : ''}.`,
  notAgain: 'Meldingen var alt sendt på nytt, eller har kommet fram.',
}
