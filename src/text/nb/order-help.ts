/** Words of `/test-access help`. */
export const orderHelp = {
  intro:
    'Her bestiller du tilgang til å lese fra Register over reelle rettighetshavere hos Brønnøysundregistrene, og følger bestillingen til et token virker:',
  lines: [
    { command: '/test-access', what: 'åpner bestillingene' },
    { command: '/test-access new', what: 'finner riktig bestilling med noen få spørsmål' },
    { command: '/test-access new direct', what: 'bestiller for virksomheten selv, i test og produksjon' },
    { command: '/test-access new fictional', what: 'bestiller test for en leverandør, uten kunde' },
    { command: '/test-access new existing', what: 'bestiller test for en leverandør, sammen med en kunde' },
    { command: '/test-access list', what: 'viser bestillingene, og hvem de venter på' },
    { command: '/test-access list eksempel', what: 'finner bestillinger etter navn eller nummer' },
    { command: '/test-access show ORD-12', what: 'viser én bestilling' },
  ],
  norwegian: 'Norske ord går også: ny, liste, vis, hjelp; direkte, fiktiv, eksisterende.',
  steps: 'Slik går det til:',
  how: [
    'Portvakt spør, fyller ut og sjekker mot Enhetsregisteret. Du ser e-posten før den sendes.',
    'Brønnøysundregistrene svarer på e-post. De oppgir ingen svartid; Portvakt minner deg om bestillingen etter fem og ti virkedager.',
    'Du skriver inn svaret. Portvakt viser hva dere gjør videre: delegering, klient og token.',
    'Bestillingen er ferdig når et token er utstedt.',
  ],
  suppliers: 'Systemleverandører kan ikke bestille produksjon. Kunden bestiller for seg selv, og delegerer i Altinn.',
  others: [
    { what: 'Spørsmål om registeret og bestillingen:', address: 'opendata@brreg.no' },
    { what: 'Andre API-er hos Brønnøysundregistrene:', address: 'oa-fagstillinger@brreg.no' },
    { what: 'Token og klient:', address: 'servicedesk@digdir.no' },
    { what: 'Delegering i Altinn:', address: 'servicedesk@altinn.no' },
  ],
  new: 'Bestill testtilgang',
  list: 'Se bestillingene',
  code: 'Jeg har en kode',
}
