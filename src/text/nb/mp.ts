/** Maskinporten's error codes (digdir.md 4.4), as they concern the bot's own admin client: what, and who must act. */
export const mp = {
  'MP-011': {
    what: 'Maskinporten forstod ikke forespørselen fra Portvakt.',
    who: 'Den som drifter Portvakt, må se i loggen.',
  },
  'MP-012': {
    what: 'Maskinporten hadde alt sett den samme forespørselen.',
    who: 'Prøv igjen. Skjer det flere ganger, må den som drifter Portvakt, se i loggen.',
  },
  'MP-100': {
    what: 'Maskinporten kjenner ikke admin-klienten i dette miljøet.',
    who: 'Den som drifter Portvakt, må sjekke klient-id og miljø.',
  },
  'MP-110': {
    what: 'Forespørselen var rettet til feil Maskinporten.',
    who: 'Den som drifter Portvakt, må sjekke adressen til utstederen (issuer).',
  },
  'MP-120': {
    what: 'Sertifikatet til admin-klienten er ugyldig eller hører til et annet miljø.',
    who: 'Den som drifter Portvakt, må bytte sertifikat.',
  },
  'MP-121': {
    what: 'Nøkkelen til admin-klienten er utløpt.',
    who: 'Den som drifter Portvakt, må legge inn nøkkelen på nytt hos Digdir.',
  },
  'MP-122': {
    what: 'Sertifikatet tilhører en annen virksomhet enn admin-klienten.',
    who: 'Den som drifter Portvakt, må bytte sertifikat eller klient.',
  },
  'MP-123': {
    what: 'Sertifikatkjeden ble sendt i feil form.',
    who: 'Den som drifter Portvakt, må sjekke sertifikatfilen.',
  },
  'MP-124': {
    what: 'Signaturen stemmer ikke, eller sertifikatet er utløpt.',
    who: 'Den som drifter Portvakt, må sjekke nøkkel og sertifikat.',
  },
  'MP-130': {
    what: 'Forespørselen var utløpt da Maskinporten fikk den.',
    who: 'Den som drifter Portvakt, må stille klokken på serveren.',
  },
  'MP-200': {
    what: 'Admin-klienten mangler et scope den trenger.',
    who: 'Den som drifter Portvakt, må be Digdir legge scopet på admin-klienten.',
  },
  'MP-201': {
    what: 'Scopet kan ikke brukes gjennom Maskinporten.',
    who: 'Den som drifter Portvakt, må se over scopene til admin-klienten.',
  },
  'MP-250': {
    what: 'Virksomheten som eier admin-klienten, har ikke fått tilgang til scopet.',
    who: 'Digdir må gi tilgangen; den som drifter Portvakt, må be om den.',
  },
  'MP-251': {
    what: 'Tilgangen er ikke delegert i Altinn til leverandøren.',
    who: 'En hovedadministrator i virksomheten din må delegere den i Altinn.',
  },
  'MP-301': {
    what: 'Maskinporten kjenner ikke typen autorisasjon det ble spurt om.',
    who: 'Den som drifter Portvakt, må se i loggen.',
  },
  'MP-302': {
    what: 'Autorisasjonen hadde felt Maskinporten ikke kjenner.',
    who: 'Den som drifter Portvakt, må se i loggen.',
  },
  'MP-303': { what: 'Autorisasjonen hadde ugyldige verdier.', who: 'Den som drifter Portvakt, må se i loggen.' },
}
