import type { RecordFault } from '../../domain/order/recorded.ts'
import { formatsFor } from '../format.ts'

const { list, date } = formatsFor('nb')

const scope = {
  offentlig: { label: 'Offentlig myndighet', description: 'brreg:reelle/offentlig' },
  rapporteringspliktig: { label: 'Rapporteringspliktig', description: 'brreg:reelle/rapporteringspliktig' },
  'rapporteringspliktig.begrenset': {
    label: 'Rapporteringspliktig, begrenset',
    description: 'brreg:reelle/rapporteringspliktig.begrenset',
  },
  media: { label: 'Media', description: 'brreg:reelle/media' },
  sivilsamfunnsorganisasjon: {
    label: 'Sivilsamfunnsorganisasjon',
    description: 'brreg:reelle/sivilsamfunnsorganisasjon',
  },
  hoeyereutdanningsinstitusjon: {
    label: 'Høyere utdanningsinstitusjon',
    description: 'brreg:reelle/hoeyereutdanningsinstitusjon',
  },
}
const environments = { test: { label: 'Test' }, prod: { label: 'Produksjon' } }

const never =
  'Skriv aldri fødselsnummer eller d-nummer her, heller ikke den fiktive personens. Det skal bare stå i e-posten.'

/** Words of what is written down about an order: brreg's answers, the way out, another to answer for it. */
export const orderRecord = {
  never,
  about: ({ id, companies }: { id: string; companies: readonly string[] }) => `${id}: ${list(companies)}`,
  save: 'Lagre',
  askMore: {
    title: 'De vil vite mer',
    intro: 'Skriv hva Brønnøysundregistrene spør om. Da blir det din tur, og du kan svare herfra.',
    fields: { note: { label: 'Hva spør de om?', hint: never } },
  },
  answer: {
    title: 'Svar dem',
    submit: 'Send svaret',
    intro: ({ to }: { to: string }) => `Teksten sendes til ${to} i samme e-posttråd, ord for ord, med kopi til deg.`,
    asked: 'De spurte om:',
    fields: { text: { label: 'Svaret, på norsk', hint: never } },
  },
  refuse: {
    title: 'De avslo',
    intro: 'Da er bestillingen over. Skriv grunnen, så kollegene dine slipper å lure.',
    fields: { note: { label: 'Grunnen de ga', hint: never } },
  },
  confirm: {
    title: 'De ga tilgang',
    intro:
      'Svaret fra Brønnøysundregistrene sier hvilket scope dere har fått. Test og produksjon kan bli bekreftet hver for seg: Kryss av bare for det som er bekreftet.',
    so_far: ({ environments: granted }: { environments: readonly string[] }) =>
      `Alt bekreftet fra før: ${list(granted)}.`,
    fields: {
      scope: { label: 'Scope', placeholder: 'Velg det som står i e-posten', options: scope },
      environments: { label: 'Bekreftet for', options: environments },
      note: { label: 'Merknad', hint: never },
    },
  },
  deliver: {
    title: 'Svaret er kommet',
    intro: {
      fictional:
        'Skriv inn den fiktive virksomheten som Brønnøysundregistrene har laget, og hvilket scope den har. Begge deler står i e-posten.',
      existing:
        'Brønnøysundregistrene har gjort klart i testmiljøet. Skriv inn kundens scope hvis du vet det. Ellers spør du kunden.',
    },
    fields: {
      unit_number: {
        label: 'Den fiktive virksomhetens organisasjonsnummer',
        hint: 'Ni siffer, ikke personens fødselsnummer på elleve.',
      },
      unit_name: { label: 'Den fiktive virksomhetens navn' },
      scope: { label: 'Scope', placeholder: 'Velg det som står i e-posten', options: scope },
      note: { label: 'Merknad', hint: never },
    },
  },
  correct: {
    title: 'Rett opplysningene',
    intro: 'Rett det som ble skrevet inn feil, eller skriv inn det som manglet.',
  },
  customerSaid: {
    title: 'Kunden har tilgang',
    intro: ({ customer }: { customer: string }) =>
      `Skriv inn det ${customer} har fortalt om sin egen, direkte tilgang. Det blir lagret at det var du som skrev det.`,
    better: 'Bruker kunden Portvakt, er det sikrere å sende en kode. Da svarer kunden selv.',
    fields: {
      confirmed_on: { label: 'Dagen da Brønnøysundregistrene bekreftet tilgangen' },
      scope: { label: 'Scope', placeholder: 'Velg hvis du vet det', options: scope },
      environments: { label: 'Bekreftet for', options: environments },
      note: { label: 'Merknad', hint: never },
    },
  },
  withdraw: {
    title: 'Trekk bestillingen',
    submit: 'Trekk bestillingen',
    intro: ({ to }: { to: string }) =>
      `Brønnøysundregistrene får en e-post i samme tråd om at bestillingen er trukket (${to}), med kopi til deg. Da er bestillingen over.`,
    mail: 'E-posten de får:',
    unsent: 'Bestillingens e-post kom aldri fram, så ingen får noe. Da er bestillingen over.',
  },
  transfer: {
    title: 'Gi til en kollega',
    submit: 'Gi videre',
    intro:
      'Kollegaen svarer for bestillingen etter dette, og får påminnelsene og kopi av e-postene. Det må være en i samme virksomhet, med bekreftet e-postadresse.',
    fields: {
      user: { label: 'Kollega' },
      tell_brreg: {
        label: 'Beskjed',
        options: { yes: { label: 'Si fra til Brønnøysundregistrene på e-post om ny kontakt' } },
      },
    },
    faults: {
      same: 'Personen har bestillingen alt. Velg en annen.',
      'not-a-member': 'Personen hører ikke til samme virksomhet, og kan ikke ta over. Velg en annen.',
      'no-address':
        'Personen har ingen bekreftet e-postadresse, så Brønnøysundregistrene kan ikke svare dem. Be personen skrive /portvakt whoami først.',
    },
  },
  production: {
    title: 'Produksjon',
    intro:
      'Produksjon bestilles ikke. Kunden delegerer i vanlig Altinn, og dere henter et token i produksjon. Skriv inn hvor langt dere er kommet.',
    fields: {
      production: {
        label: 'Hva har skjedd?',
        options: {
          delegated: { label: 'Kunden har delegert', description: 'I vanlig Altinn, til organisasjonsnummeret deres' },
          'in-use': { label: 'Token er utstedt', description: 'Fra Maskinporten i produksjon' },
          revoked: { label: 'Delegeringen er tatt bort', description: 'Tokenet slutter å virke' },
        },
      },
      note: { label: 'Merknad', hint: never },
    },
  },
  faults: {
    required: 'Feltet må fylles ut.',
    'number-form':
      'Dette er ikke et organisasjonsnummer: Det har ni siffer, og det siste må stemme med de andre. Se etter i e-posten.',
    'company-length': 'Skriv navnet slik det står i e-posten, med 1 til 180 tegn.',
    'company-characters': 'Navnet har tegn som ikke går. Skriv det slik det står i e-posten, på én linje.',
    'too-long': 'Teksten er for lang. Bruk høyst 2000 tegn.',
    'national-number':
      'Dette ser ut som et fødselsnummer eller d-nummer. Ingenting er lagret. Ta det bort: Det skal bare stå i e-posten.',
    date: 'Velg dagen tilgangen ble bekreftet.',
    future: 'Dagen kan ikke være i framtiden.',
  } satisfies Record<RecordFault, string>,
  /** instead of `required`, where more can be said */
  required: {
    scope: 'Velg scopet som står i svaret.',
    environments: 'Kryss av for minst ett miljø.',
    confirmed_on: 'Velg dagen tilgangen ble bekreftet.',
    note: 'Skriv hva de svarte.',
    text: 'Skriv hva du vil svare.',
    production: 'Velg hva som har skjedd.',
    user: 'Velg en kollega.',
  },
  day: (day: number) => date(day),
}
