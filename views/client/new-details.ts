import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import { defaultDraft } from '../../src/domain/client/defaults.ts'
import {
  type ClientDraft,
  codeChallengeMethods,
  fieldsOf,
  refreshTokenUsages,
  requiredFieldsOf,
} from '../../src/domain/client/draft.ts'
import type { Fault } from '../../src/domain/client/faults.ts'
import { offeredHere, typeRules } from '../../src/domain/client/type-table.ts'
import { cleanText, cleanUri, cleanUris } from '../../src/domain/client/typed.ts'
import {
  type AdminAccess,
  applicationTypes,
  authMethods,
  type Environment,
  environments,
} from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context } from '../kit/blocks.ts'
import { defineForm, type FaultAt, type Labels, type Values, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import type { DrawnFor } from './new.ts'
import { problemLines } from './problems.ts'
import { organisationShown } from './values.ts'

const id = 'client-new-details'
const actions = { back: 'client-new-details.back', scopes: 'client-new-details.scopes' } as const

/** In order of importance: what everybody must think of first, what hardly anybody changes last. */
const fields = {
  client_name: { kind: 'text' },
  description: { kind: 'multiline' },
  redirect_uris: { kind: 'lines' },
  post_logout_redirect_uris: { kind: 'lines' },
  scopes: { kind: 'external-multi-select' },
  public_key: { kind: 'multiline' },
  application_type: { kind: 'select', values: applicationTypes },
  token_endpoint_auth_method: { kind: 'select', values: authMethods },
  client_uri: { kind: 'text' },
  frontchannel_logout_uri: { kind: 'text' },
  access_token_lifetime: { kind: 'number' },
  refresh_token_lifetime: { kind: 'number' },
  authorization_lifetime: { kind: 'number' },
  refresh_token_usage: { kind: 'select', values: refreshTokenUsages },
  code_challenge_method: { kind: 'select', values: codeChallengeMethods },
  sso_disabled: { kind: 'checkbox' },
} as const

const form = defineForm({ id, fields })
type Name = keyof typeof fields
type Typed = Values<typeof fields>

/** Choices have no empty option worth offering: where they show, they hold a value. */
const alwaysChosen: readonly Name[] = [
  'application_type',
  'token_endpoint_auth_method',
  'refresh_token_usage',
  'code_challenge_method',
]

/** What the first question came to. */
export type DetailsChoice = { environment: Environment; integration_type: (typeof offeredHere)[number] }
/** The same, and the organisation that the form was drawn for. */
export type DetailsPlace = DetailsChoice & { organisation: string }
const metadata = metadataOf<DetailsPlace>(
  z.object({
    environment: z.enum(environments),
    integration_type: z.enum(offeredHere),
    organisation: organisationShown,
  }),
)

const namesFor = ({ integration_type: type }: DetailsChoice): Name[] => {
  const used: readonly string[] = fieldsOf(type)
  return form.names.filter((name) => used.includes(name))
}

const requiredFor = ({ integration_type: type }: DetailsChoice): Name[] => {
  const required: readonly string[] = requiredFieldsOf(type)
  return form.names.filter((name) => required.includes(name) || alwaysChosen.includes(name))
}

/** What is drawn as typed before; null and undefined stay empty. */
const filled = (draft: ClientDraft): Partial<Typed> => ({ ...draft, public_key: draft.public_key ?? '' })

const notes = (t: Text, data: ClientNewDetailsData): KnownBlock[] => {
  const fixed = [...typeRules(data.integration_type).fixedScopes]
  const { environment, integration_type: type, access, acting, problems = [] } = data
  const what = t.client.details.what({
    type: t.client.types[type] ?? type,
    environment: t.common.environments[environment],
  })
  return [
    context(
      what,
      ...(acting === undefined ? [] : [t.client.actingFor({ organisation: acting })]),
      ...(fixed.length > 0 ? [t.client.details.fixedScopes({ scopes: fixed })] : []),
    ),
    ...(access.mode === 'supplier' ? [context(t.client.details.supplier({ orgno: access.supplierOrgno }))] : []),
    ...problemLines(t.client.details.problems, t.forms[id], problems),
  ]
}

type Access = { mode: 'own' } | Pick<Extract<AdminAccess, { mode: 'supplier' }>, 'mode' | 'supplierOrgno'>

export type ClientNewDetailsData = DetailsChoice &
  DrawnFor & {
    /** whose access makes it: a supplier's is named */
    access: Access
    /** typed before; the type's defaults when left out. Never a key that was refused. */
    draft?: ClientDraft
    /** what Digdir refused after the submission, since Slack shows field errors at a submission only */
    problems?: FaultAt[]
  }

/** The fields that the type uses, with the way back to the first question. */
const render = (t: Text, data: ClientNewDetailsData): ModalView => {
  const { environment, integration_type, organisation } = data
  const place = { environment, integration_type, organisation }
  const draft = data.draft ?? defaultDraft(place.integration_type, place.environment)
  return modal({
    id,
    title: t.client.details.title,
    environment,
    close: t.common.cancel,
    submit: t.client.details.submit,
    metadata: metadata.write(place),
    blocks: [
      ...notes(t, data),
      ...form.render({
        t: t.forms[id] satisfies Labels<typeof fields>,
        values: filled(draft),
        only: namesFor(place),
        required: requiredFor(place),
      }),
      ...actionRow(button({ id: actions.back, text: t.common.back })),
    ],
  })
}

/** The draft as meant by whoever typed it; fields that the type lacks have the type's defaults. */
const read = (state: ViewValues, place: DetailsChoice): ClientDraft => {
  const typed: Partial<Typed> = form.read(state, namesFor(place))
  const standard = defaultDraft(place.integration_type, place.environment)
  const { client_name, description, client_uri, frontchannel_logout_uri, redirect_uris, post_logout_redirect_uris } =
    typed
  return {
    ...standard,
    ...typed,
    client_name: cleanText(client_name ?? ''),
    description: cleanText(description ?? ''),
    client_uri: cleanUri(client_uri ?? ''),
    frontchannel_logout_uri: cleanUri(frontchannel_logout_uri ?? ''),
    redirect_uris: cleanUris(redirect_uris?.join('\n') ?? ''),
    post_logout_redirect_uris: cleanUris(post_logout_redirect_uris?.join('\n') ?? ''),
    application_type: typed.application_type ?? standard.application_type,
    token_endpoint_auth_method: typed.token_endpoint_auth_method ?? standard.token_endpoint_auth_method,
    public_key: typed.public_key || null,
  }
}

/** Faults of the domain as field errors, in words. */
const errors = (t: Text, faults: readonly Fault[], place: DetailsChoice): Record<string, string> =>
  form.errors(
    faults.map((fault) => ({ field: fault.field, message: t.faults[fault.reason](fault) })),
    namesFor(place),
  )

export const clientNewDetails = { id, actions, metadata, render, read, errors, fieldsFor: namesFor }
