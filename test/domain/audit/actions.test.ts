import { describe, expect, it } from 'vitest'
import { auditActions } from '../../../src/domain/audit/actions.ts'
import { languages } from '../../../src/domain/belonging/types.ts'
import { kinds } from '../../../src/domain/kinds.ts'
import { actions as mayActions } from '../../../src/domain/may.ts'
import { textFor } from '../../../src/text/index.ts'
import { botFiles, code } from '../../helpers/source.ts'

const known: readonly string[] = auditActions

/** Every `action:` of the source with the property after it: of an audit line, or of what `may` is asked about. */
const written = (file: string) =>
  [...code(file).matchAll(/\baction: ([^,;{}]*'[^,;{}]*)(?:,\s*(\w+))?/g)].flatMap(([, words = '', next = '']) =>
    [...words.matchAll(/'([^']+)'/g)].map(([, action = '']) => ({ file, action, next })),
  )

// adapters read others' words and write no line
const sources = botFiles.filter((file) => !/^src\/(text|store|adapters)\//.test(file)).flatMap(written)

/** What stands after the action in a line or an effect, and never in a kind or a route. */
const isOfAudit = ({ next }: { next: string }) => ['outcome', 'subject', 'actor', 'correlationId'].includes(next)

describe('the words of the audit', () => {
  it('are found in the source by this test', () => {
    expect(sources.filter(isOfAudit).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['client.create', 'login', 'operator.remove', 'organisations.import', 'audit.export']),
    )
  })

  it('hold every action that the code writes', () => {
    expect(sources.filter((one) => isOfAudit(one) && !known.includes(one.action))).toEqual([])
    const either = [...known, ...mayActions]
    expect(sources.filter(({ action }) => !either.includes(action))).toEqual([])
  })

  it('hold the name of every kind of change, which its lines are written under', () => {
    expect(kinds.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
  })

  it.each(languages)('say something of their own for each in %s', (language) => {
    const { actions } = textFor(language).audit
    expect(Object.keys(actions).sort()).toEqual([...auditActions].sort())
    expect(new Set(Object.values(actions)).size).toBe(auditActions.length)
  })
})
