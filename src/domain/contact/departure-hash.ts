import type { Deps } from '../deps.ts'
import { foldedAddress } from './read-email.ts'

/** Under what a departure is kept: that somebody left is found by their address, and never tells it. */
export const departureHash = ({ vault }: Pick<Deps, 'vault'>, organisationNumber: string, email: string): string =>
  vault.sign('contact departure', organisationNumber, foldedAddress(email))
