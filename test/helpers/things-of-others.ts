import { randomUUID } from 'node:crypto'
import { askerSubject } from '../../commands/belonging/question-cards.ts'
import { beginChange } from '../../src/domain/begin-change.ts'
import { changeMembership } from '../../src/domain/belonging/change-membership.ts'
import { askClearance, giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import { requestMembership } from '../../src/domain/belonging/request-membership.ts'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Surface } from '../../src/domain/change.ts'
import type { AnyKind } from '../../src/domain/change-kind.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { setOwners } from '../../src/domain/client/set-owners.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { draftOrder } from '../../src/domain/order/draft-order.ts'
import { secretClient } from '../web/pages-world.ts'
import { addContactTo } from './contacts.ts'
import { userOf } from './hats.ts'
import { type House, heroy, organisations, type Person } from './house.ts'
import { words } from './walk.ts'

const kystverdi = organisations.kystverdi.organisation_number

/** What somebody who is curious would like to see. */
export const secretName = 'Kystverdis hemmelige prosjekt'

/** Writes down that somebody asked for something, without Slack. */
export const ask = async (
  house: House,
  who: Person,
  kind: AnyKind,
  payload: unknown,
  how: { environment?: Environment; organisationNumber?: string; baseVersion?: string; surface?: Surface } = {},
) => {
  const { environment = null, organisationNumber = kystverdi, baseVersion = null, surface = { kind: 'direct' } } = how
  const { change } = await beginChange(
    house.world,
    kind,
    { organisationNumber, environment, requester: userOf(who), payload, baseVersion, surface, language: 'nb' },
    randomUUID(),
  )
  return change
}

/**
 * One of everything that Kystverdi's people have, and whose ids others may guess: clients, and changes that wait for
 * somebody or can be undone.
 */
export const thingsOfKystverdi = async (house: House) => {
  const before: SlackUser[] = []
  const client = (environment: Environment) =>
    house.digdir[environment].registry.addClient(kystverdi, { client_name: secretName }).client_id
  const [test, prod] = [client('test'), client('prod')]
  // lists them, and makes both known to the bot
  for (const line of ['/client list test', '/client list prod']) await house.as('kari').command(line)
  await house.until(() => words(house.as('kari').messages()).split(secretName).length > 2)
  await house.as('hege').command('/portvakt whoami')
  const question = randomUUID()
  const contact = await addContactTo(house, {
    name: secretName.replace('prosjekt', 'vakt'),
    email: 'hemmelig@kystverdi.example',
  })
  const { order } = await draftOrder(house.world, userOf('kari'), {
    organisationNumber: kystverdi,
    content: {
      kind: 'fictional',
      supplier: { number: kystverdi, name: secretName, verified: true },
      supplierContact: { name: secretName, email: 'hemmelig@kystverdi.example', phone: '+4740000000' },
      remark: '',
    },
    ordererEmail: 'hemmelig@kystverdi.example',
    language: 'nb',
    once: randomUUID(),
  })
  await house.world.store.write({}, async (tx) => {
    await tx.saveCard({ subject: askerSubject(question), user: userOf('kari'), channel: 'D0', ts: '1.1' })
    return null
  })
  const metadata = { ...secretClient, client_name: secretName }
  const kari = userOf('kari')
  const atHeroy = { organisationNumber: heroy.inNordland }
  const undone = { user: kari, organisationNumber: kystverdi, before: null, after: null }
  return {
    clients: { test, prod },
    question,
    contact: contact.id,
    order: order.id,
    changes: {
      stepUp: await ask(house, 'cecilie', createClient as AnyKind, { metadata, key: null }, { environment: 'prod' }),
      halfMade: await ask(house, 'cecilie', createClient as AnyKind, { metadata, key: null }, { environment: 'test' }),
      owners: await ask(
        house,
        'kari',
        setOwners as AnyKind,
        { clientId: test, owners: [kari], before },
        { environment: 'test' },
      ),
      clearance: await ask(house, 'kari', askClearance as AnyKind, { user: kari, organisationNumber: kystverdi }),
      given: await ask(house, 'vakt', giveClearance as AnyKind, { user: kari, organisationNumber: kystverdi }),
      standing: await ask(house, 'astrid', changeMembership as AnyKind, undone),
      request: await ask(house, 'hege', requestMembership as AnyKind, atHeroy, atHeroy),
    },
  }
}

export type Things = Awaited<ReturnType<typeof thingsOfKystverdi>>
