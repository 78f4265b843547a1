import { syntheticPid } from '../idporten/pid.ts'
import { organisations } from './organisations.ts'
import { person, type WorldPerson } from './person.ts'

const supplier = organisations.leverandor.organisation_number
const bank = organisations.banken.organisation_number

/** Those who order access to the register over beneficial owners: a supplier's engineers, and its customer. Invented too. */
export const orderPeople = {
  sindre: person({
    id: 'U0SINDRE',
    name: 'Sindre Kvam',
    title: 'Utvikler, Fjellkode systemer',
    email: 'sindre.kvam@fjellkode.example',
    organisation: supplier,
    colour: '#2a7f7a',
  }),
  marit: person({
    id: 'U0MARIT',
    name: 'Marit Eikeland',
    title: 'Utviklingsleder, Fjellkode systemer (administrator)',
    email: 'marit.eikeland@fjellkode.example',
    organisation: supplier,
    pid: syntheticPid('1982-04-19', 140),
    hats: ['organisation-admin'],
    assigned: [{ organisation_number: supplier, admin: true }],
    represents: [supplier],
    colour: '#8a4b6b',
  }),
  grace: person({
    id: 'U0GRACE',
    name: 'Grace Okoro',
    title: 'Engineer, Fjellkode systemer',
    email: 'grace.okoro@fjellkode.example',
    organisation: supplier,
    locale: 'en-GB',
    colour: '#5a6b2f',
  }),
  berit: person({
    id: 'U0BERIT',
    name: 'Berit Nordang',
    title: 'Fagansvarlig for hvitvasking, Eksempelbanken',
    email: 'berit.nordang@eksempelbanken.example',
    organisation: bank,
    colour: '#7d5a29',
  }),
  henrik: person({
    id: 'U0HENRIK',
    name: 'Henrik Løvås',
    title: 'Daglig leder, Eksempelbanken (delegerer i Altinn)',
    email: 'henrik.lovas@eksempelbanken.example',
    organisation: bank,
    pid: syntheticPid('1968-10-05', 260),
    represents: [bank],
    colour: '#35618f',
  }),
} satisfies Record<string, WorldPerson>
