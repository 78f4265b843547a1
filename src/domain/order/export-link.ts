import type { SlackUser } from '../belonging/types.ts'
import type { Vault } from '../login/types.ts'

/** Whose orders a file holds: one organisation's, or all organisations'. */
export type ExportScope = { organisationNumber: string } | 'all'

/** Who may fetch which orders as a file, and until when (epoch ms). */
export type ExportLink = { user: SlackUser; scope: ExportScope; expiresAt: number }

/** Long enough to open the page and press its button, ms. */
export const EXPORT_LINK_MS = 10 * 60_000

const scopeWord = (scope: ExportScope): string => (scope === 'all' ? 'all' : scope.organisationNumber)

const parts = ({ user, scope, expiresAt }: ExportLink): string[] => [
  'order export',
  String(expiresAt),
  user.teamId,
  user.userId,
  scopeWord(scope),
]

/** The token of a link to a file of orders. It says nothing secret; who has it still must be allowed to read them. */
export const exportToken = (vault: Pick<Vault, 'sign'>, link: ExportLink): string =>
  [
    link.expiresAt.toString(36),
    link.user.teamId,
    link.user.userId,
    scopeWord(link.scope),
    vault.sign(...parts(link)),
  ].join('.')

/** Null for what is not ours; whether it is still in time is the caller's to ask. */
export const readExportToken = (vault: Pick<Vault, 'signed'>, text: string): ExportLink | null => {
  const [, expires, teamId, userId, scope, signature] =
    /^([0-9a-z]{6,12})\.([A-Z0-9]{2,30})\.([A-Z0-9]{2,30})\.(all|\d{9})\.([A-Za-z0-9_-]{20,64})$/.exec(text) ?? []
  if (!expires || !teamId || !userId || !scope || !signature) return null
  const link: ExportLink = {
    user: { teamId, userId },
    scope: scope === 'all' ? 'all' : { organisationNumber: scope },
    expiresAt: Number.parseInt(expires, 36),
  }
  return vault.signed(signature, ...parts(link)) ? link : null
}
