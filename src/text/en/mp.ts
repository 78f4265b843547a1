import type { mp as nb } from '../nb/mp.ts'

export const mp: typeof nb = {
  'MP-011': {
    what: 'Maskinporten did not understand Portvakt’s request.',
    who: 'Whoever runs Portvakt must look in the log.',
  },
  'MP-012': {
    what: 'Maskinporten had seen the same request before.',
    who: 'Try again. If it keeps happening, whoever runs Portvakt must look in the log.',
  },
  'MP-100': {
    what: 'Maskinporten does not know the admin client in this environment.',
    who: 'Whoever runs Portvakt must check the client id and the environment.',
  },
  'MP-110': {
    what: 'The request was addressed to the wrong Maskinporten.',
    who: 'Whoever runs Portvakt must check the issuer’s address.',
  },
  'MP-120': {
    what: 'The admin client’s certificate is invalid or belongs to another environment.',
    who: 'Whoever runs Portvakt must replace the certificate.',
  },
  'MP-121': {
    what: 'The admin client’s key has expired.',
    who: 'Whoever runs Portvakt must register the key with Digdir again.',
  },
  'MP-122': {
    what: 'The certificate belongs to another organisation than the admin client.',
    who: 'Whoever runs Portvakt must change the certificate or the client.',
  },
  'MP-123': {
    what: 'The certificate chain was sent in the wrong form.',
    who: 'Whoever runs Portvakt must check the certificate file.',
  },
  'MP-124': {
    what: 'The signature does not match, or the certificate has expired.',
    who: 'Whoever runs Portvakt must check the key and the certificate.',
  },
  'MP-130': {
    what: 'The request had expired when it reached Maskinporten.',
    who: 'Whoever runs Portvakt must set the server’s clock.',
  },
  'MP-200': {
    what: 'The admin client lacks a scope that it needs.',
    who: 'Whoever runs Portvakt must ask Digdir to add the scope to the admin client.',
  },
  'MP-201': {
    what: 'The scope cannot be used through Maskinporten.',
    who: 'Whoever runs Portvakt must look over the admin client’s scopes.',
  },
  'MP-250': {
    what: 'The organisation that owns the admin client has not been granted the scope.',
    who: 'Digdir must grant it; whoever runs Portvakt must ask for it.',
  },
  'MP-251': {
    what: 'The access has not been delegated to the supplier in Altinn.',
    who: 'A main administrator of your organisation must delegate it in Altinn.',
  },
  'MP-301': {
    what: 'Maskinporten does not know the type of authorisation asked for.',
    who: 'Whoever runs Portvakt must look in the log.',
  },
  'MP-302': {
    what: 'The authorisation had fields that Maskinporten does not know.',
    who: 'Whoever runs Portvakt must look in the log.',
  },
  'MP-303': { what: 'The authorisation had invalid values.', who: 'Whoever runs Portvakt must look in the log.' },
}
