import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, inject, it } from 'vitest'
import { runAdmin } from '../../src/admin/run.ts'
import { exportAudit } from '../../src/domain/audit/export-audit.ts'
import { AppError } from '../../src/errors.ts'
import { type AuditWorld, auditWorld, DAY, start } from '../helpers/audit-world.ts'
import { eachEngine } from '../helpers/databases.ts'
import { anEntry, org, user } from '../store/samples.ts'

type Row = Record<string, unknown>

const rowsIn = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)

const exporting = async ({ url }: Pick<AuditWorld, 'url'>, ...args: string[]) => {
  const said: string[] = []
  const env = {
    DATABASE_URL: url,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: 'a'.repeat(32),
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  }
  const code = await runAdmin(['audit', 'export', ...args], env, (line) => void said.push(line))
  return { code, said }
}

const folder = () => mkdtemp(join(inject('databaseFolder'), 'export-'))

/** What the audit has of exports, oldest first. */
const traces = async ({ store }: AuditWorld) => {
  const lines = await store.auditLines({ organisationNumber: null, size: 100 })
  return lines
    .filter((line) => line.action === 'audit.export')
    .reverse()
    .map(({ outcome, actor, organisationNumber, code, values }) => ({
      outcome,
      actor,
      organisationNumber,
      code,
      values,
    }))
}

eachEngine((engine) => {
  describe('audit export', () => {
    it('hands out every line newest first in pages, and leaves its own trace', async () => {
      const world = await auditWorld(engine)
      await world.store.write({ audit: Array.from({ length: 1_234 }, () => anEntry()) }, async () => null)
      world.setNow(start + 1_000)
      const texts: string[] = []
      const exported = await exportAudit(
        world,
        { exporter: user, format: 'jsonl', organisationNumber: null },
        async (text) => void texts.push(text),
      )
      expect(exported).toEqual({ lines: 1_234 })
      expect(texts.length).toBe(3)
      const ids = rowsIn(texts.join('')).map((row) => row.id)
      expect(ids).toEqual(Array.from({ length: 1_234 }, (_, i) => `id${String(1_234 - i).padStart(6, '0')}`))
      expect(await traces(world)).toEqual([
        { outcome: 'begun', actor: user, organisationNumber: null, code: null, values: { after: { format: 'jsonl' } } },
        {
          outcome: 'done',
          actor: user,
          organisationNumber: null,
          code: null,
          values: { after: { format: 'jsonl', lines: 1_234 } },
        },
      ])
    })

    it('hands out what was asked for, and says so in its trace', async () => {
      const world = await auditWorld(engine)
      await world.add(2)
      await world.add(1, { organisationNumber: '820956532' })
      const query = {
        exporter: user,
        format: 'csv',
        organisationNumber: org,
        from: start + 1_000,
        to: start + DAY,
      } as const
      let text = ''
      await exportAudit(world, query, async (more) => {
        text += more
      })
      const rows = parse(text, { columns: true }) as Row[]
      expect(rows.map((row) => row.at)).toEqual(['2020-11-20T00:00:01.000Z'])
      const asked = { format: 'csv', from: start + 1_000, to: start + DAY }
      expect(await traces(world)).toMatchObject([
        { outcome: 'begun', organisationNumber: org, values: { after: asked } },
        { outcome: 'done', organisationNumber: org, values: { after: { ...asked, lines: 1 } } },
      ])
    })

    it('leaves a trace of what had left when it was cut off', async () => {
      const world = await auditWorld(engine)
      await world.store.write({ audit: Array.from({ length: 600 }, () => anEntry()) }, async () => null)
      world.setNow(start + 1_000)
      let calls = 0
      const cut = exportAudit(world, { exporter: user, format: 'jsonl', organisationNumber: null }, async () => {
        calls += 1
        if (calls === 2) throw new AppError('slack-unavailable', 'gone')
      })
      await expect(cut).rejects.toMatchObject({ code: 'slack-unavailable' })
      expect((await traces(world))[1]).toMatchObject({
        outcome: 'failed',
        code: 'slack-unavailable',
        values: { after: { lines: 500 } },
      })
    })

    it('writes a file that is its owner’s alone, by the command line', async () => {
      const world = await auditWorld(engine)
      await world.add(3)
      const inside = await folder()
      const file = join(inside, 'audit.csv')
      await writeFile(file, 'an earlier one', { mode: 0o644 })
      const { code, said } = await exporting(world, '--format', 'csv', file)
      expect([code, said]).toEqual([0, [`Exported: 3 lines, to ${file}.`]])
      expect(await readdir(inside)).toEqual(['audit.csv'])
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect(parse(await readFile(file, 'utf8'), { columns: true })).toHaveLength(3)
      expect((await traces(world)).map(({ outcome, actor }) => [outcome, actor])).toEqual([
        ['begun', { program: 'admin' }],
        ['done', { program: 'admin' }],
      ])
    })

    it('prints nothing but the lines to standard output, both days included', async () => {
      const world = await auditWorld(engine)
      await world.add(1)
      world.setNow(start + 2 * DAY - 1_000)
      await world.add(1)
      await world.add(1)
      const { code, said } = await exporting(world, '--from', '2020-11-20', '--to', '2020-11-21', '--organisation', org)
      expect(code).toBe(0)
      expect(rowsIn(said.join('\n')).map((row) => row.at)).toEqual([
        '2020-11-21T23:59:59.000Z',
        '2020-11-20T00:00:00.000Z',
      ])
      expect(
        rowsIn((await exporting(world, '--from', '2020-11-22', '--to', '2020-11-22')).said.join('\n')),
      ).toHaveLength(1)
      const csv = await exporting(world, '--format=csv', '--to', '2020-11-20')
      expect(parse(`${csv.said.join('\n')}\n`, { columns: true, record_delimiter: '\r\n' })).toHaveLength(1)
    })
  })
})

describe('npm run admin -- audit export', () => {
  it.each([
    [['--format', 'xml']],
    [['--from', '2026-02-30']],
    [['--to', 'today']],
    [['--from', '2020-11-21', '--to', '2020-11-20']],
    [['--organisation', '123456789']],
    [['--since', '2020-11-21']],
    [['a.jsonl', 'b.jsonl']],
    [['nowhere/a/file.jsonl']],
  ])('answers %j with how it is called, and leaves no trace', async (args) => {
    const world = await auditWorld('sqlite')
    const { code, said } = await exporting(world, ...args)
    expect(code).toBe(2)
    expect(said.join('\n')).toMatch(/npm run admin -- audit export \[--from DAY\]/)
    expect(await traces(world)).toEqual([])
  })

  it('leaves nothing half-done when a file can’t be put in its place', async () => {
    const world = await auditWorld('sqlite')
    await world.add(1)
    const inside = await folder()
    const place = join(inside, 'audit.jsonl')
    // a folder has the name
    await mkdir(place)
    const { code, said } = await exporting(world, place)
    expect(code).toBe(2)
    expect(said.join('\n')).toContain("can't be written")
    expect(await readdir(inside)).toEqual(['audit.jsonl'])
  })
})
