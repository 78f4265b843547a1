import { z } from 'zod'
import { type LookUp, usableAs } from '../../../src/domain/belonging/register-unit.ts'
import { readOrganisationNumber } from '../../../src/domain/organisation-number.ts'
import { within } from '../../../src/domain/patience.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { organisationEdit } from '../../../views/belonging/admin/organisation-edit.ts'
import { organisationNew } from '../../../views/belonging/admin/organisation-new.ts'
import { adminOrganisations } from '../../../views/belonging/admin/organisations.ts'
import { nothing, viewValues } from '../../inputs.ts'
import { organisationContent } from './organisation.ts'

/** An organisation that the bot does not know: found in Enhetsregisteret by number or name, then filled in. */

/** How long Enhetsregisteret is waited for, ms: Slack waits 3 s, and who asks was looked up before. */
const patience = 1_200

const lookUp = async ({ enhetsregisteret }: Services, number: string): Promise<LookUp> => {
  const waited = await within(enhetsregisteret.byNumber(number), patience)
  return waited.done ? waited.value : { found: 'unknown', number }
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const { t } = ask
  const { typed, chosen } = organisationNew.read(ask.view?.values ?? {})
  const refuse = (errors: Record<string, string>): Reply => ({ now: { kind: 'errors', errors } })
  const number = readOrganisationNumber(typed === '' ? chosen : typed)
  if (typed === '' && chosen === '') return refuse(organisationNew.errors.number(t, 'number-missing'))
  if (number === null) return refuse(organisationNew.errors.number(t, 'number-invalid'))
  if (chosen !== '' && number !== chosen) return refuse(organisationNew.errors.both(t))

  const known = await services.store.organisationDetails(number)
  if (known !== null)
    return { now: { kind: 'update', view: (await organisationContent(ask, services, known, 'already')).view } }
  const found = await lookUp(services, number)
  const use = usableAs(found)
  if (use.use === 'block') return refuse(organisationNew.errors.blocked(t, use, typed !== ''))
  const view = organisationEdit.render(t, {
    ref: { number, before: null, shown: null, note: use.use === 'warn' ? use.reason : null },
    values: { name: found.found === 'unit' ? found.unit.name : '', domains: [], language: 'nb' },
  })
  return { now: { kind: 'update', view } }
}

/** Units whose name fits what was typed so far; none where the register does not answer in time. */
const suggested = async (ask: Ask<string>, { enhetsregisteret }: Services): Promise<Reply> => {
  const waited = await within(enhetsregisteret.search(ask.input), patience)
  const found = waited.done && waited.value !== 'unknown' ? waited.value.units : []
  return { now: { kind: 'options', options: found.map((unit) => organisationNew.option(ask.t, unit)) } }
}

export const routes = [
  route({
    kind: 'action',
    id: adminOrganisations.actions.new,
    may: 'organisation.manage',
    effect: 'read',
    input: nothing,
    run: async (ask) => ({ now: empty, later: async () => void (await ask.open(organisationNew.render(ask.t))) }),
  }),
  route({
    kind: 'options',
    id: organisationNew.search,
    may: 'organisation.manage',
    effect: 'read',
    input: z.string().max(200),
    run: suggested,
  }),
  route({
    kind: 'submit',
    id: organisationNew.id,
    may: 'organisation.manage',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
