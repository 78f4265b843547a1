import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dayOf } from '../domain/audit/day.ts'
import { type ExportQuery, exportAudit } from '../domain/audit/export-audit.ts'
import { type ExportFormat, exportFormats } from '../domain/audit/export-lines.ts'
import { readOrganisationNumber } from '../domain/organisation-number.ts'
import { openStore } from '../store/open.ts'
import { type AdminCommand, UsageError } from './command.ts'

const day = (option: string, value: string | undefined): { from: number; to: number } | null => {
  if (value === undefined) return null
  const read = dayOf(value)
  if (read === null) throw new UsageError(`${option} takes a day, such as 2026-01-31`)
  return read
}

type Asked = { query: ExportQuery; file: string | null }

/** What the command line asks for. @throws {UsageError} */
const asked = (args: string[]): Asked => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      organisation: { type: 'string' },
      format: { type: 'string', default: 'jsonl' },
    },
  })
  const [file, ...more] = positionals
  if (more.length > 0) throw new UsageError('name one file at most')
  const format = exportFormats.find((one): one is ExportFormat => one === values.format)
  if (format === undefined) throw new UsageError(`--format takes ${exportFormats.join(' or ')}`)
  const organisationNumber = values.organisation === undefined ? null : readOrganisationNumber(values.organisation)
  if (values.organisation !== undefined && organisationNumber === null)
    throw new UsageError('--organisation takes an organisation number, nine digits')
  const from = day('--from', values.from)?.from
  const to = day('--to', values.to)?.to
  if (from !== undefined && to !== undefined && from >= to) throw new UsageError('--from comes after --to')
  return {
    query: {
      exporter: { program: 'admin' },
      format,
      organisationNumber,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    file: file ?? null,
  }
}

/**
 * A file that is there when it is complete and not before; what had its name is replaced then. Readable by its owner
 * alone. @throws {UsageError} when it can't be made
 */
const whole = async (file: string, fill: (write: (text: string) => Promise<void>) => Promise<void>): Promise<void> => {
  const partial = `${file}.${randomUUID()}.partial`
  const handle = await open(partial, 'wx', 0o600).catch(() => {
    throw new UsageError(`${file} can't be written`)
  })
  try {
    try {
      await fill(async (text) => void (await handle.writeFile(text)))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, file).catch(() => {
      throw new UsageError(`${file} can't be written`)
    })
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

export const auditExport: AdminCommand = {
  name: 'audit export',
  usage: 'audit export [--from DAY] [--to DAY] [--organisation N] [--format jsonl|csv] [FILE]',
  about:
    'writes the audit, newest first, to FILE or to standard output (npm run --silent admin -- …); both days (UTC) are included, and the export is audited',
  async run({ args, say, config }) {
    const { query, file } = asked(args)
    const store = await openStore(config().databaseUrl)
    const deps = { store, now: Date.now }
    try {
      if (file === null) {
        // `say` ends the last line itself
        await exportAudit(deps, query, async (text) => say(text.replace(/\n$/, '')))
        return 0
      }
      let lines = 0
      await whole(file, async (write) => {
        lines = (await exportAudit(deps, query, write)).lines
      })
      say(`Exported: ${lines} lines, to ${file}.`)
      return 0
    } finally {
      await store.close()
    }
  },
}
