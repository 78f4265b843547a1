/** Labels of every form: `forms[callback_id][block_id]` (design 1.7). The labels are plain text. */
export const forms = {
  'client-new': {
    environment: {
      label: 'Miljø',
      options: {
        test: { label: 'Testmiljø', description: 'Til utvikling og prøving' },
        prod: { label: 'Produksjon', description: 'Bekreftes med en innlogging i ID-porten' },
      },
    },
    integration_type: {
      label: 'Hva skal klienten gjøre?',
      options: {
        idporten: { label: 'ID-porten', description: 'Innbyggere logger inn i tjenesten deres' },
        maskinporten: { label: 'Maskinporten', description: 'Systemet deres henter data fra API-er, uten innlogging' },
      },
    },
  },
  'client-new-details': {
    client_name: {
      label: 'Navn',
      hint: 'Innbyggerne ser navnet når de logger inn. For Maskinporten er det bare til dere selv.',
      placeholder: 'Byggesak',
    },
    description: {
      label: 'Beskrivelse',
      hint: 'Hva klienten brukes til, og hvilket team som eier den. Bare dere og Digdir ser den.',
      placeholder: 'Byggesak, team Plan',
    },
    redirect_uris: {
      label: 'Redirect-adresser',
      hint: 'Hit kommer brukeren etter innlogging. Én adresse på hver linje, skrevet helt ut.',
      placeholder: 'https://byggesak.etat.no/callback',
    },
    post_logout_redirect_uris: {
      label: 'Adresser etter utlogging',
      hint: 'Hit kommer brukeren etter utlogging. Én adresse på hver linje.',
      placeholder: 'https://byggesak.etat.no/',
    },
    scopes: {
      label: 'Scope',
      hint: 'Hva klienten skal få tilgang til. Skriv litt av navnet for å søke.',
      placeholder: 'Velg scope',
    },
    public_key: {
      label: 'Offentlig nøkkel',
      hint: 'JWK eller PEM, RSA på minst 2048 bit. Aldri den private. Slik får du den: openssl rsa -in privat.pem -pubout',
      placeholder: '-----BEGIN PUBLIC KEY-----',
    },
    application_type: {
      label: 'Hvor kjører den?',
      options: {
        web: { label: 'På en server', description: 'Vanligst: kan holde på en nøkkel eller hemmelighet' },
        browser: { label: 'I nettleseren', description: 'Har ingen nøkkel, bruker PKCE' },
        native: { label: 'Som app', description: 'På mobil eller PC, bruker PKCE' },
      },
    },
    token_endpoint_auth_method: {
      label: 'Hvordan beviser klienten hvem den er?',
      options: {
        private_key_jwt: { label: 'Nøkkel (private_key_jwt)', description: 'Anbefalt' },
        client_secret_basic: { label: 'Hemmelighet (client_secret_basic)', description: 'Må byttes hvert år' },
        client_secret_post: { label: 'Hemmelighet (client_secret_post)', description: 'Må byttes hvert år' },
        none: { label: 'Ingen (none)', description: 'For nettleser og app, sammen med PKCE' },
      },
    },
    client_uri: {
      label: 'Tjenestens forside',
      hint: 'Hit går tilbakeknappen på innloggingssiden.',
      placeholder: 'https://byggesak.etat.no',
    },
    frontchannel_logout_uri: {
      label: 'Adresse for utlogging i bakgrunnen',
      hint: 'ID-porten laster den når brukeren logger ut et annet sted. Samme domene som en redirect-adresse.',
      placeholder: 'https://byggesak.etat.no/logout',
    },
    access_token_lifetime: {
      label: 'Levetid for tilgangstoken, i sekunder',
      hint: 'Tomt felt betyr Digdirs standard, 120 sekunder. Scopet kan sette en kortere grense.',
    },
    refresh_token_lifetime: {
      label: 'Levetid for oppfriskingstoken, i sekunder',
      hint: 'Så lenge kan brukeren være borte. Tomt felt betyr 600 sekunder.',
    },
    authorization_lifetime: {
      label: 'Lengste økt, i sekunder',
      hint: 'Etter dette må brukeren logge inn på nytt. Tomt felt betyr 7200 sekunder.',
    },
    refresh_token_usage: {
      label: 'Bruk av oppfriskingstoken',
      options: {
        ONETIME: { label: 'Én gang (ONETIME)', description: 'Anbefalt: et nytt for hver bruk' },
        REUSE: { label: 'Flere ganger (REUSE)', description: 'Det samme til det utløper' },
      },
    },
    code_challenge_method: {
      label: 'PKCE',
      options: {
        S256: { label: 'Påkrevd (S256)', description: 'Anbefalt' },
        none: { label: 'Ikke påkrevd (none)', description: 'Bare for eldre programvare som ikke kan PKCE' },
      },
    },
    sso_disabled: {
      label: 'Felles innlogging',
      hint: 'Velg dette bare når tjenesten skal ha sin egen innlogging.',
      options: { yes: { label: 'Ikke del innlogging med andre tjenester' } },
    },
  },
  'client-browser': {
    environment: {
      label: 'Miljø',
      options: { test: { label: 'Testmiljø' }, prod: { label: 'Produksjon' } },
    },
    search: { label: 'Søk', placeholder: 'Navn eller id, og så Enter' },
  },
  'client-deactivate': {
    confirm_name: { label: 'Skriv navnet på klienten', hint: 'Nøyaktig som det står over.' },
  },
  'key-add': {
    public_key: {
      label: 'Offentlig nøkkel',
      hint: 'JWK eller PEM, RSA på minst 2048 bit. Aldri den private. Slik får du den: openssl rsa -in privat.pem -pubout',
      placeholder: '-----BEGIN PUBLIC KEY-----',
    },
  },
}
