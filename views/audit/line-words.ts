import type { AuditLine } from '../../src/domain/audit/store.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { bold, inCode, type Mrkdwn, mrkdwn, person, type Words } from '../kit/mrkdwn.ts'

/** Names that the store knows of what lines are about; what it does not know is shown by its id. */
export type AuditNames = {
  /** by client id */
  clients: Readonly<Record<string, string>>
  /** by organisation number */
  organisations: Readonly<Record<string, string>>
}

const longestName = 120

/** Own property or nothing: a line may hold any word, `constructor` too. */
const among = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined

/** What was done, in words; what has none in this release stands as it was written. */
const actionWords = (t: Text, { action }: Pick<AuditLine, 'action'>): string =>
  among(t.audit.actions, action) ?? cut(action, longestName)

/** Why it did not go, null where nothing says so; a code that has no words any more stands as it is. */
const codeWords = (t: Text, { code }: Pick<AuditLine, 'code'>, serviceDesk: string): Words | null => {
  if (code === null) return null
  const explain = (t.errors as Partial<typeof t.errors>)[code as keyof typeof t.errors]
  return Object.hasOwn(t.errors, code) && explain !== undefined
    ? explain({ serviceDesk }).what
    : inCode(code, longestName)
}

/** Who did it: a person as Slack shows them, or a program of Portvakt's by its name. */
const actorWords = (t: Text, { actor }: Pick<AuditLine, 'actor'>): Words =>
  'program' in actor ? t.audit.program({ name: cut(actor.program, longestName) }) : person(actor.userId)

const named = (name: string | undefined, id: string): Mrkdwn =>
  name === undefined
    ? inCode(id, 255)
    : mrkdwn`${cut(name.replace(/\s+/g, ' ').trim(), longestName)} (${inCode(id, 255)})`

export const organisationWords = (names: AuditNames, number: string): Words => {
  const name = among(names.organisations, number)
  return name === undefined ? number : `${cut(name, longestName)} (${number})`
}

/** What it was done to, null where it was nothing in particular. */
const subjectWords = (t: Text, { subject }: Pick<AuditLine, 'subject'>, names: AuditNames): Words | null => {
  if (subject === null) return null
  const [kind, ...rest] = subject.split(':')
  const id = rest.join(':')
  if (id === '') return inCode(subject, 255)
  switch (kind) {
    case 'client':
      return mrkdwn`${t.audit.subjects.client} ${named(among(names.clients, id), id)}`
    case 'person': {
      const userId = rest.at(-1) ?? ''
      return rest.length === 2 && /^[A-Z0-9]+$/.test(userId) ? person(userId) : inCode(subject, 255)
    }
    case 'organisation':
      return organisationWords(names, id)
    case 'login':
      return mrkdwn`${t.audit.subjects.login} ${inCode(id, 255)}`
    default:
      return inCode(subject, 255)
  }
}

/** Production can't be overlooked. */
const environmentWords = (t: Text, { environment }: Pick<AuditLine, 'environment'>): Words | null => {
  if (environment === null) return null
  const name = t.common.environmentNames[environment]
  return environment === 'prod' ? mrkdwn`:red_circle: ${bold(name)}` : name
}

/** What came of it; what did not go well has a mark too. */
const outcomeWords = (t: Text, { outcome }: Pick<AuditLine, 'outcome'>): Mrkdwn => {
  const words = t.audit.outcomes[outcome]
  if (outcome === 'failed') return mrkdwn`:x: ${words}`
  if (outcome === 'unknown') return mrkdwn`:warning: ${words}`
  return outcome === 'declined' ? mrkdwn`:no_entry: ${words}` : mrkdwn`${words}`
}

/** What of a line is told in words, in the list and of it alone. */
export type ToldLine = Pick<AuditLine, 'action' | 'outcome' | 'actor' | 'environment' | 'subject' | 'code'>

/** A line in words; null: there is nothing to say. @param known `serviceDesk` is `SERVICE_DESK_MAIL` */
export const lineWords = (
  t: Text,
  line: ToldLine,
  { names, serviceDesk }: { names: AuditNames; serviceDesk: string },
) => ({
  action: actionWords(t, line),
  outcome: outcomeWords(t, line),
  why: codeWords(t, line, serviceDesk),
  subject: subjectWords(t, line, names),
  actor: actorWords(t, line),
  environment: environmentWords(t, line),
})
