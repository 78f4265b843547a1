import { expect, test } from 'vitest'
import { applyChange } from '../../../src/domain/apply-change.ts'
import { beginChange } from '../../../src/domain/begin-change.ts'
import { setOwners } from '../../../src/domain/client/set-owners.ts'
import { kinds } from '../../../src/domain/kinds.ts'
import { belongingWorld, kinn, user } from '../../helpers/belonging-world.ts'
import { registration } from '../../helpers/client-world.ts'
import { eachEngine } from '../../helpers/databases.ts'

eachEngine((engine) => {
  test('of 20 who saw the same owners, one says who owns a client', async () => {
    const { deps, store, asked, belonging } = await belongingWorld(engine)
    const [by, clientId] = [user('kjell'), 'client-1']
    await store.write({}, async (tx) => {
      await tx.saveRegistration(kinn.number, 'test', registration({ client_id: clientId }))
      return null
    })
    const begun = await Promise.all(
      Array.from({ length: 20 }, (_, i) => {
        const payload = { clientId, owners: [by, { teamId: 'T1', userId: `U${i}` }], before: [] }
        return beginChange(deps, setOwners, asked(by, kinn.number, payload, 'test'), `at once ${i}`)
      }),
    )
    const apply = ({ change }: (typeof begun)[number]) =>
      applyChange(deps, kinds, change.id, belonging).then(
        ({ state, failure }) => failure?.code ?? state,
        (error) => error.code,
      )
    const codes = await Promise.all(begun.map(apply))
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'changed-meanwhile')).toHaveLength(19)
    const owners = [`U${codes.indexOf('done')}`, by.userId].sort()
    expect((await store.owners(kinn.number, 'test', clientId)).map((one) => one.userId)).toEqual(owners)
  })
})
