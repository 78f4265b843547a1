import type { forms as nb } from '../nb/forms.ts'

export const forms: typeof nb = {
  'client-new': {
    environment: {
      label: 'Environment',
      options: {
        test: { label: 'Test', description: 'For development and trying things out' },
        prod: { label: 'Production', description: 'Confirmed by a login with ID-porten' },
      },
    },
    integration_type: {
      label: 'What will the client do?',
      options: {
        idporten: { label: 'ID-porten', description: 'People log in to your service' },
        maskinporten: { label: 'Maskinporten', description: 'Your system fetches data from APIs, nobody logs in' },
      },
    },
  },
  'client-new-details': {
    client_name: {
      label: 'Name',
      hint: 'People see it when they log in. For Maskinporten it is for yourselves only.',
      placeholder: 'Building permits',
    },
    description: {
      label: 'Description',
      hint: 'What the client is for and which team owns it. Only you and Digdir see it.',
      placeholder: 'Building permits, team Plan',
    },
    redirect_uris: {
      label: 'Redirect URIs',
      hint: 'Where the user lands after login. One address a line, written in full.',
      placeholder: 'https://permits.agency.no/callback',
    },
    post_logout_redirect_uris: {
      label: 'Post-logout redirect URIs',
      hint: 'Where the user lands after logout. One address a line.',
      placeholder: 'https://permits.agency.no/',
    },
    scopes: {
      label: 'Scopes',
      hint: 'What the client gets access to. Type a part of the name to search.',
      placeholder: 'Choose scopes',
    },
    public_key: {
      label: 'Public key',
      hint: 'JWK or PEM, RSA of at least 2048 bits. Never the private one. To get it: openssl rsa -in private.pem -pubout',
      placeholder: '-----BEGIN PUBLIC KEY-----',
    },
    application_type: {
      label: 'Where does it run?',
      options: {
        web: { label: 'On a server', description: 'The usual: can keep a key or a secret' },
        browser: { label: 'In the browser', description: 'Has no key, uses PKCE' },
        native: { label: 'As an app', description: 'On a phone or computer, uses PKCE' },
      },
    },
    token_endpoint_auth_method: {
      label: 'How does the client prove who it is?',
      options: {
        private_key_jwt: { label: 'Key (private_key_jwt)', description: 'Recommended' },
        client_secret_basic: { label: 'Secret (client_secret_basic)', description: 'Must be replaced every year' },
        client_secret_post: { label: 'Secret (client_secret_post)', description: 'Must be replaced every year' },
        none: { label: 'Nothing (none)', description: 'For browsers and apps, together with PKCE' },
      },
    },
    client_uri: {
      label: 'The service’s front page',
      hint: 'Where the back button of the login page leads.',
      placeholder: 'https://permits.agency.no',
    },
    frontchannel_logout_uri: {
      label: 'Front-channel logout URI',
      hint: 'ID-porten loads it when the user logs out elsewhere. Same domain as a redirect URI.',
      placeholder: 'https://permits.agency.no/logout',
    },
    access_token_lifetime: {
      label: 'Access token lifetime, in seconds',
      hint: 'Empty means Digdir’s default, 120 seconds. A scope may set a lower limit.',
    },
    refresh_token_lifetime: {
      label: 'Refresh token lifetime, in seconds',
      hint: 'How long the user may be away. Empty means 600 seconds.',
    },
    authorization_lifetime: {
      label: 'Longest session, in seconds',
      hint: 'After this the user must log in again. Empty means 7200 seconds.',
    },
    refresh_token_usage: {
      label: 'Refresh token use',
      options: {
        ONETIME: { label: 'Once (ONETIME)', description: 'Recommended: a new one for each use' },
        REUSE: { label: 'Several times (REUSE)', description: 'The same one until it expires' },
      },
    },
    code_challenge_method: {
      label: 'PKCE',
      options: {
        S256: { label: 'Required (S256)', description: 'Recommended' },
        none: { label: 'Not required (none)', description: 'Only for older software that cannot do PKCE' },
      },
    },
    sso_disabled: {
      label: 'Single sign-on',
      hint: 'Choose this only when the service must have a login of its own.',
      options: { yes: { label: 'Do not share logins with other services' } },
    },
  },
  'client-browser': {
    environment: {
      label: 'Environment',
      options: { test: { label: 'Test' }, prod: { label: 'Production' } },
    },
    search: { label: 'Search', placeholder: 'Name or id, then Enter' },
  },
  'client-deactivate': {
    confirm_name: { label: 'Type the client’s name', hint: 'Exactly as it stands above.' },
  },
  'key-add': {
    public_key: {
      label: 'Public key',
      hint: 'JWK or PEM, RSA of at least 2048 bits. Never the private one. To get it: openssl rsa -in private.pem -pubout',
      placeholder: '-----BEGIN PUBLIC KEY-----',
    },
  },
}
