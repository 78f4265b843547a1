import { problemCard } from '../../../views/belonging/problem-card.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import type { SlackUser } from '../../domain/belonging/types.ts'
import type { Change } from '../../domain/change.ts'
import type { Outcome } from '../../domain/change-kind.ts'
import type { Card } from '../../domain/deps.ts'
import { detailsKept } from '../../domain/kept-failure.ts'
import { changeToken } from '../../domain/login/tokens.ts'
import { isAppError } from '../../errors.ts'
import { type Text, textFor } from '../../text/index.ts'
import { keepCard } from './cards.ts'
import { clientOutcomes } from './client-outcome.ts'
import type { TellDeps } from './deps.ts'
import { eachOnce, operationsHolders } from './holders.ts'
import { orderCards, type ThingCards } from './order-cards.ts'
import { type OutcomeFacts, type OutcomeKind, outcomeKinds } from './outcomes.ts'
import { type ProposalFacts, type ProposalKind, proposalKinds } from './proposals.ts'
import type { Tell } from './types.ts'

/** The subject under which a change's own cards stand. */
const subjectOf = (change: Pick<Change, 'id'>): string => `change:${change.id}`

type Place = { holder: SlackUser; draw: ProposalKind['decider'] }

/** @see Tell for what each of them does; none of them throws. */
export const createTell = (deps: TellDeps): Tell => {
  const told: Readonly<Record<string, OutcomeKind>> = { ...outcomeKinds, ...clientOutcomes(deps) }

  /** A channel speaks the default language; people speak their own. */
  const textOf = async (holder: SlackUser): Promise<Text> =>
    textFor(holder.userId === deps.operationsChannel ? deps.defaultLanguage : await deps.languageOf(holder))

  /** Who can't be told keeps nobody else from being told. */
  const quietly = async <T>(what: string, about: object, body: () => Promise<T>): Promise<T | null> => {
    try {
      return await body()
    } catch (error) {
      deps.log[isAppError(error) ? 'warn' : 'error']({ ...about, err: error }, what)
      return null
    }
  }

  const organisationOf = async (number: string) => (await deps.store.organisation(number)) ?? { number, name: number }

  const factsOf = async (kind: ProposalKind, change: Change): Promise<ProposalFacts> => {
    const about = kind.about(change)
    const [organisation, admins, known] = await Promise.all([
      organisationOf(change.organisationNumber),
      deps.store.adminsOf(change.organisationNumber),
      deps.store.person(about),
    ])
    const loginUrl =
      deps.publicUrl === null || !deps.loginOn
        ? null
        : `${deps.publicUrl}/login/${changeToken(deps.vault, change, about)}`
    return { change, organisation, admins, email: known?.person.email ?? null, loginUrl }
  }

  const desk = async ({ id: change, kind }: Change): Promise<SlackUser[]> =>
    (await quietly('it is not known where the service desk is', { change, kind }, () => operationsHolders(deps))) ?? []

  /** Those who wait come first: somebody who could decide on their own sees what waits, without buttons to decide. */
  const placesOf = async (kind: ProposalKind, change: Change, admins: SlackUser[]): Promise<Place[]> => {
    const decide = (holders: readonly SlackUser[]) => holders.map((holder) => ({ holder, draw: kind.decider }))
    const deciders = kind.deciders(change)
    return eachOnce([
      ...kind.waiting(change).map((holder) => ({ holder, draw: kind.waiter })),
      ...decide(deciders.includes('operations') ? await desk(change) : []),
      ...(deciders.includes('admins') ? decide(admins) : []),
    ])
  }

  const keepAll = async (kind: ProposalKind, change: Change): Promise<void> => {
    const subject = subjectOf(change)
    const about = { change: change.id, kind: change.kind }
    const facts = await factsOf(kind, change)
    const [standing, wanted] = await Promise.all([deps.store.cards(subject), placesOf(kind, change, facts.admins)])
    const waiting = kind.waiting(change)
    const drawFor = ({ teamId, userId }: SlackUser) =>
      waiting.some((one) => one.teamId === teamId && one.userId === userId) ? kind.waiter : kind.decider
    const places = eachOnce([...wanted, ...standing.map(({ user }) => ({ holder: user, draw: drawFor(user) }))])
    // what is over is posted to nobody who did not see it while it was open
    const create = change.state === 'proposed'
    await Promise.all(
      places.map(({ holder, draw }) =>
        quietly('a card of a proposal could not be kept', { ...about, holder: holder.userId }, async () => {
          const { message } = draw(await textOf(holder), facts)
          return await keepCard(deps, { subject, holder, message, create })
        }),
      ),
    )
  }

  /** A card that can't be drawn must not look as if the thing were not done. */
  const tellCard = async (kind: OutcomeKind, facts: OutcomeFacts): Promise<void> => {
    const { outcome, reader } = facts
    const about = { change: outcome.change.id, kind: outcome.change.kind }
    await quietly('the card of a thing could not be kept', about, async () => {
      const card = await kind.card?.(await textOf(reader), facts)
      if (!card) return
      const kept = await keepCard(deps, { ...card, holder: reader, message: card.content.message })
      if (kept) await deps.slack.post(kept.channel, { text: card.event }, kept.ts)
    })
  }

  const tellReader = async (kind: OutcomeKind, facts: OutcomeFacts): Promise<void> => {
    const { outcome, reader } = facts
    const content = await kind.shown(await textOf(reader), facts)
    if (content !== null) await deps.surfaces.show(reader, content, kind.where(outcome.change))
    await tellCard(kind, facts)
  }

  /** Of a kind without words of its own: that it failed, where the answer was to go. */
  const tellFailure = async ({ outcome, reader, serviceDesk }: OutcomeFacts): Promise<void> => {
    const { change, failure } = outcome
    const code = failure?.code ?? change.failure?.code
    if (code === undefined) return
    const known = failure?.details ?? (change.failure ? detailsKept(change.failure) : {})
    const details = { ...known, ...(change.environment !== null && { environment: change.environment }) }
    const content = problemCard.render(await textOf(reader), { code, details, serviceDesk })
    await deps.surfaces.show(reader, content, change.surface)
  }

  /** For each of those who read what a change came to; gives whether all of them were reached, or never will be. */
  const eachReader = async (
    of: Outcome,
    body: (kind: OutcomeKind | undefined, facts: OutcomeFacts) => Promise<void>,
  ): Promise<boolean> => {
    const { change } = of
    const kind = told[change.kind]
    const organisation = await organisationOf(change.organisationNumber)
    const about = { change: change.id, kind: change.kind }
    const one = async (reader: SlackUser): Promise<boolean> => {
      try {
        await body(kind, { outcome: of, organisation, reader, now: deps.now(), serviceDesk: deps.serviceDeskMail })
      } catch (error) {
        // refused, or there is no such conversation: the account is closed
        if (!isAppError(error, 'slack-refused', 'view-gone')) throw error
        deps.log.warn({ ...about, err: error }, 'there is nobody to tell of an outcome')
      }
      return true
    }
    const readers = kind?.readers(change) ?? [change.requester]
    const reached = await Promise.all(
      readers.map((reader) => quietly('an outcome could not be told', about, () => one(reader))),
    )
    return reached.every(Boolean)
  }

  const tellAll = (of: Outcome): Promise<boolean | null> =>
    quietly('an outcome could not be told', { change: of.change.id }, () =>
      eachReader(of, async (kind, facts) => (kind ? tellReader(kind, facts) : tellFailure(facts))),
    )

  const operations = async (subject: string, content: (t: Text) => Shown): Promise<Card[]> => {
    const holders = eachOnce((await operationsHolders(deps)).map((holder) => ({ holder })))
    const kept = await Promise.all(
      holders.map(({ holder }) =>
        quietly('a card could not be shown to the service desk', { subject, holder: holder.userId }, async () => {
          const { message } = content(await textOf(holder))
          return await keepCard(deps, { subject, holder, message, create: true })
        }),
      ),
    )
    return kept.filter((card) => card !== null)
  }

  const thing = async ({ subject, holders, content, line }: ThingCards): Promise<void> => {
    const standing = await deps.store.cards(subject)
    const places = eachOnce([
      ...holders.map((holder) => ({ holder, create: true })),
      ...standing.map(({ user }) => ({ holder: user, create: false })),
    ])
    await Promise.all(
      places.map(({ holder, create }) =>
        quietly('the card of a thing could not be kept', { subject, holder: holder.userId }, async () => {
          const t = await textOf(holder)
          const { message } = content(t)
          const card = await keepCard(deps, { subject, holder, message, create })
          if (card && line) await deps.slack.post(card.channel, line(t), card.ts)
        }),
      ),
    )
  }

  return {
    outcome: async (of) => void (await tellAll(of)),
    reach: async (of) => (await tellAll(of)) ?? false,
    card: async (of) => {
      await quietly('the card of a thing could not be kept', { change: of.change.id }, () =>
        eachReader(of, async (kind, facts) => (kind ? tellCard(kind, facts) : undefined)),
      )
    },
    proposal: async (change) => {
      const kind = proposalKinds[change.kind]
      if (!kind) return
      const about = { change: change.id, kind: change.kind }
      // two who ask at once must not post two cards, and the older picture must not win
      await quietly('the cards of a proposal could not be kept', about, () =>
        deps.turns.inOrder(`cards ${change.id}`, async () =>
          keepAll(kind, (await deps.store.change(change.id)) ?? change),
        ),
      )
    },
    person: async (user, content) => {
      await quietly('somebody could not be told', { user: user.userId }, async () =>
        deps.slack.post(user.userId, content(await textOf(user)).message),
      )
    },
    operations: async (subject, content) =>
      (await quietly('the service desk could not be told', { subject }, () =>
        deps.turns.inOrder(`cards ${subject}`, () => operations(subject, content)),
      )) ?? [],
    order: async (order) => {
      const { id } = order
      // two who move it at once must not post two cards, and the older picture must not win
      await quietly('the cards of an order could not be kept', { order: id }, () =>
        deps.turns.inOrder(`cards order:${id}`, async () =>
          thing(await orderCards(deps, (await deps.store.order(id)) ?? order)),
        ),
      )
    },
  }
}
