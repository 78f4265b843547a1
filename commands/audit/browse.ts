import { z } from 'zod'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { auditBrowser } from '../../views/audit/browser.ts'
import {
  type AuditRef,
  foundValue,
  lineValue,
  newer,
  noFilters,
  older,
  refiltered,
  wholeAudit,
} from '../../views/audit/values.ts'
import { commandInput, nothing } from '../inputs.ts'
import { openForm } from '../present.ts'
import { pageOf } from './page.ts'
import { scopeOf } from './scope.ts'
import { readTyped } from './typed.ts'

/** The audit as a modal: the own organisation's for its admins, every one's for operators. Reading it leaves no trace. */

const { actions, metadata } = auditBrowser

/** What the modal that was clicked in shows; the newest lines where it says nothing that can be read. */
const shownNow = (ask: Ask<unknown>): AuditRef => metadata.read(ask.view?.metadata ?? '') ?? wholeAudit

/** Shows another page in the modal's place. What the person may not see is refused before anything moves. */
const turn = async (ask: Ask<unknown>, services: Services, ref: AuditRef): Promise<Reply> => {
  await scopeOf(ask, services, ref.organisation)
  return {
    now: empty,
    later: async () => void (await ask.show(auditBrowser.render(ask.t, await pageOf(ask, services, ref)))),
  }
}

const common = { may: 'audit.read', effect: 'read' } as const

const filtered = (id: string) =>
  route({
    kind: 'action',
    id,
    ...common,
    input: z.unknown(),
    run: (ask, services) => turn(ask, services, auditBrowser.read(ask.view?.values ?? {}, shownNow(ask))),
  })

export const routes = [
  route({
    kind: 'command',
    id: 'portvakt audit',
    ...common,
    input: commandInput,
    run: async (ask, services) => {
      // before the modal: an organisation that is not there is the command's own answer
      const { ref, sought } = await readTyped(ask, services)
      return openForm(ask, async () => auditBrowser.render(ask.t, await pageOf(ask, services, ref, sought)).view)
    },
  }),
  route({
    kind: 'action',
    id: actions.open,
    ...common,
    input: nothing,
    run: async (ask, services) =>
      openForm(ask, async () => auditBrowser.render(ask.t, await pageOf(ask, services, wholeAudit)).view),
  }),
  route({
    kind: 'action',
    id: actions.older,
    ...common,
    input: lineValue.input,
    run: (ask, services) => turn(ask, services, older(shownNow(ask), ask.input)),
  }),
  route({
    kind: 'action',
    id: actions.newer,
    ...common,
    input: nothing,
    run: (ask, services) => turn(ask, services, newer(shownNow(ask))),
  }),
  route({
    kind: 'action',
    id: actions.all,
    ...common,
    input: nothing,
    run: (ask, services) => turn(ask, services, refiltered(shownNow(ask), noFilters)),
  }),
  route({
    kind: 'action',
    id: actions.choose,
    ...common,
    input: foundValue.input,
    run: (ask, services) => turn(ask, services, refiltered(shownNow(ask), ask.input)),
  }),
  filtered(actions.person),
  filtered(actions.client),
  filtered(actions.environment),
  filtered(actions.from),
  filtered(actions.to),
  filtered(actions.organisation),
]
