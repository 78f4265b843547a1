import type { KnownBlock } from '@slack/types'
import type { AuditLine } from '../../src/domain/audit/store.ts'
import type { Text } from '../../src/text/index.ts'
import { context, divider, exact, fields, section } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import { bold, inCode, mrkdwn, type Words } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type AuditNames, lineWords, organisationWords } from './line-words.ts'
import { valueLines } from './value-lines.ts'
import { when } from './when.ts'

const id = 'audit-line'

export type AuditLineData = {
  line: AuditLine
  names: AuditNames
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** Longer ones than these nobody reads here; the export has all of it. */
const mostBlocks = 6

/** Lines of text in as few blocks as they fit in; a single line that is too long is cut by its block. */
const inBlocks = (lines: string[]): string[] => {
  const parts: string[] = []
  let part = ''
  for (const line of lines) {
    if (part !== '' && part.length + 1 + line.length > limits.section) {
      parts.push(part)
      part = ''
    }
    part = part === '' ? line : `${part}\n${line}`
  }
  return [...parts, part]
}

const valueBlocks = (t: Text, label: string, value: unknown): KnownBlock[] => {
  const parts = inBlocks(valueLines(t, value))
  return [
    section(bold(label)),
    ...parts.slice(0, mostBlocks).map(exact),
    ...(parts.length > mostBlocks || parts.some((part) => part.length > limits.section)
      ? [context(t.audit.line.cut)]
      : []),
  ]
}

const values = (t: Text, { values: kept, purged }: AuditLine): KnownBlock[] => {
  const words = t.audit.line
  if (purged) return [section(words.purged)]
  const { before, after } = kept ?? {}
  if (before === undefined && after === undefined) return [context(words.noValues)]
  return [
    ...(before === undefined ? [] : valueBlocks(t, words.before, before)),
    ...(after === undefined ? [] : valueBlocks(t, words.after, after)),
  ]
}

const seal = (t: Text, { seq, hash }: AuditLine): KnownBlock[] =>
  seq === null || hash === null
    ? [context(t.audit.line.unsealed)]
    : [context(t.audit.line.sealed({ seq })), exact(hash)]

const pair = (label: string, value: Words | null) => (value === null ? [] : [{ label, value }])

/** One line of the audit with all that is kept of it. */
const render = (t: Text, data: AuditLineData): Shown => {
  const { line, names } = data
  const words = t.audit.line
  const { action, outcome, why, subject, actor, environment } = lineWords(t, line, data)
  const { organisationNumber: number, changeId, correlationId } = line
  return shown({
    id,
    title: t.audit.lineTitle,
    environment: line.environment,
    close: t.common.back,
    summary: action,
    blocks: [
      section(bold(action)),
      ...fields([
        ...pair(words.outcome, outcome),
        ...pair(words.at, when(t, line.at)),
        ...pair(words.actor, actor),
        ...pair(t.common.environment, environment),
        ...pair(words.subject, subject),
        ...pair(words.organisation, number === null ? null : organisationWords(names, number)),
        ...pair(words.action, inCode(line.action, 200)),
        ...pair(words.change, changeId === null ? null : inCode(changeId, 200)),
      ]),
      ...pair(words.reason, why).map(({ label, value }) =>
        section(mrkdwn`*${label}:* ${value} ${inCode(line.code ?? '', 100)}`),
      ),
      ...(correlationId === null ? [] : [context(t.common.digdirReference({ id: correlationId }))]),
      divider,
      ...values(t, line),
      divider,
      ...seal(t, line),
    ],
  })
}

export const auditLine = { id, actions: {}, render }
