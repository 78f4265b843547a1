import type { AuditLine } from '../../src/domain/audit/store.ts'
import { clientSubject } from '../../src/domain/client/client-subject.ts'
import { environments } from '../../src/domain/client/types.ts'
import { norwegianDays } from '../../src/domain/norwegian-days.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { type AuditBrowserData, auditBrowser } from '../../views/audit/browser.ts'
import type { Sought } from '../../views/audit/found.ts'
import type { AuditNames } from '../../views/audit/line-words.ts'
import { clientLabel } from '../../views/audit/options.ts'
import type { AuditRef } from '../../views/audit/values.ts'
import { type AuditScope, scopeOf } from './scope.ts'

const known = <T>(pairs: (readonly [string, T] | null)[]): Record<string, T> =>
  Object.fromEntries(pairs.filter((pair) => pair !== null))

/** The names of the clients and organisations that lines are about, as the store knows them. */
export const namesIn = async (
  { store }: Pick<Services, 'store'>,
  lines: readonly Pick<AuditLine, 'subject' | 'environment' | 'organisationNumber'>[],
): Promise<AuditNames> => {
  const clients = new Map(
    lines.flatMap(({ subject, environment, organisationNumber }) => {
      const place = subject?.startsWith(clientSubject('')) ? subject.slice(clientSubject('').length) : ''
      if (place === '' || environment === null || organisationNumber === null) return []
      return [[place, { environment, organisationNumber }] as const]
    }),
  )
  const numbers = lines.flatMap(({ subject, organisationNumber }) => [
    ...(organisationNumber === null ? [] : [organisationNumber]),
    ...(subject?.startsWith('organisation:') ? [subject.slice('organisation:'.length)] : []),
  ])
  const [named, owners] = await Promise.all([
    Promise.all(
      [...clients].map(async ([id, { organisationNumber, environment }]) => {
        const row = await store.registration(organisationNumber, environment, id)
        return row === null ? null : ([id, row.client_name] as const)
      }),
    ),
    Promise.all(
      [...new Set(numbers)].map(async (number) => {
        const row = await store.organisation(number)
        return row === null ? null : ([number, row.name] as const)
      }),
    ),
  ])
  return { clients: known(named), organisations: known(owners) }
}

/** What the menu of clients shows of the one that was chosen. */
const chosenClient = async (
  ask: Ask<unknown>,
  { store }: Services,
  { organisation }: AuditScope,
  { client }: AuditRef,
): Promise<string | null> => {
  if (client === null || organisation === null) return null
  for (const environment of environments) {
    const row = await store.registration(organisation.number, environment, client)
    if (row !== null) return clientLabel(ask.t, row, environment)
  }
  return null
}

/**
 * A page of the audit as the browser draws it: what the person may see of what is asked for.
 *
 * @throws {AppError} as `scopeOf`
 */
export const pageOf = async (
  ask: Ask<unknown>,
  services: Services,
  ref: AuditRef,
  sought: Sought | null = null,
): Promise<AuditBrowserData> => {
  const scope = await scopeOf(ask, services, ref.organisation)
  const { person, client, environment, from, to } = ref
  const before = ref.trail.at(-1)
  const found = await services.store.auditLines({
    organisationNumber: scope.organisation?.number ?? null,
    ...(person !== null && { actor: { teamId: ask.viewer.user.teamId, userId: person } }),
    ...(client !== null && { subject: clientSubject(client) }),
    ...(environment !== null && { environment }),
    ...norwegianDays(from, to),
    ...(before && { before }),
    // one more tells whether there are older ones
    size: auditBrowser.size + 1,
  })
  const lines = found.slice(0, auditBrowser.size)
  const [names, label] = await Promise.all([namesIn(services, lines), chosenClient(ask, services, scope, ref)])
  return {
    ref,
    scope: scope.all ? { all: true } : { all: false, name: scope.organisation?.name ?? '' },
    lines,
    more: found.length > lines.length,
    names,
    chosen: {
      client: label ?? (client === null ? null : (names.clients[client] ?? null)),
      organisation: ref.organisation === null ? null : (scope.organisation?.name ?? null),
    },
    sought,
    serviceDesk: services.serviceDeskMail,
  }
}
