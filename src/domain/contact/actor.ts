import type { AuditEntry } from '../audit/types.ts'
import type { SlackUser } from '../belonging/types.ts'
import { personSubject } from '../change.ts'

/** Who does something: somebody in Slack, or a program. The page behind a link is one: nobody of Slack's stands there. */
export type Actor = SlackUser | { program: string }

/** Whoever has the link in their mail. */
export const contactPage = { program: 'contact page' } as const satisfies Actor

/** How an actor is written down beside a row: `person:T1:U1`, or the program's name. */
export const actorName = (actor: Actor): string => ('program' in actor ? actor.program : personSubject(actor))

/** An actor as an audit line has it: of somebody in Slack nothing but the ids. */
export const auditActor = (actor: Actor): AuditEntry['actor'] =>
  'program' in actor ? { program: actor.program } : { teamId: actor.teamId, userId: actor.userId }
