import type { Config } from './config.ts'
import type { SlackUser } from './domain/belonging/types.ts'
import { createLists } from './domain/client/keep-lists.ts'
import { environments } from './domain/client/types.ts'
import { createMemo } from './domain/memo.ts'
import type { Logger } from './log.ts'
import type { SlackApi } from './slack/client.ts'
import type { Effect, Services } from './slack/route.ts'
import { createSurfaces } from './slack/surface.ts'
import { createTell } from './slack/tell/tell.ts'
import { languageOf, resolveViewer, type Viewer } from './viewer.ts'
import type { World } from './world.ts'

export type BotServices = Services & {
  /** who asks, by an identity as fresh as `effect` needs; null only for `known`, when the bot has never met them */
  viewer(user: SlackUser, effect: Effect): Promise<Viewer | null>
}

/** What every conversation, job and page may use: the world, Slack, and the configuration as far as they need it. */
export const createServices = (config: Config, world: World, log: Logger, slack: SlackApi): BotServices => {
  const { serviceDeskMail, operationsChannel, operators, defaultLanguage } = config
  const { publicUrl } = config.http
  const surfaces = createSurfaces({ slack, now: world.now })
  const memo = createMemo()
  const viewer = (user: SlackUser, effect: Effect) =>
    resolveViewer(
      {
        store: world.store,
        vault: world.vault,
        now: world.now,
        memo,
        operators,
        personFromSlack: slack.person,
        defaultLanguage,
      },
      user,
      effect,
    )
  const languageFor = async (user: SlackUser) => {
    const known = await world.store.person(user)
    return languageOf(known?.chosenLanguage ?? null, known?.person.locale ?? null, defaultLanguage)
  }
  return {
    ...world,
    slack,
    surfaces,
    memo,
    viewer,
    lists: createLists(world),
    tell: createTell({
      store: world.store,
      vault: world.vault,
      turns: world.turns,
      now: world.now,
      slack,
      surfaces,
      log,
      teamId: slack.teamId,
      languageOf: languageFor,
      defaultLanguage,
      operators,
      operationsChannel,
      publicUrl,
      loginOn: world.idporten !== null,
      serviceDeskMail,
      issuers: { maskinporten: config.digdir.issuers },
    }),
    languageOf: languageFor,
    belonging: async (user) =>
      (await viewer(user, 'change'))?.belonging ?? {
        operator: false,
        as: 'stranger',
        reason: 'deactivated',
        domain: null,
      },
    serviceDeskMail,
    publicUrl,
    mailOn: world.mailer !== null,
    operationsChannel,
    operators,
    teamId: slack.teamId,
    defaultLanguage,
    issuers: { maskinporten: config.digdir.issuers },
    environmentsOn: environments.filter((environment) => config.digdir.adminClients[environment] !== null),
    places: {
      contact: 'https://sjolvbetjening.samarbeid.digdir.no/',
      order: config.orderMailTo,
      incident: 'https://status.digdir.no/',
    },
  }
}
