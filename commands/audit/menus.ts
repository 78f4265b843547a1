import { z } from 'zod'
import { cleanId, cleanText } from '../../src/domain/client/typed.ts'
import { environments } from '../../src/domain/client/types.ts'
import { route } from '../../src/slack/route.ts'
import { auditBrowser } from '../../views/audit/browser.ts'
import { clientOptions, organisationOptions } from '../../views/audit/options.ts'
import { wholeAudit } from '../../views/audit/values.ts'
import { scopeOf } from './scope.ts'
import { mayBeClientId } from './typed.ts'

/** What the menus of clients and organisations suggest while somebody types. */

const most = 40

export const routes = [
  route({
    kind: 'options',
    id: auditBrowser.actions.client,
    may: 'audit.read',
    effect: 'read',
    input: z.string(),
    run: async (ask, services) => {
      const ref = auditBrowser.metadata.read(ask.view?.metadata ?? '') ?? wholeAudit
      const { organisation } = await scopeOf(ask, services, ref.organisation)
      const text = cleanText(ask.input)
      const typed = { text: mayBeClientId(cleanId(text)) ? cleanId(text) : text, mayBeId: mayBeClientId(cleanId(text)) }
      if (organisation === null) return { now: { kind: 'options', options: clientOptions(ask.t, [], typed) } }
      const found = await Promise.all(
        environments
          .filter((environment) => ref.environment === null || environment === ref.environment)
          .map(async (environment) => {
            const query = { organisationNumber: organisation.number, environment, text, inactive: true }
            const { rows } = await services.store.registrations({ ...query, page: 0, size: most })
            return rows.map((client) => ({ client, environment }))
          }),
      )
      return { now: { kind: 'options', options: clientOptions(ask.t, found.flat(), typed) } }
    },
  }),
  route({
    kind: 'options',
    id: auditBrowser.actions.organisation,
    // it lists all of them, which operators alone may see
    may: 'organisation.manage',
    effect: 'read',
    input: z.string(),
    run: async (ask, { store }) => {
      const text = cleanText(ask.input)
      const { rows } = await store.organisations({ text, page: 0, size: most })
      return { now: { kind: 'options', options: organisationOptions(ask.t, rows, text) } }
    },
  }),
]
