import type { Clock } from '../clock.ts'
import { createDigdir, type Digdir } from '../digdir/digdir.ts'
import type { Environment } from '../digdir/model.ts'
import { createEnhetsregisteret, type Enhetsregisteret } from '../enhetsregisteret/enhetsregisteret.ts'
import { createIdporten, type Idporten } from '../idporten/idporten.ts'
import { createMailbox, type Mailbox } from '../mailbox/mailbox.ts'
import { createMaskinporten, type Maskinporten } from '../maskinporten/maskinporten.ts'
import type { SandboxSystem } from '../modes.ts'
import type { Manifest } from '../slack/manifest.ts'
import { createSlack, type Slack } from '../slack/slack.ts'
import type { SlackWorld } from '../world.ts'
import type { HandedOut } from './handed-out.ts'
import type { AdminKey } from './keys.ts'
import { keepPlaces, keptPlaces, openPlaces, type Places } from './places.ts'
import { listenOn, type Ports } from './ports.ts'
import { fillRegistry, keepRegistry } from './registry.ts'

export type Upstream = { digdir: Digdir; maskinporten: Maskinporten; adminClientId: string }

export type Systems = {
  slack: Slack
  upstreams: Record<Environment, Upstream>
  idporten: Idporten
  enhetsregisteret: Enhetsregisteret
  mailbox: Mailbox
  places: Places
  /** as the browser plays with them */
  all: SandboxSystem[]
  /** Keeps what is to be there at the next start. */
  keep(): Promise<void>
  close(): Promise<void>
}

/** The bot's own client at ID-porten. */
export const IDPORTEN_CLIENT_ID = 'portvakt-sandkasse'

/** Secrets that only the simulator and the bot it starts ever see. */
export const SLACK_SECRETS = { signingSecret: 'sandbox-signing-secret', botToken: 'xoxb-sandbox' }

/** As it is registered there: where people come back to, and where its logouts are told. */
const botAtIdporten = (ports: Ports, key: AdminKey) => {
  const bot = `http://127.0.0.1:${ports.bot}`
  return {
    client_id: IDPORTEN_CLIENT_ID,
    redirect_uris: [`${bot}/login/callback`],
    post_logout_redirect_uris: [`${bot}/login/out`],
    frontchannel_logout_uri: `${bot}/login/front-channel-logout`,
    frontchannel_logout_session_required: true,
    jwks: { keys: [key.jwk] },
  }
}

const loginPeople = ({ people }: SlackWorld) =>
  people.flatMap(({ name, pid }) => (pid === undefined ? [] : [{ name, pid }]))

type Options = {
  world: SlackWorld
  manifest: Manifest
  clock: Clock
  ports: Ports
  folder: string
  keys: { bot: AdminKey; supplier: AdminKey }
  handedOut: Record<Environment, HandedOut>
}

/**
 * Starts Slack, Digdir and Maskinporten twice, ID-porten, Enhetsregisteret and the mailbox, each on its port, and opens
 * brreg's desk and Altinn between them; those that started are stopped if one cannot.
 * @throws StartError when a port is in use
 */
export const startSystems = async ({
  world,
  manifest,
  clock,
  ports,
  folder,
  keys,
  handedOut,
}: Options): Promise<Systems> => {
  const started: { close(): Promise<void> }[] = []
  const close = async () => void (await Promise.all(started.map((one) => one.close())))
  const start = async <T extends { close(): Promise<void> }>(
    port: number,
    what: string,
    listen: (port: number) => Promise<T>,
  ): Promise<T> => {
    const one = await listenOn(port, what, listen)
    started.push(one)
    return one
  }

  const upstream = async (environment: Environment): Promise<Upstream> => {
    const at = ports[environment]
    const digdir = await start(at.digdir, `Digdir ${environment}`, (port) => createDigdir({ environment, clock, port }))
    const { registry } = digdir
    const maskinporten = await start(at.maskinporten, `Maskinporten ${environment}`, (port) =>
      createMaskinporten({ environment, registry, clock, port }),
    )
    digdir.trust(maskinporten)
    const { clientId } = await fillRegistry(registry, folder, keys, handedOut[environment])
    return { digdir, maskinporten, adminClientId: clientId }
  }

  // Side by side, for each makes a key; all are waited for, so that none is left behind when one cannot start.
  const starts = await Promise.allSettled([
    start(ports.slack, 'Slack', (port) =>
      createSlack({ world, manifest, clock, port, limits: 'as-slack', ...SLACK_SECRETS }),
    ),
    upstream('test'),
    upstream('prod'),
    start(ports.idporten, 'ID-porten', (port) =>
      createIdporten({ clock, port, clients: [botAtIdporten(ports, keys.bot)], testPeople: loginPeople(world) }),
    ),
    start(ports.enhetsregisteret, 'Enhetsregisteret', (port) => createEnhetsregisteret({ clock, port })),
    start(ports.mailbox, 'the mailbox', (port) => createMailbox({ clock, port })),
  ])
  const failed = starts.find((one) => one.status === 'rejected')
  if (failed) {
    await close()
    throw failed.reason
  }
  const [slack, test, prod, idporten, enhetsregisteret, mailbox] = starts.map((one) =>
    one.status === 'fulfilled' ? one.value : undefined,
  ) as [Slack, Upstream, Upstream, Idporten, Enhetsregisteret, Mailbox]
  const upstreams = { test, prod }
  const registries = { test: test.digdir.registry, prod: prod.digdir.registry }
  const kept = await keptPlaces(folder)
  const places = openPlaces({ clock, mailbox, registries, enhetsregisteret, people: world.people }, kept)
  started.push(places.brreg, places.altinn)
  return {
    slack,
    upstreams,
    idporten,
    enhetsregisteret,
    mailbox,
    places,
    all: [
      { id: 'slack', name: 'Slack', faults: slack.faults, requests: slack.requests },
      ...(['test', 'prod'] as const).flatMap((environment) => {
        const { digdir, maskinporten } = upstreams[environment]
        const name = environment === 'test' ? 'test' : 'produksjon'
        return [
          { id: `digdir-${environment}`, name: `Digdir ${name}`, faults: digdir.faults, requests: digdir.count },
          {
            id: `maskinporten-${environment}`,
            name: `Maskinporten ${name}`,
            faults: maskinporten.faults,
            requests: maskinporten.count,
          },
        ]
      }),
    ],
    async keep() {
      for (const { digdir } of Object.values(upstreams)) await keepRegistry(digdir.registry, folder)
      await keepPlaces(places, folder)
    },
    close,
  }
}
