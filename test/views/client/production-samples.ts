import type { SlackUser } from '../../../src/domain/belonging/types.ts'
import type { Change } from '../../../src/domain/change.ts'
import { addKey } from '../../../src/domain/client/add-key.ts'
import { createClient } from '../../../src/domain/client/create-client.ts'
import { createPayload } from '../../../src/domain/client/create-payload.ts'
import { deactivateClient } from '../../../src/domain/client/deactivate-client.ts'
import { defaultDraft } from '../../../src/domain/client/defaults.ts'
import { newSecret } from '../../../src/domain/client/new-secret.ts'
import { removeKey } from '../../../src/domain/client/remove-key.ts'
import type { PublicKey } from '../../../src/domain/client/types.ts'
import { clientHalfMade } from '../../../views/client/half-made.ts'
import { clientNew } from '../../../views/client/new.ts'
import { clientNotCleared } from '../../../views/client/not-cleared.ts'
import { clientNotDone } from '../../../views/client/not-done.ts'
import { clientNotOwner } from '../../../views/client/not-owner.ts'
import { clientOtherOrganisation } from '../../../views/client/other-organisation.ts'
import { clientOwners } from '../../../views/client/owners.ts'
import { clientOwnersLast } from '../../../views/client/owners-last.ts'
import { clientOwnersSaved } from '../../../views/client/owners-saved.ts'
import { clientOwnersTold } from '../../../views/client/owners-told.ts'
import { clientSecretMade } from '../../../views/client/secret-made.ts'
import { clientStepUp } from '../../../views/client/step-up.ts'
import { clientUnknown } from '../../../views/client/unknown-outcome.ts'
import { nasty } from '../nasty.ts'
import { type Sample, sample } from '../sample.ts'

const at = Date.parse('2026-11-22T13:32:00Z')
const serviceDesk = 'servicedesk@digdir.no'
const url = `https://portvakt.example.no/login/${'a'.repeat(36)}.${'b'.repeat(43)}`

const first: SlackUser = { teamId: 'T0', userId: 'U0' }
export const tenOwners: SlackUser[] = [
  first,
  ...Array.from({ length: 9 }, (_, index) => ({ teamId: 'T0', userId: `U0PERSON${index}` })),
]

/** A change in production that waits for a login. */
export const stepUp = (kind: string, payload: unknown, over: Partial<Change> = {}): Change => ({
  id: 'c1',
  kind,
  organisationNumber: '991825827',
  environment: 'prod',
  subject: null,
  requester: first,
  payload,
  payloadHash: 'hash',
  baseVersion: null,
  policy: 'step-up',
  state: 'proposed',
  decision: null,
  loginId: null,
  step: null,
  result: null,
  failure: null,
  surface: { kind: 'direct' },
  language: 'nb',
  version: 1,
  createdAt: at,
  updatedAt: at,
  expiresAt: at + 600_000,
  ...over,
})

const publicKey = (kid: string): PublicKey => ({
  kty: 'RSA',
  kid,
  alg: 'RS256',
  use: 'sig',
  n: 'n'.repeat(342),
  e: 'AQAB',
})

const uris = Array.from(
  { length: 40 },
  (_, index) => `https://tjeneste${index}.etat.no/callback?a=1&b=${'x'.repeat(1900)}`,
)

export const stepUps = (clientId: string, clientName: string): Change[] => {
  const draft = { ...defaultDraft('idporten', 'prod'), client_name: clientName, description: nasty.long }
  return [
    stepUp(createClient.name, createPayload(draft, null)),
    stepUp(createClient.name, createPayload({ ...draft, redirect_uris: uris }, publicKey(clientId))),
    stepUp(addKey.name, { clientId, key: publicKey(clientId) }),
    stepUp(removeKey.name, { clientId, kid: nasty.name }),
    stepUp(deactivateClient.name, { clientId, clientName }),
    stepUp(newSecret.name, { clientId }),
  ]
}

const organisation = '987464291'
const usual = { environment: 'test' as const, client_id: 'abc', client_name: 'Byggesak', organisation }
const hard = { environment: 'prod' as const, client_id: 'a'.repeat(255), client_name: nasty.name, organisation }

const ownersOf = (one: typeof usual | typeof hard): Sample[] => [
  sample('not owner', (t) => clientNotOwner.render(t, { ...one, owners: tenOwners })),
  sample('owners, none yet', (t) => clientOwners.render(t, { ...one, before: [] })),
  sample('owners, refused', (t) =>
    clientOwners.render(t, {
      ...one,
      before: tenOwners,
      chosen: ['U1'],
      problem: t.client.owners.outsiders({ names: [nasty.name, nasty.rtl] }),
    }),
  ),
  sample('owners, the last', (t) => clientOwnersLast.render(t, { ...one, before: tenOwners })),
  ...[tenOwners, []].map((owners) =>
    sample(`owners saved, ${owners.length}`, (t) => clientOwnersSaved.render(t, { ...one, owners })),
  ),
  ...(['given', 'taken'] as const).map((became) =>
    sample(`ownership ${became}`, (t) => clientOwnersTold.render(t, { ...one, by: first, became })),
  ),
  ...[null, first].map((undoneBy) =>
    sample(`owners changed, ${undoneBy === null ? 'to be undone' : 'undone'}`, (t) =>
      clientOwnersTold.renderAdmin(t, {
        ...one,
        by: first,
        change: 'c1',
        owners: undoneBy === null ? [] : tenOwners,
        given: tenOwners,
        taken: undoneBy === null ? [] : tenOwners,
        undoneBy,
      }),
    ),
  ),
]

/** What production asks for, and the owners of clients: as usual, and at their worst. */
export const productionSamples: Sample[] = [
  ...(['login', 'clearance', 'off'] as const).map((production) =>
    sample(`new, ${production}`, (t) => clientNew.render(t, { organisation, on: ['test', 'prod'], production })),
  ),
  sample('new, test alone', (t) => clientNew.render(t, { organisation, on: ['test'] })),
  sample('not cleared', (t) => clientNotCleared.render(t)),
  sample('another organisation', (t) => clientOtherOrganisation.render(t, { acting: nasty.name })),
  ...[usual, hard].flatMap((one) => [
    sample('unknown, created, late', (t) =>
      clientUnknown.render(t, { ...one, change: 'c1', doing: 'create', late: true }),
    ),
    ...(['keys', 'change', 'secret'] as const).map((doing) =>
      sample(`unknown, ${doing}`, (t) => clientUnknown.render(t, { ...one, doing })),
    ),
    sample('half-made, late', (t) =>
      clientHalfMade.render(t, { ...one, change: 'c1', failure: null, serviceDesk, late: true }),
    ),
    sample('secret made', (t) => clientSecretMade.render(t, one)),
    ...ownersOf(one),
    ...(['withdrawn', 'expired'] as const).flatMap((why) =>
      [one.client_id, null].map((client_id) =>
        sample(`not done, ${why}`, (t) =>
          clientNotDone.render(t, { change: stepUp(createClient.name, {}), why, client_id }),
        ),
      ),
    ),
    ...stepUps(one.client_id, one.client_name).map((change) =>
      sample(`step-up of ${change.kind}`, (t) =>
        clientStepUp.render(t, { change, names: { client: one.client_name }, url }),
      ),
    ),
  ]),
]

export const productionViews = [
  clientNotCleared,
  clientOtherOrganisation,
  clientStepUp,
  clientNotDone,
  clientSecretMade,
  clientNotOwner,
  clientOwners,
  clientOwnersLast,
  clientOwnersSaved,
  clientOwnersTold,
]
