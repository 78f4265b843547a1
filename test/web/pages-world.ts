import { onTestFinished } from 'vitest'
import { createVault } from '../../src/adapters/vault.ts'
import { beginChange } from '../../src/domain/begin-change.ts'
import { giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { AnyKind, ChangeDeps, Outcome } from '../../src/domain/change-kind.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { giveCredential, takeCredential } from '../../src/domain/client/credential-kinds.ts'
import type { TriedCredential } from '../../src/domain/client/credentials.ts'
import type { ClientMetadata } from '../../src/domain/client/types.ts'
import { kinds } from '../../src/domain/kinds.ts'
import { changeToken } from '../../src/domain/login/tokens.ts'
import type { Idporten, ProvenLogin } from '../../src/domain/login/types.ts'
import { createTurns } from '../../src/domain/turns.ts'
import { AppError } from '../../src/errors.ts'
import { textFor } from '../../src/text/index.ts'
import type { WebDeps } from '../../src/web/deps.ts'
import { createWebPages } from '../../src/web/pages.ts'
import { asker, FAERDER, member, publicKey, registration } from '../helpers/client-world.ts'
import { movableClock } from '../helpers/clock.ts'
import { freshStore } from '../helpers/databases.ts'
import { HOSTILE_PID } from '../helpers/forgeries.ts'
import { memoryDigdir } from '../helpers/memory-digdir.ts'
import { createBrowser } from './browser.ts'

export const PUBLIC_URL = 'https://portvakt.example.no'
export const ISSUER = 'https://idporten.example'
export const LOGIN_ORIGIN = 'https://login.idporten.example'
export const kari: SlackUser = { teamId: 'T1', userId: 'U2' }

/** ID-porten in memory: lets everybody in as told, and remembers what it was asked. */
const toldIdporten = (now: () => number) => {
  const asked: Parameters<Idporten['begin']>[0][] = []
  let answer: Partial<ProvenLogin> | AppError = {}
  let down = false
  const up = () => {
    if (down) throw new AppError('idporten-unavailable', 'down')
  }
  const idporten: Idporten = {
    issuer: ISSUER,
    async begin(one) {
      up()
      asked.push(one)
      return { url: `${LOGIN_ORIGIN}/authorize?state=${one.state}` }
    },
    async finish(callback, expected) {
      up()
      if (callback.searchParams.get('state') !== expected.state) throw new AppError('login-refused', 'another state')
      if (answer instanceof AppError) throw answer
      return {
        pid: HOSTILE_PID,
        acr: 'idporten-loa-high',
        authTime: now(),
        sid: 'session-1',
        ...answer,
      }
    },
    async logoutUrl({ state }) {
      up()
      return `${LOGIN_ORIGIN}/logout?state=${state}`
    },
    async origins() {
      up()
      return { authorize: LOGIN_ORIGIN, logout: LOGIN_ORIGIN }
    },
    async look() {},
  }
  return {
    idporten,
    asked,
    answer(next: Partial<ProvenLogin> | AppError) {
      answer = next
    },
    down(yes: boolean) {
      down = yes
    },
  }
}

export const secretClient: ClientMetadata = {
  client_name: 'Byggesak',
  description: 'Byggesak for innbyggere',
  integration_type: 'idporten',
  application_type: 'web',
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['authorization_code'],
  scopes: ['openid'],
  redirect_uris: ['https://byggesak.faerder.example/callback'],
  post_logout_redirect_uris: ['https://byggesak.faerder.example/'],
}

/** The pages in front of a real store, with Digdir, Slack and ID-porten in memory. */
export const pagesWorld = async (over: Partial<WebDeps> = {}) => {
  const clock = movableClock()
  const store = await freshStore('sqlite', { now: clock.now })
  const digdir = memoryDigdir(clock.now)
  const login = toldIdporten(clock.now)
  const told: { outcomes: Outcome[]; proposals: Change[]; people: [SlackUser, string][] } = {
    outcomes: [],
    proposals: [],
    people: [],
  }
  const work: Promise<unknown>[] = []
  const logged: string[] = []
  const log =
    (level: string) =>
    (...line: unknown[]) =>
      void logged.push(`${level} ${JSON.stringify(line)}`)
  /** what Maskinporten was asked about admin clients, and what it says of them */
  const tried: Parameters<WebDeps['tryCredential']>[0][] = []
  let trial: Partial<TriedCredential> | AppError = {}
  let ids = 0
  const deps: WebDeps = {
    store,
    digdir: digdir.digdir,
    adminClients: { owner: async () => FAERDER, maySupply: async () => false },
    enhetsregisteret: {} as ChangeDeps['enhetsregisteret'],
    vault: createVault(Buffer.alloc(32, 7).toString('base64')),
    idporten: login.idporten,
    now: clock.now,
    newId: () => `id-${String(++ids).padStart(8, '0')}`,
    wait: async () => {},
    turns: createTurns(),
    desk: { channel: 'COPERATIONS', operators: [], language: 'nb' },
    publicUrl: PUBLIC_URL,
    kinds,
    belonging: async () => ({ ...member, cleared: true }),
    languageOf: async () => 'nb',
    defaultLanguage: 'nb',
    trustedProxies: null,
    tell: {
      outcome: async (outcome) => void told.outcomes.push(outcome),
      proposal: async (change) => void told.proposals.push(change),
      person: async (user, content) => void told.people.push([user, JSON.stringify(content(textFor('nb')))]),
    },
    serviceDeskMail: 'brukerstotte@example.no',
    mailOn: true,
    tryCredential: async (candidate) => {
      tried.push(candidate)
      if (trial instanceof AppError) throw trial
      return { owner: FAERDER, holds: ['idporten:dcr.write', 'idporten:dcr.read'], lacks: [], ...trial }
    },
    inHand: { take: (one) => void work.push(one) },
    log: { info: log('info'), warn: log('warn'), error: log('error') } as unknown as WebDeps['log'],
    ...over,
  }
  const pages = createWebPages(deps)
  const settled = () => Promise.all(work)
  onTestFinished(async () => void (await settled()))
  await store.write({}, async (tx) => {
    await tx.saveOrganisations([
      { number: FAERDER, name: 'FÆRDER KOMMUNE', language: 'nb', domains: ['faerder.kommune.example'] },
    ])
    for (const [user, name] of [
      [asker, 'Ola Nordmann'],
      [kari, 'Kari Nordmann'],
    ] as const) {
      await tx.savePerson({
        ...user,
        name,
        email: `${user.userId.toLowerCase()}@faerder.kommune.example`,
        emailConfirmed: true,
        kind: 'member',
        locale: 'nb-NO',
        seenAt: clock.now(),
      })
    }
    const { hash, keyVersion } = deps.vault.numberProof(HOSTILE_PID)
    await tx.saveClearance({
      organisationNumber: FAERDER,
      user: asker,
      numberHash: hash,
      keyVersion,
      givenBy: 'person:T1:U9',
      confirmedBy: null,
      expiresAt: clock.now() + 1_000_000_000,
    })
    return null
  })

  /** Writes down a change that waits, and gives its login link's path. */
  const propose = async (
    kind: AnyKind,
    payload: unknown,
    how: { language?: 'nb' | 'en'; who?: SlackUser; environment?: 'test' | 'prod' | null } = {},
  ) => {
    const { change } = await beginChange(
      deps,
      kind,
      {
        organisationNumber: FAERDER,
        environment: how.environment === undefined ? 'prod' : how.environment,
        requester: asker,
        payload,
        baseVersion: null,
        surface: { kind: 'direct' },
        language: how.language ?? 'nb',
      },
      deps.newId(),
    )
    return { change, path: `/login/${changeToken(deps.vault, change, how.who ?? asker)}` }
  }

  /** Somebody who hears of production, without whom no client is made there. */
  const hearProduction = async () => {
    if ((await store.contactsOf(FAERDER)).length > 0) return
    await store.write({}, async (tx) => {
      await tx.addContacts([
        {
          organisationNumber: FAERDER,
          name: 'Driftsvakt',
          email: 'vakt@faerder.kommune.example',
          phone: null,
          kind: 'mailbox',
          language: 'nb',
          scope: 'organisation',
          clients: [],
          user: null,
          registeredBy: 'person:T1:U2',
          hears: [],
          toldAt: null,
        },
      ])
      return null
    })
  }
  const proposeClient = async (metadata: ClientMetadata, key: ReturnType<typeof publicKey> | null) => {
    await hearProduction()
    return propose(createClient as AnyKind, { metadata, key })
  }

  return {
    deps,
    clock,
    store,
    digdir,
    login,
    told,
    logged,
    settled,
    pages,
    propose,
    proposeSecret: (metadata: Partial<ClientMetadata> = {}) => proposeClient({ ...secretClient, ...metadata }, null),
    proposeKey: (metadata: Partial<ClientMetadata> = {}) =>
      proposeClient(
        { ...secretClient, token_endpoint_auth_method: 'private_key_jwt', ...metadata },
        publicKey('nokkel-1'),
      ),
    /** an admin wants to give the organisation an admin client of its own */
    proposeCredential: (how: { language?: 'nb' | 'en' } = {}) =>
      propose(giveCredential as AnyKind, { organisationNumber: FAERDER }, { ...how, environment: null }),
    proposeTaking: (testedAt: number, clientId: string, kid: string) =>
      propose(
        takeCredential as AnyKind,
        { organisationNumber: FAERDER, environment: 'test', clientId, kid, testedAt },
        { environment: 'test' },
      ),
    tried,
    trial(next: Partial<TriedCredential> | AppError) {
      trial = next
    },
    proposeClearance: () =>
      propose(giveClearance as AnyKind, { user: kari, organisationNumber: FAERDER }, { who: kari, environment: null }),
    /** A client that Digdir and the bot know. */
    async knownClient(name = 'Byggesak') {
      const row = registration({ client_name: name })
      digdir.registrations.set(row.client_id, row)
      await store.write({}, async (tx) => {
        await tx.saveRegistration(FAERDER, 'prod', row)
        return null
      })
      return row
    },
    browser: (how: { address?: string; headers?: Record<string, string> } = {}) =>
      createBrowser(pages, deps.publicUrl, how),
  }
}

export type PagesWorld = Awaited<ReturnType<typeof pagesWorld>>
export type Browser = ReturnType<PagesWorld['browser']>

/** Opens a login link and presses its button; gives the address at ID-porten. */
export const beginLogin = async (browser: Browser, path: string): Promise<URL> => {
  const begun = await browser.post(path)
  if (begun.location === null) throw new Error(`no login began: ${begun.status} ${begun.text}`)
  return new URL(begun.location)
}

/** A whole login: gives the page that the browser ends at. */
export const logIn = async (browser: Browser, path: string) => {
  const state = (await beginLogin(browser, path)).searchParams.get('state')
  const back = await browser.get(`/login/callback?code=abc&state=${state}`)
  return back.location === null ? back : browser.get(new URL(back.location).pathname)
}
