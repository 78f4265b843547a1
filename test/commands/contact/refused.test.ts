import { afterAll, beforeAll, expect, it } from 'vitest'
import { clearDesks, newest, words } from '../../helpers/walk.ts'
import { type BelongingHouse, startBelonging } from '../belonging/belonging-world.ts'
import { contactsAt, sendNew } from './contact-walk.ts'

let house: BelongingHouse

beforeAll(async () => {
  house = await startBelonging({})
})
afterAll(async () => {
  await clearDesks(house)
  await house.stop()
})

it('marks a contact whose mail server refuses the address, and asks the other one to mend it', async () => {
  const kari = house.as('kari')
  await sendNew(house, kari, { name: 'Anne Vik', email: 'anne.vik@kystverdi.example' })
  const { mailbox } = house.outside
  mailbox.faults.add({ to: 'per.havn@kystverdi.example', fault: { kind: 'refuse', at: 'rcpt', code: 550 } })
  await sendNew(house, kari)
  const marked = async () => (await contactsAt(house)).find(({ email }) => email.startsWith('per.havn'))?.bounce
  await expect.poll(marked, { timeout: 8_000 }).toMatchObject({ reason: 'refused', code: 550 })
  const told = await mailbox.until(
    ({ subject, envelope }) => /kommer i retur/.test(subject) && envelope.to.includes('anne.vik@kystverdi.example'),
    8_000,
  )
  expect(told.text).toContain('Per Havn')
  await kari.command('/contacts list')
  expect(words(newest(kari))).toContain('e-posten kommer i retur')
})
