import {
  type Consequence,
  consequenceOf,
  readOrganisation,
  saveOrganisation,
} from '../../../src/domain/belonging/edit-organisation.ts'
import type { OrganisationDetails } from '../../../src/domain/belonging/store.ts'
import { payloadHash } from '../../../src/domain/payload-hash.ts'
import { AppError, isAppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { adminOrganisation } from '../../../views/belonging/admin/organisation.ts'
import { type OrganisationValues, organisationEdit } from '../../../views/belonging/admin/organisation-edit.ts'
import { type EditRef, organisationValue } from '../../../views/belonging/admin/values.ts'
import { viewValues } from '../../inputs.ts'
import { organisationContent } from './organisation.ts'
import { assertMayOf, organisationFor, putForm } from './reach.ts'

/** An organisation is edited, or added: typed, shown what it leads to, and saved. */

/** What an edit sets, by its digest; domains in one order. */
const digestOf = (row: OrganisationDetails | null): string | null =>
  row && payloadHash({ name: row.name, language: row.language, domains: [...row.domains].sort(), channel: row.channel })

/** What the operator agrees to: who shares what, and not how many people have been met this minute. */
const agreedTo = (row: OrganisationDetails, { added, removed }: Consequence): string =>
  payloadHash({
    row: digestOf(row),
    added: added.map(({ domain, sharedWith }) => ({ domain, sharedWith })),
    removed: removed.map(({ domain, leftTo }) => ({ domain, leftTo })),
  })

const open = async (ask: Ask<{ number: string }>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const organisation = await organisationFor(ask, services, 'organisation.manage', ask.input.number)
    if (!organisationEdit.holds(organisation.domains))
      throw new AppError('bad-input', 'more domains than the form holds')
    const { number, name, domains, language } = organisation
    const ref: EditRef = { number, before: digestOf(organisation), shown: null, note: null }
    await putForm(ask, organisationEdit.render(ask.t, { ref, values: { name, domains, language } }))
  },
})

/** Somebody else was faster: what was typed stays, beside what stands there now. */
const meanwhile = (
  ask: Ask<unknown>,
  ref: EditRef,
  values: OrganisationValues,
  stored: OrganisationDetails | null,
): Reply => {
  const now = { ...ref, before: digestOf(stored), shown: null }
  const view = organisationEdit.render(ask.t, { ref: now, values, ...(stored !== null && { meanwhile: stored }) })
  return { now: { kind: 'update', view } }
}

const saved = async (ask: Ask<unknown>, services: Services, number: string): Promise<Reply> => {
  const organisation = await organisationFor(ask, services, 'organisation.manage', number)
  return { now: { kind: 'update', view: (await organisationContent(ask, services, organisation, 'saved')).view } }
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = organisationEdit.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const { number } = ref
  assertMayOf(ask, 'organisation.manage', number)
  const values = organisationEdit.read(ask.view?.values ?? {})
  const { name, language } = values
  const stored = await services.store.organisationDetails(number)
  const typed = { number, name, domains: values.domains.join('\n'), language: language ?? '' }
  const outcome = await readOrganisation(services, typed, stored?.channel ?? null)
  if (!outcome.ok) return { now: { kind: 'errors', errors: organisationEdit.errors(ask.t, outcome.faults) } }

  const { read } = outcome
  const before = digestOf(read.before)
  // as it should be: the same submission came before, or there was nothing to change
  if (before !== null && before === digestOf(read.row)) return await saved(ask, services, number)
  if (before !== ref.before) return meanwhile(ask, ref, values, read.before)
  const consequence = await consequenceOf(services, read)
  const shown = agreedTo(read.row, consequence)
  if (ref.shown !== shown) {
    const view = organisationEdit.render(ask.t, { ref: { ...ref, shown }, values, consequence })
    return { now: { kind: 'update', view } }
  }
  try {
    await saveOrganisation(services, ask.viewer.user, read, ask.once)
  } catch (error) {
    if (!isAppError(error, 'changed-meanwhile')) throw error
    return meanwhile(ask, ref, values, await services.store.organisationDetails(number))
  }
  return await saved(ask, services, number)
}

export const routes = [
  route({
    kind: 'action',
    id: adminOrganisation.actions.edit,
    may: 'organisation.manage',
    effect: 'change',
    input: organisationValue.input,
    run: open,
  }),
  route({
    kind: 'submit',
    id: organisationEdit.id,
    may: 'organisation.manage',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
