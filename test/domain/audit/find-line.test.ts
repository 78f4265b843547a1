import { expect, it } from 'vitest'
import { findLine } from '../../../src/domain/audit/find-line.ts'
import { auditWorld, start } from '../../helpers/audit-world.ts'
import { type Engine, eachEngine } from '../../helpers/databases.ts'
import { anEntry, org } from '../../store/samples.ts'

const other = '971203420'

/** Two organisations' lines of one millisecond, more than fit on a page, and one of another time. */
const filled = async (engine: Engine) => {
  const world = await auditWorld(engine)
  const lines = [
    ...Array.from({ length: 130 }, (_, n) => anEntry({ values: { after: { n } } })),
    anEntry({ organisationNumber: other }),
  ]
  await world.store.write({ audit: lines }, async () => null)
  return world
}

eachEngine((engine) => {
  it.each(['id000001', 'id000064', 'id000130'])('finds a line among many of the same millisecond: %s', async (id) => {
    const { store } = await filled(engine)
    expect(await findLine({ store }, org, { at: start, id })).toMatchObject({ id, at: start, organisationNumber: org })
  })

  it('answers for a line of another organisation as for one that does not exist', async () => {
    const { store } = await filled(engine)
    const theirs = { at: start, id: 'id000131' }
    expect(await findLine({ store }, other, theirs)).toMatchObject(theirs)
    expect(await findLine({ store }, null, theirs)).toMatchObject(theirs)
    const refusal = { code: 'not-found', message: 'no such line of the audit', details: {} }
    await expect(findLine({ store }, org, theirs)).rejects.toMatchObject(refusal)
    await expect(findLine({ store }, org, { at: start, id: 'id999999' })).rejects.toMatchObject(refusal)
    await expect(findLine({ store }, org, { at: start + 1, id: 'id000001' })).rejects.toMatchObject(refusal)
  })
})
