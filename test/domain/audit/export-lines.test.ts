import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { exportColumns, exportHead, exportLine } from '../../../src/domain/audit/export-lines.ts'
import type { AuditLine } from '../../../src/domain/audit/store.ts'

const line = (over: Partial<AuditLine> = {}): AuditLine => ({
  id: 'a1',
  at: Date.parse('2026-11-22T13:32:00Z'),
  seq: 7,
  hash: 'ff',
  actor: { teamId: 'T1', userId: 'U1' },
  organisationNumber: '974760673',
  action: 'client.create',
  outcome: 'done',
  environment: 'test',
  subject: 'client:1',
  changeId: 'c1',
  correlationId: null,
  code: null,
  purged: false,
  ...over,
})

const csvOf = (one: AuditLine) => exportHead('csv') + exportLine('csv', one)

describe('an exported line', () => {
  it('has every column, in the same order in both formats', () => {
    const values = { before: { name: 'Å' }, after: [1] }
    const json = exportLine('jsonl', line({ values }))
    expect(json.endsWith('\n')).toBe(true)
    const read = JSON.parse(json) as Record<string, unknown>
    expect(Object.keys(read)).toEqual([...exportColumns])
    expect(read).toMatchObject({
      seq: 7,
      at: '2026-11-22T13:32:00.000Z',
      actor_user: 'U1',
      actor_program: null,
      before: { name: 'Å' },
      after: [1],
    })
    const [row] = parse(csvOf(line({ values })), { columns: true }) as Record<string, string>[]
    expect(Object.keys(row ?? {})).toEqual([...exportColumns])
    expect(row).toMatchObject({ seq: '7', actor_user: 'U1', actor_program: '', before: '{"name":"Å"}', after: '[1]' })
    expect(exportHead('jsonl')).toBe('')
  })

  it('names the program where no person did it', () => {
    expect(JSON.parse(exportLine('jsonl', line({ actor: { program: 'admin' } })))).toMatchObject({
      actor_team: null,
      actor_user: null,
      actor_program: 'admin',
    })
  })

  it('is one record of CSV with CRLF at its end, whatever stands in it', () => {
    const subject = 'a "b", c;\r\nd'
    const csv = csvOf(line({ subject, values: { after: { text: 'x,"y"\nz' } } }))
    expect(csv).toMatch(/\r\n$/)
    const [row, ...more] = parse(csv, { columns: true }) as Record<string, string>[]
    expect(more).toEqual([])
    expect(row?.subject).toBe(subject)
    expect(JSON.parse(row?.after ?? '')).toEqual({ text: 'x,"y"\nz' })
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '=HYPERLINK("http://evil.example","x")'])(
    'is no formula in a spreadsheet: %j',
    (subject) => {
      const [row] = parse(csvOf(line({ subject })), { columns: true }) as Record<string, string>[]
      expect(row?.subject).toBe(`'${subject}`)
      const [inValues] = parse(csvOf(line({ values: { after: subject } })), { columns: true }) as Record<
        string,
        string
      >[]
      expect(inValues?.after).toBe(JSON.stringify(subject))
      expect(JSON.parse(exportLine('jsonl', line({ subject })))).toMatchObject({ subject })
    },
  )
})
