import type { OrderErrorWords } from '../wording.ts'

/** Words for what can't be done with a test-access order. */
export const orderErrors: OrderErrorWords = {
  'order-state': () => ({
    what: 'Bestillingen har kommet for langt, eller ikke langt nok, til at dette kan gjøres. Ingenting er endret.',
    next: 'Hent fram bestillingen på nytt med /test-access list. Kortet viser hva som kan gjøres nå.',
  }),
  'order-needs-customer': () => ({
    what: 'Bestillingen kan ikke sendes ennå: Kundens egen tilgang er ikke bekreftet, og uten den har Brønnøysundregistrene ikke noe å knytte bestillingen til.',
    next: 'Åpne bestillingen, og spør kunden med den ferdige meldingen. Har kunden alt fortalt deg det, trykk «Kunden har fått tilgang».',
  }),
  'holds-national-number': () => ({
    what: 'Teksten har noe som ser ut som et fødselsnummer eller d-nummer. Den er ikke lagret eller sendt.',
    next: 'Ta bort nummeret, og send på nytt. Det hører hjemme bare i e-posten fra Brønnøysundregistrene.',
  }),
  'code-invalid': () => ({
    what: 'Koden kan ikke brukes. Den kan være skrevet feil, brukt, for gammel eller laget for en annen virksomhet.',
    next: 'Se over koden. Er den riktig skrevet, be leverandøren om en ny.',
  }),
}
