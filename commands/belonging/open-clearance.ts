import { askClearance, giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import { type Change, personSubject } from '../../src/domain/change.ts'
import { changeToken } from '../../src/domain/login/tokens.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { clearanceAsked } from '../../views/belonging/clearance-asked.ts'
import { clearanceLogin } from '../../views/belonging/clearance-login.ts'
import type { ClearanceProgress } from '../../views/belonging/whoami.ts'
import type { Shown } from '../../views/kit/shown.ts'

/** Logins can be made: ID-porten is set up, and our pages have an address. */
export const loginOn = ({ idporten, publicUrl }: Pick<Services, 'idporten' | 'publicUrl'>): boolean =>
  idporten !== null && publicUrl !== null

/** The clearance of a person that is on its way in an organisation, as far as it came; null when none is. */
export const openClearance = async (
  { store }: Pick<Services, 'store'>,
  user: SlackUser,
  organisationNumber: string,
): Promise<Change | null> => {
  const about = await store.proposedChanges({ subject: personSubject(user) })
  const clearances = about.filter(
    (change) =>
      change.organisationNumber === organisationNumber &&
      (change.kind === askClearance.name || change.kind === giveClearance.name),
  )
  return clearances.at(-1) ?? null
}

/** How far it came, in whoami's words. */
export const progressOf = (change: Change | null): ClearanceProgress => {
  if (change === null) return null
  if (change.kind === askClearance.name) return 'asked'
  return change.loginId === null ? 'login' : 'confirm'
}

/** What a clearance on its way looks like to the person whom it is for. */
export const clearanceCard = async (ask: Ask<unknown>, services: Services, change: Change): Promise<Shown> => {
  const { user } = ask.viewer
  const { organisationNumber: number } = change
  const organisation = (await services.store.organisation(number)) ?? { number, name: number }
  if (change.kind === askClearance.name)
    return clearanceAsked.render(ask.t, { change, organisation, user, reader: user })
  const url = loginOn(services) ? `${services.publicUrl}/login/${changeToken(services.vault, change, user)}` : null
  return clearanceLogin.render(ask.t, { change, organisation, url })
}
