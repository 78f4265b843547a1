import { expect, test } from 'vitest'
import { readOrganisation, saveOrganisation } from '../../../src/domain/belonging/edit-organisation.ts'
import { belongingWorld, kinn, user } from '../../helpers/belonging-world.ts'
import { eachEngine } from '../../helpers/databases.ts'
import { cameTo, oneOfTwenty } from '../../store/samples.ts'

const nobodys = '974760673'

const setting = async (...[engine]: Parameters<typeof belongingWorld>) => {
  const world = await belongingWorld(engine)
  const read = async (number: string, domains: string, name = 'EN VIRKSOMHET') => {
    const outcome = await readOrganisation(world.deps, { number, name, domains, language: 'nb' }, null)
    return outcome.ok ? outcome.read : expect.fail(JSON.stringify(outcome.faults))
  }
  const save = async (number: string, domains: string) =>
    await saveOrganisation(world.deps, user('operator'), await read(number, domains), `save ${number} ${domains}`)
  const edits = async () => {
    const lines = await world.store.auditLines({ organisationNumber: null, size: 50 })
    return lines.filter(({ action }) => action === 'organisation.save')
  }
  return { ...world, read, save, edits }
}

eachEngine((engine) => {
  test.each([
    ['the same organisation', kinn.number],
    ['that there is none', nobodys],
  ])('of 20 operators who saw %s, one saves', async (_what, number) => {
    const { deps, store, read, edits } = await setting(engine)
    const reads = await Promise.all(
      Array.from({ length: 20 }, (_, i) => read(number, `a${i}.example\nb${i}.example`, `ETAT ${i}`)),
    )
    const saves = reads.map((one, i) => saveOrganisation(deps, user('operator'), one, `once ${i}`))
    expect(await cameTo(saves)).toEqual(oneOfTwenty)
    const { name, domains } = (await store.organisationDetails(number)) ?? expect.fail('none')
    const i = name.slice('ETAT '.length)
    expect(domains).toEqual([`a${i}.example`, `b${i}.example`])
    expect(await edits()).toHaveLength(1)
  })
})

test.each([
  ['desk.example', 'desk.example', 'needs-another'],
  ['desk.example', 'DESK.Example', 'needs-another'],
  ['desk.example', 'ny.example\ndesk.example', 'needs-another'],
  ['vakt.desk.example', '*.desk.example', 'needs-another'],
  ['vakt.desk.example', 'desk.example', 'saved'],
  ['desk.example', '*.desk.example', 'saved'],
  ['desk.example', 'sub.desk.example', 'saved'],
  ['mydesk.example', 'desk.example', 'saved'],
  ['my.mydesk.example', '*.desk.example', 'saved'],
])('an operator at %s gives an organisation %s: %s', async (own, domains, expected) => {
  const { save, store, belonging, edits } = await setting()
  const { person } = (await store.person(user('operator'))) ?? expect.fail('nobody')
  await store.write({}, async (tx) => {
    await tx.savePerson({ ...person, email: `vakt@${own}`, seenAt: person.seenAt + 1 })
    return null
  })
  for (const number of [nobodys, kinn.number]) {
    const before = await store.organisationDetails(number)
    const came = await save(number, domains).then(
      () => 'saved',
      (error) => error.code,
    )
    expect(came).toBe(expected)
    if (expected !== 'saved') expect(await store.organisationDetails(number)).toEqual(before)
    expect(await belonging(user('operator'))).toMatchObject({ as: 'stranger' })
  }
  expect(await edits()).toHaveLength(expected === 'saved' ? 2 : 0)
})

test('an operator takes no rule away that covers their own address, and edits the rest beside it', async () => {
  const { save, store, read, deps } = await setting()
  const { number } = kinn
  await saveOrganisation(deps, user('hanne'), await read(number, 'desk.example\nkinn.kommune.example'), 'by another')
  await expect(save(number, 'kinn.kommune.example')).rejects.toMatchObject({ code: 'needs-another' })
  await save(number, 'desk.example\nny.example')
  expect(await store.organisationDetails(number)).toMatchObject({ domains: ['desk.example', 'ny.example'] })
})
