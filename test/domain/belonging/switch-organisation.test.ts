import { expect, test } from 'vitest'
import { switchOrganisation } from '../../../src/domain/belonging/switch-organisation.ts'
import { belongingWorld, heroy, kinn, user } from '../../helpers/belonging-world.ts'

const kjell = user('kjell')

/** Kjell belongs to Herøy by name, and to Kinn by domain. */
const setting = async () => {
  const world = await belongingWorld()
  const { deps, store, belonging } = world
  await store.write({}, async (tx) => {
    const row = { state: 'assigned', admin: false, until: null, givenBy: 'test' } as const
    await tx.saveMembership({ user: kjell, organisationNumber: heroy.number, ...row })
    return null
  })
  const switchTo = async (organisationNumber: string) =>
    await switchOrganisation(deps, { user: kjell, belonging: await belonging(kjell), organisationNumber })
  const lines = async () =>
    (await store.auditLines({ organisationNumber: null, size: 10 })).filter(
      ({ action }) => action === 'organisation.switch',
    )
  return { ...world, switchTo, lines }
}

test('acts for the other one from now on, and the audit has who, from where and to where', async () => {
  const { switchTo, belonging, lines } = await setting()
  expect(await belonging(kjell)).toMatchObject({ organisation: heroy })
  await switchTo(kinn.number)
  expect(await belonging(kjell)).toMatchObject({ organisation: kinn })
  expect(await lines()).toMatchObject([
    {
      outcome: 'done',
      actor: kjell,
      organisationNumber: kinn.number,
      subject: 'person:T1:UKJELL',
      values: { before: { organisationNumber: heroy.number }, after: { organisationNumber: kinn.number } },
    },
  ])
})

test('to the one that they act for already is no news', async () => {
  const { switchTo, lines } = await setting()
  await switchTo(heroy.number)
  expect(await lines()).toEqual([])
})

test('to one that is not theirs is to one that is not there, and leaves no line', async () => {
  const { switchTo, lines } = await setting()
  for (const number of ['872417982', '999999999'])
    await expect(switchTo(number)).rejects.toMatchObject({ code: 'not-found' })
  expect(await lines()).toEqual([])
})
