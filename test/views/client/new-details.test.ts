import { describe, expect, it } from 'vitest'
import { checkSubmissionAnswer, checkTyped } from '../../../sandbox/slack/rules.ts'
import { languages } from '../../../src/domain/belonging/types.ts'
import { defaultDraft } from '../../../src/domain/client/defaults.ts'
import { faultReasons } from '../../../src/domain/client/faults.ts'
import { textFor } from '../../../src/text/index.ts'
import { clientNewDetails } from '../../../views/client/new-details.ts'
import { stateOf } from '../state-of.ts'

const t = textFor('nb')
const organisation = '987464291'
const idporten = { environment: 'test', integration_type: 'idporten', organisation } as const
const maskinporten = { environment: 'test', integration_type: 'maskinporten', organisation } as const
const own = { mode: 'own' } as const

const blockIds = (view: { blocks: { type: string; block_id?: string }[] }) =>
  view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id)

const login = {
  ...defaultDraft('idporten', 'test'),
  client_name: 'Byggesak Kárášjohka',
  description: 'Første linje\nandre linje',
  client_uri: 'https://etat.no',
  redirect_uris: ['https://etat.no/callback', 'http://localhost:3000/callback'],
  post_logout_redirect_uris: ['https://etat.no/'],
  frontchannel_logout_uri: 'https://etat.no/logout',
  access_token_lifetime: 120,
  refresh_token_lifetime: null,
  token_endpoint_auth_method: 'client_secret_post' as const,
  refresh_token_usage: 'REUSE' as const,
  code_challenge_method: 'none' as const,
  sso_disabled: true,
}
const machine = {
  ...defaultDraft('maskinporten', 'test'),
  client_name: 'Henter',
  description: 'Henter data',
  scopes: ['eksempel:data.read', 'krr:global/kontaktinformasjon.read'],
  public_key: '-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----',
}

describe('the details of a new client', () => {
  it('ask an ID-porten client for what it uses, the important first', () => {
    expect(blockIds(clientNewDetails.render(t, { ...idporten, access: own }))).toEqual([
      'client_name',
      'description',
      'redirect_uris',
      'post_logout_redirect_uris',
      'public_key',
      'application_type',
      'token_endpoint_auth_method',
      'client_uri',
      'frontchannel_logout_uri',
      'access_token_lifetime',
      'refresh_token_lifetime',
      'authorization_lifetime',
      'refresh_token_usage',
      'code_challenge_method',
      'sso_disabled',
    ])
  })

  it('ask a Maskinporten client for what it uses', () => {
    expect(blockIds(clientNewDetails.render(t, { ...maskinporten, access: own }))).toEqual([
      'client_name',
      'description',
      'scopes',
      'public_key',
      'access_token_lifetime',
    ])
  })

  it('say which scopes a login client always has', () => {
    expect(JSON.stringify(clientNewDetails.render(t, { ...idporten, access: own }).blocks)).toContain(
      'openid og profile',
    )
  })

  it.each([
    ['idporten', idporten, login],
    ['maskinporten', maskinporten, machine],
    ['idporten, untouched', idporten, defaultDraft('idporten', 'test')],
    ['maskinporten, untouched', maskinporten, defaultDraft('maskinporten', 'test')],
  ])('read back the draft that they show: %s', (_, place, draft) => {
    for (const language of languages) {
      const view = clientNewDetails.render(textFor(language), { ...place, access: own, draft })
      expect(clientNewDetails.read(stateOf(view), place)).toEqual(draft)
      expect(clientNewDetails.metadata.read(view.private_metadata ?? '')).toEqual(place)
    }
  })

  it('may be submitted as soon as what is required is there', () => {
    const asTyped = (draft: typeof login) => {
      const view = clientNewDetails.render(t, { ...idporten, access: own, draft })
      return Object.keys(checkTyped(view, stateOf(view) as Parameters<typeof checkTyped>[1]))
    }
    expect(asTyped(login)).toEqual([])
    expect(
      asTyped({ ...login, client_name: '', description: '', redirect_uris: [], post_logout_redirect_uris: [] }),
    ).toEqual(['client_name', 'description', 'redirect_uris', 'post_logout_redirect_uris'])
  })

  it('read what was pasted as it was meant', () => {
    const typed = (name: string, value: string) => ({
      [name]: { [`client-new-details.${name}`]: { type: 'plain_text_input', value } },
    })
    const draft = clientNewDetails.read(
      {
        ...typed('client_name', ' Bygge\u00a0sak\u200b '),
        ...typed('redirect_uris', '- <https://etat.no/cb|etat.no/cb>\n\n“https://etat.no/cb2”'),
      },
      idporten,
    )
    expect(draft.client_name).toBe('Bygge sak')
    expect(draft.redirect_uris).toEqual(['https://etat.no/cb', 'https://etat.no/cb2'])
    expect(draft.public_key).toBeNull()
    expect(draft.scopes).toEqual(['openid', 'profile'])
  })

  it.each(faultReasons)('show the fault %s on a block that is there', (reason) => {
    for (const place of [idporten, maskinporten]) {
      const view = clientNewDetails.render(t, { ...place, access: own })
      for (const field of Object.keys(login) as (keyof typeof login)[]) {
        const errors = clientNewDetails.errors(t, [{ field, reason, line: 1 }], place)
        expect(checkSubmissionAnswer({ response_action: 'errors', errors }, view)).toEqual([])
      }
    }
  })

  it('name the supplier whose access is used', () => {
    const blocks = clientNewDetails.render(t, {
      ...idporten,
      access: { mode: 'supplier', supplierOrgno: '991825827' },
    }).blocks
    expect(JSON.stringify(blocks)).toContain('leverandøren 991825827')
    expect(JSON.stringify(clientNewDetails.render(t, { ...idporten, access: own }).blocks)).not.toContain('leverandør')
  })

  it('list what Digdir refused, by the names of the form', () => {
    const { blocks } = clientNewDetails.render(t, {
      ...idporten,
      access: own,
      problems: [{ field: 'redirect_uris', message: 'må være https' }],
    })
    expect(JSON.stringify(blocks)).toContain('• Redirect-adresser: må være https')
  })
})
