import { formatsFor, pluralsFor } from '../format.ts'
import { organisation } from './admin-organisation.ts'
import { ownClient } from './admin-own-client.ts'
import { people } from './admin-people.ts'

const plural = pluralsFor('nb')
const format = formatsFor('nb')

/** Words for `/portvakt admin`: organisations, their people, clearances, operators. */
export const admin = {
  open: 'Administrasjon',
  /** names an organisation in a line or heading */
  named: ({ name, number }: { name: string; number: string }) => `${name} (${number})`,
  refused: {
    title: 'Administrasjon',
    why: 'Bare virksomhetens administratorer og operatørene (brukerstøtten) kan styre folk og virksomheter her.',
    admins: ({ name }: { name: string }) => `Administratorer i ${name}`,
    none: 'Virksomheten har ingen administrator. Brukerstøtten kan utpeke en.',
    desk: 'Brukerstøtten',
  },
  organisations: {
    title: 'Virksomheter',
    submit: 'Søk',
    form: { search: { label: 'Søk', placeholder: 'Navn, nummer eller domene' } },
    count: ({ count }: { count: number }) =>
      `${format.number(count)} ${plural(count, { one: 'virksomhet', other: 'virksomheter' })}`,
    none: 'Ingen virksomheter er lagt inn ennå.',
    noneMatching: ({ text }: { text: string }) => `Ingen virksomheter passer med «${text}».`,
    noDomains: 'ingen domener',
    show: 'Åpne',
    new: 'Ny virksomhet',
    operators: 'Operatører',
  },
  organisation,
  ownClient,
  people,
  operators: {
    title: 'Operatører',
    intro: 'Operatører ser alle virksomheter og styrer folk, domener og klareringer i dem alle.',
    fixed: 'fast, satt av den som drifter Portvakt',
    since: ({ date }: { date: string }) => `utpekt ${date}, av`,
    none: 'Ingen er operatør.',
    placeholder: 'Utpek en operatør',
    nameSure: {
      title: 'Utpeke som operatør?',
      text: 'Personen får styre alle virksomheter, folk og klareringer, og kan selv utpeke operatører. Personen får beskjed.',
      yes: 'Utpek',
      no: 'Avbryt',
    },
    remove: 'Ta fra rollen',
    removeSure: {
      title: 'Ta fra rollen?',
      text: 'Personen er ikke lenger operatør og mister tilgangen til andre virksomheter enn sin egen. Personen får beskjed.',
      yes: 'Ta fra rollen',
      no: 'Avbryt',
    },
    notThem:
      'Bare vanlige brukere i dette Slack-arbeidsområdet kan være operatør, ikke gjester, apper eller folk utenfra.',
    already: 'Personen er operatør fra før.',
    self: 'Dette er deg selv, og du er operatør fra før.',
    fixedAlready: 'Denne operatøren er satt av den som drifter Portvakt, og kan bare tas bort der.',
    named: 'er nå operatør.',
    removed: 'er ikke lenger operatør.',
  },
}
