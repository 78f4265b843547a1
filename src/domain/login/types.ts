import type { SlackUser } from '../belonging/types.ts'

/** A keyed hash of a national identity number, and the name of the key. Nothing else of the number is ever stored. */
export type NumberProof = { hash: string; keyVersion: string }

/**
 * What is made with `SECRET_KEY`: separate keys for numbers, for what is stored encrypted, and for links
 * (HKDF, RFC 5869). No key leaves it.
 */
export type Vault = {
  /** names the present key; another one means that hashes can't be compared any more */
  keyVersion: string
  /** Of eleven digits. HMAC-SHA256, hex. */
  numberProof(nationalIdentityNumber: string): NumberProof
  /** AES-256-GCM; `place` is bound to it, so that what was stored in one place opens in no other. */
  seal(text: string, place: string): string
  /** Throws `internal` when it was sealed for another place or with another key, or was tampered with. */
  open(sealed: string, place: string): string
  /** HMAC-SHA256 over the parts, base64url; each part is told apart from the next. */
  sign(...parts: string[]): string
  /** Compares in constant time. */
  signed(signature: string, ...parts: string[]): boolean
  /** A new random value of 256 bits, base64url. */
  random(): string
}

export const acrs = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'] as const
export type Acr = (typeof acrs)[number]

/** What a login at ID-porten proved (digdir.md 5.5). */
export type ProvenLogin = {
  /** national identity number; goes through `Vault.numberProof` at once and nowhere else */
  pid: string
  acr: Acr
  /** epoch ms */
  authTime: number
  /** ID-porten's session */
  sid: string | null
}

/**
 * The relying party (digdir.md 5). `begin` and `finish` throw `idporten-unavailable`; `finish` also `login-cancelled`,
 * `login-level`, `login-old`, `login-no-number`, and `login-refused` for whatever else does not hold.
 */
export type Idporten = {
  /** exact, without a slash at the end */
  issuer: string
  begin(asked: { state: string; nonce: string; codeVerifier: string; language: 'nb' | 'en' }): Promise<{ url: string }>
  /** `callback`: the whole URL as the browser asked for it */
  finish(callback: URL, expected: { state: string; nonce: string; codeVerifier: string }): Promise<ProvenLogin>
  logoutUrl(of: { state: string }): Promise<string>
  /** the pages' security policy must let a form lead to the first and be framed by the second */
  origins(): Promise<{ authorize: string; logout: string }>
  look(): Promise<void>
}

export type LoginState = 'begun' | 'proved' | 'used' | 'refused' | 'ended'

/** A row of `logins`: one login, for one change of one person, in one browser. */
export type Login = {
  id: string
  changeId: string
  user: SlackUser
  state: LoginState
  browserHash: string
  nonce: string
  sealedVerifier: string
  numberHash: string | null
  /** of the key that the hash was made with */
  keyVersion: string | null
  acr: string | null
  authTime: number | null
  sidHash: string | null
  code: string | null
  version: number
  createdAt: number
  expiresAt: number
}

/** A row of `clearances`. */
export type ClearanceRow = {
  organisationNumber: string
  user: SlackUser
  numberHash: string
  keyVersion: string
  givenBy: string
  confirmedBy: string | null
  createdAt: number
  expiresAt: number
}

/** A one-time link (design section 2, unconfirmed). */
export type Link = {
  id: string
  purpose: 'address'
  user: SlackUser
  /** the address that it confirms, lower case */
  email: string
  createdAt: number
  expiresAt: number
  usedAt: number | null
}

/** By which a clearance is known to be the one that was read; a renewal leaves it the same. */
export type ClearanceVersion = Pick<ClearanceRow, 'numberHash' | 'createdAt'>

export type LoginReads = {
  login(id: string): Promise<Login | null>
  /** Logins of a session of ID-porten's that are not at an end. */
  loginsBySid(sidHash: string): Promise<Login[]>
  clearance(organisationNumber: string, user: SlackUser): Promise<ClearanceRow | null>
  /** `keyVersion`: only those proved under that key; the others count for nothing. */
  clearancesOf(organisationNumber: string, keyVersion?: string): Promise<ClearanceRow[]>
  link(id: string): Promise<Link | null>
  /** How many links were made for somebody since then (epoch ms). */
  linksSince(user: SlackUser, since: number): Promise<number>
  /** How many wrong ones came under the key since then. */
  attempts(key: string, since: number): Promise<number>
}

export type LoginWrites = {
  addLogin(login: Omit<Login, 'version' | 'createdAt'>): Promise<void>
  /** Moves a login on if it still has `version`; false when somebody else was first. */
  moveLogin(
    id: string,
    version: number,
    patch: Partial<Pick<Login, 'state' | 'numberHash' | 'keyVersion' | 'acr' | 'authTime' | 'sidHash' | 'code'>>,
  ): Promise<boolean>
  /**
   * `expected` is what `clearance` gave (null: nothing); throws `changed-meanwhile` when it is another by now, or the
   * person was taken out of the organisation.
   */
  saveClearance(row: Omit<ClearanceRow, 'createdAt'>, expected?: ClearanceVersion | null): Promise<void>
  /** After a login that matched: twelve months from now. False: there was none, or it lasts as long already. */
  renewClearance(organisationNumber: string, user: SlackUser, expiresAt: number): Promise<boolean>
  forgetClearance(organisationNumber: string, user: SlackUser): Promise<boolean>
  addLink(link: Omit<Link, 'createdAt' | 'usedAt'>): Promise<void>
  /** Marks a link as used; false when it was used already, or has expired by `now`. */
  useLink(id: string, now: number): Promise<boolean>
  /** Counts one more wrong attempt in the window that began at or after `since`, else begins a new one; the count. */
  countAttempt(key: string, since: number, now: number): Promise<number>
  /** Housekeeping: logins, links and attempts that ended before (epoch ms). */
  forgetProofs(before: number): Promise<number>
}
