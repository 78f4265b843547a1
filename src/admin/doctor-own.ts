import type { Credential } from '../domain/client/owner-store.ts'
import type { Store } from '../domain/deps.ts'
import { isAppError } from '../errors.ts'
import type { World } from '../world.ts'
import { type Finding, fault, saying, well } from './finding.ts'

const page = 500

const organisationNumbers = async (store: Store): Promise<string[]> => {
  const numbers: string[] = []
  for (let at = 0; ; at += 1) {
    const { rows, total } = await store.organisations({ page: at, size: page })
    numbers.push(...rows.map(({ number }) => number))
    if (rows.length === 0 || numbers.length >= total) return numbers
  }
}

/** How many clearances there are, and of how many the number must be proved again since `SECRET_KEY` is another one. */
const clearanceFinding = async ({ store, vault }: World): Promise<Finding[]> => {
  let all = 0
  let stale = 0
  for (const number of await organisationNumbers(store)) {
    const rows = await store.clearancesOf(number)
    all += rows.length
    stale += rows.filter(({ keyVersion }) => keyVersion !== vault.keyVersion).length
  }
  if (all === 0) return []
  if (stale === 0) return [well('Clearances', `${all}, all of the present SECRET_KEY`)]
  return [
    fault(
      'Clearances',
      `SECRET_KEY was changed: ${stale} of ${all} can’t be compared any more, so put the old key back or give them anew (clearances add)`,
    ),
  ]
}

const credentialFinding = async (row: Omit<Credential, 'sealedKey'>, { digdir }: World): Promise<Finding> => {
  const { organisationNumber, environment, clientId, testedAt } = row
  const about = `Own admin client of ${organisationNumber}, ${environment}`
  const again = 'give it anew (credentials add) or take it away (credentials remove)'
  try {
    const client = { clientId, testedAt }
    const list = await digdir.list({ mode: 'own', environment, organisationNumber, client })
    return well(about, `Maskinporten issues it a token; ${list.length} active clients`)
  } catch (error) {
    if (isAppError(error, 'no-admin-client'))
      return fault(about, `its key does not open, since SECRET_KEY was changed: put the old one back, or ${again}`)
    if (!isAppError(error, 'token-refused')) return fault(about, `${saying(error)}: its clients can’t be listed`)
    const check = `check that its key is registered on ${clientId} and not older than a year`
    return fault(about, `${saying(error)}: ${check}, or ${again}`)
  }
}

/** What is kept with `SECRET_KEY`: organisations' own admin clients, each asked for a token, and clearances. */
export const ownFindings = async (world: World): Promise<Finding[]> => {
  const findings: Finding[] = []
  for (const row of await world.store.credentials()) findings.push(await credentialFinding(row, world))
  return [...findings, ...(await clearanceFinding(world))]
}
