import type { ReachFacts } from '../../domain/contact/types.ts'
import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('nb')
const { number } = formatsFor('nb')

type Facts = Readonly<ReachFacts>

/** Words of an organisation's reachability. */
export const reach = {
  heading: 'Nåbarhet',
  levels: { good: 'god', weak: 'svak', none: 'ingen' },
  good: 'Virksomheten kan nås hvis noe skjer.',
  /** why it is not good; each stands after the others, parted by semicolons */
  reasons: {
    nobody: (): string => 'ingen får beskjed om kritiske hendelser',
    'one-person': (): string => 'bare én person',
    unconfirmed: ({ confirmed, contacts }: Facts) =>
      `${number(confirmed)} av ${number(contacts)} er bekreftet det siste halvåret`,
    bounced: ({ bounced }: Facts) => `e-posten til ${number(bounced)} kommer i retur`,
    'one-mailbox': ({ people }: Facts): string =>
      people === 0 ? 'bare felles postkasser, ingen personer' : 'bare én adresse tar imot e-post',
    unmirrored: ({ unmirrored }: Facts) => `${number(unmirrored)} står ikke riktig i Digdirs portal`,
    'account-gone': ({ gone }: Facts) =>
      `${number(gone)} ${plural(gone, { one: 'har mistet Slack-kontoen sin', other: 'har mistet Slack-kontoene sine' })}`,
  },
  all: {
    open: 'Nåbarhet',
    title: 'Nåbarhet',
    intro: 'Hvem som kan nås når noe skjer. De som er vanskeligst å nå, står øverst.',
    counted: ({ contacts }: { contacts: number }) =>
      `${number(contacts)} ${plural(contacts, { one: 'kontakt', other: 'kontakter' })}`,
    none: 'Ingen virksomheter er lagt inn ennå.',
    back: 'Til virksomhetene',
  },
}
