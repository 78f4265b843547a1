import type { KnownBlock } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, divider, section } from '../kit/blocks.ts'
import type { ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import { inCode, named, person, type Words } from '../kit/mrkdwn.ts'
import { message, type Shown } from '../kit/shown.ts'
import { type ChosenNames, filterMenus, readFilters } from './filters.ts'
import { type Sought, soughtBlocks } from './found.ts'
import type { AuditNames } from './line-words.ts'
import { auditRow, type ListedLine } from './row.ts'
import { type AuditFilters, type AuditRef, auditRef, isFiltered, lineValue } from './values.ts'

const id = 'audit'
const actions = {
  open: 'audit.open',
  show: 'audit.show',
  newer: 'audit.newer',
  older: 'audit.older',
  all: 'audit.all',
  choose: 'audit.choose',
  person: 'audit.person',
  client: 'audit.client',
  environment: 'audit.environment',
  from: 'audit.from',
  to: 'audit.to',
  organisation: 'audit.organisation',
} as const

/** Lines on a page. */
const size = 10

export type AuditBrowserData = {
  ref: AuditRef
  /** `all`: whose lines are of every organisation, or of whichever one they choose; else the name of the own one */
  scope: { all: true } | { all: false; name: string }
  /** a page at most, newest first */
  lines: ListedLine[]
  /** there are older ones than these */
  more: boolean
  names: AuditNames
  chosen: ChosenNames
  /** what came of the words that were typed after the command */
  sought: Sought | null
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** Noon is in the same day in Norway. */
const dayWords = (t: Text, day: string): string => t.format.date(Date.parse(`${day}T12:00:00Z`))

/** What the menus hold, in words: a date alone does not say which end it is. */
const chosenLines = (t: Text, { client, environment, from, to, ...ref }: AuditFilters, names: ChosenNames): Words[] => {
  const words = t.audit.filter.chosen
  return [
    ...(ref.person === null ? [] : [named(words.person, person(ref.person))]),
    ...(client === null ? [] : [named(words.client, names.client ?? inCode(client))]),
    ...(environment === null ? [] : [named(words.environment, t.common.environmentNames[environment])]),
    ...(from === null ? [] : [named(words.from, dayWords(t, from))]),
    ...(to === null ? [] : [named(words.to, dayWords(t, to))]),
  ]
}

const empty = (t: Text, { ref }: AuditBrowserData): string => {
  if (ref.from !== null && ref.to !== null && ref.from > ref.to) return t.audit.empty.backwards
  if (ref.trail.length > 0) return t.audit.empty.older
  return isFiltered(ref) ? t.audit.empty.filtered : t.audit.empty.none
}

const pageButtons = (t: Text, { ref, lines, more }: AuditBrowserData): KnownBlock[] => {
  const last = lines.at(-1)
  return actionRow(
    ref.trail.length > 0 ? button({ id: actions.newer, text: t.audit.newer }) : null,
    more && last !== undefined
      ? button({ id: actions.older, text: t.audit.older, value: lineValue.write({ at: last.at, id: last.id }) })
      : null,
    isFiltered(ref) ? button({ id: actions.all, text: t.audit.all }) : null,
  )
}

/**
 * The audit as a modal: filters on top, a page of lines newest first, each with a button to all of it. Where the modal
 * is gone, a message that opens it anew.
 */
const render = (t: Text, data: AuditBrowserData): Shown => {
  const { ref, scope, chosen, sought } = data
  const about = scope.all ? t.audit.scope.all : t.audit.scope.own({ name: scope.name })
  const choice = chosenLines(t, ref, chosen)
  return {
    view: modal({
      id,
      title: t.audit.title,
      environment: null,
      close: t.common.close,
      metadata: auditRef.write(ref),
      blocks: [
        ...(sought === null ? [] : [...soughtBlocks(t, sought, actions.choose), divider]),
        filterMenus(t, ref, chosen, scope.all, actions),
        context(
          scope.all && ref.organisation !== null
            ? t.audit.scope.own({ name: chosen.organisation ?? ref.organisation })
            : about,
        ),
        ...(choice.length > 0 ? [context(...choice)] : []),
        divider,
        ...(data.lines.length === 0
          ? [section(empty(t, data))]
          : data.lines.slice(0, size).map(auditRow(t, { ...data, all: scope.all, show: actions.show }))),
        ...pageButtons(t, data),
        ...(scope.all ? [context(t.audit.export)] : []),
      ],
    }),
    message: message({
      title: t.audit.title,
      environment: null,
      summary: about,
      blocks: [section(about), ...actionRow(button({ id: actions.open, text: t.audit.open, value: '{}' }))],
    }),
  }
}

/** The first page of what the menus say now. Another organisation has other clients. */
const read = (state: ViewValues, before: AuditRef): AuditRef => {
  const filters = readFilters(state, before, actions)
  if (filters.organisation === before.organisation) return { ...before, ...filters, trail: [] }
  return { ...before, ...filters, client: null, trail: [], turn: before.turn + 1 }
}

export const auditBrowser = { id, actions, metadata: auditRef, size, render, read }
