import type { AuditHead, ChainFault, ChainReport } from '../domain/audit/store.ts'
import { openStore } from '../store/open.ts'
import { type AdminCommand, UsageError } from './command.ts'

/** How many of the last heads are said, to be compared with the operations channel. */
const lastHeads = 7

const instant = (at: number): string => new Date(at).toISOString()

const wordsOf: Record<ChainFault['kind'], (fault: ChainFault) => string> = {
  changed: ({ seq }) => `line ${seq}: it was changed after it was sealed`,
  unlinked: ({ seq }) => `line ${seq}: it does not follow on the line before it; one of the two was replaced or put in`,
  gap: ({ seq, missing = 1 }) =>
    missing === 1
      ? `line ${seq}: it is gone`
      : `lines ${seq} to ${(seq ?? 0) + missing - 1}: they are gone (${missing} lines)`,
  'values-changed': ({ seq }) => `line ${seq}: its values were changed`,
  'head-missing': ({ seq, day }) => `line ${seq}: gone, though it was the last of ${day}; the end of the audit was cut`,
  'head-differs': ({ seq, day }) =>
    `line ${seq}: not the one that was the last of ${day}; the audit was made anew before it`,
}

const headLine = ({ day, seq, hash, postedAt }: AuditHead): string =>
  `  ${day}  line ${seq}  ${hash}  ${postedAt === null ? 'not posted' : `posted ${instant(postedAt)}`}`

/** What was found, line by line: the counts, every fault, and the heads that the channel must show too. */
export const verdictOf = (report: ChainReport, heads: readonly AuditHead[]): string[] => {
  const { lines, unsealed, unsealedSince, purged, faults, moreFaults } = report
  return [
    `${lines} lines: ${lines - unsealed} in the chain, ${unsealed} not sealed yet${unsealedSince === null ? '' : ` (the oldest from ${instant(unsealedSince)})`}.`,
    `${purged} of those in the chain had their values purged; they still count as whole.`,
    ...faults.map((fault) => `✗ ${wordsOf[fault.kind](fault)}`),
    ...(moreFaults > 0 ? [`✗ and ${moreFaults} more`] : []),
    faults.length === 0
      ? 'The chain is whole.'
      : 'The chain is broken: keep a copy of the database and find out who has had access to it.',
    ...(heads.length === 0
      ? ['No day has been closed yet, so there is nothing to compare with the operations channel.']
      : [
          'Compare with what stands in the operations channel (days in UTC):',
          ...heads.slice(-lastHeads).map(headLine),
        ]),
  ]
}

export const auditVerify: AdminCommand = {
  name: 'audit verify',
  usage: 'audit verify',
  about: 'walks the whole audit and says every line that was changed, put in or taken out; exit code 1 when any was',
  async run({ args, say, config }) {
    if (args.length > 0) throw new UsageError('audit verify takes nothing more')
    const store = await openStore(config().databaseUrl)
    try {
      const report = await store.verifyChain()
      for (const line of verdictOf(report, await store.auditHeads())) say(line)
      return report.faults.length === 0 ? 0 : 1
    } finally {
      await store.close()
    }
  },
}
