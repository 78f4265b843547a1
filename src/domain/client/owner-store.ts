import type { SlackUser } from '../belonging/types.ts'
import type { Environment } from './types.ts'

/** An organisation's own admin client (design section 4); the key is encrypted. */
export type Credential = {
  organisationNumber: string
  environment: Environment
  clientId: string
  kid: string
  sealedKey: string
  givenBy: string
  testedAt: number
  createdAt: number
}

export type OwnerReads = {
  /** Empty: any member may change it. */
  owners(organisationNumber: string, environment: Environment, clientId: string): Promise<SlackUser[]>
  credential(organisationNumber: string, environment: Environment): Promise<Credential | null>
  credentials(): Promise<Omit<Credential, 'sealedKey'>[]>
}

export type OwnerWrites = {
  setOwners(
    organisationNumber: string,
    environment: Environment,
    clientId: string,
    owners: SlackUser[],
    givenBy: string,
  ): Promise<void>
  saveCredential(row: Omit<Credential, 'createdAt'>): Promise<void>
  forgetCredential(organisationNumber: string, environment: Environment): Promise<boolean>
}
