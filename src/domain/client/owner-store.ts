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

/** One version of a credential: each is tested at a time of its own. */
export type CredentialVersion = Pick<Credential, 'clientId' | 'kid' | 'testedAt'>

/** `expected` is what was read (null: nothing); each throws `changed-meanwhile` when it is another by now. */
export type OwnerWrites = {
  setOwners(
    organisationNumber: string,
    environment: Environment,
    clientId: string,
    owners: SlackUser[],
    givenBy: string,
    expected?: SlackUser[],
  ): Promise<void>
  saveCredential(row: Omit<Credential, 'createdAt'>, expected?: CredentialVersion | null): Promise<void>
  /** False: there was none. */
  forgetCredential(organisationNumber: string, environment: Environment, expected?: CredentialVersion): Promise<boolean>
}
