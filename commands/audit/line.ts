import { findLine } from '../../src/domain/audit/find-line.ts'
import { empty, route } from '../../src/slack/route.ts'
import { auditBrowser } from '../../views/audit/browser.ts'
import { auditLine } from '../../views/audit/line.ts'
import { lineValue } from '../../views/audit/values.ts'
import { namesIn } from './page.ts'
import { scopeOf } from './scope.ts'

/** One line of the audit in full, on top of the list that it was chosen from. */
export const routes = [
  route({
    kind: 'action',
    id: auditBrowser.actions.show,
    may: 'audit.read',
    effect: 'read',
    input: lineValue.input,
    run: async (ask, services) => {
      const { organisation } = await scopeOf(ask, services, null)
      const line = await findLine(services, organisation?.number ?? null, ask.input)
      return {
        now: empty,
        later: async () => {
          const names = await namesIn(services, [line])
          await ask.open(auditLine.render(ask.t, { line, names, serviceDesk: services.serviceDeskMail }).view)
        },
      }
    },
  }),
]
