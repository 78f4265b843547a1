import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { assign, userOf } from '../../helpers/hats.ts'
import { channels, organisations } from '../../helpers/house.ts'
import { type Actor, clearDesks, refusals, stored, untilModal, words } from '../../helpers/walk.ts'
import { openOrganisation, openPeople, untilShown } from './admin-walk.ts'
import { type BelongingHouse, startBelonging } from './belonging-world.ts'

let house: BelongingHouse
let astrid: Actor
let vakt: Actor
const kystverdi = organisations.kystverdi.organisation_number
const { incidents, general, operations } = channels

beforeAll(async () => {
  house = await startBelonging({})
  astrid = house.as('astrid')
  vakt = house.as('vakt')
  await assign(house, 'astrid', kystverdi, { admin: true })
})

afterEach(async () => {
  house.slack.faults.clear()
  await clearDesks(house)
  // Slack has no other answer for a channel that is not there
  expect(refusals(house).filter((one) => !/^conversations\.info: .*channel_not_found/.test(one))).toEqual([])
  // every test begins without a channel
  const organisation = await details()
  if (organisation.channel !== null)
    await house.world.store.write({}, async (tx) => {
      await tx.saveOrganisation({ ...organisation, channel: null }, undefined)
      return null
    })
})

afterAll(async () => {
  await house.stop()
})

const details = async () => (await house.world.store.organisationDetails(kystverdi)) ?? expect.fail('none')
const edits = () => (stored(house).audit ?? []).filter((row) => row.action === 'organisation.save').length

/** The form, from an admin's list of people. */
const openForm = async (actor: Actor) => {
  await openPeople(house, actor)
  await actor.click({ action_id: 'admin-people.channel' })
  return await untilModal(house, actor, 'organisation-channel')
}

/** What Slack would say of the channel, in place of what the workspace says. */
const slackTells = (channel: object) =>
  house.slack.faults.add({
    path: /conversations\.info/,
    fault: {
      kind: 'status',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ok: true, channel: { is_member: true, ...channel } }),
    },
  })

describe('the channel of an organisation', () => {
  it('is set and cleared by its admin, each with a line in the audit', async () => {
    const count = edits()
    await openForm(astrid)
    await astrid.submit({ channel: incidents.id })
    await untilShown(house, astrid, 'Lagret. Virksomhetens kanal er')
    expect(words(astrid.modal())).toContain(`<#${incidents.id}>`)
    expect((await details()).channel).toBe(incidents.id)
    await astrid.submit({ channel: null })
    await untilShown(house, astrid, 'Virksomheten har ingen kanal')
    expect((await details()).channel).toBeNull()
    expect(edits()).toBe(count + 2)
    const [cleared, set] = await house.world.store.auditLines({ organisationNumber: kystverdi, size: 2 })
    expect([set, cleared]).toMatchObject([
      { actor: userOf('astrid'), values: { before: { channel: null }, after: { channel: incidents.id } } },
      { actor: userOf('astrid'), values: { before: { channel: incidents.id }, after: { channel: null } } },
    ])
    await astrid.click({ action_id: 'organisation-channel.back' })
    await untilModal(house, astrid, 'admin-people')
  })

  it('is set by an operator, who sees it on the organisation’s page', async () => {
    await openOrganisation(house, vakt, kystverdi)
    await vakt.click({ action_id: 'admin-organisation.channel' })
    await untilModal(house, vakt, 'organisation-channel')
    await vakt.submit({ channel: incidents.id })
    await untilShown(house, vakt, 'Lagret')
    await vakt.click({ action_id: 'organisation-channel.back' })
    await untilModal(house, vakt, 'admin-organisation')
    expect(words(vakt.modal())).toContain(`<#${incidents.id}>`)
  })

  it('that is sent as it was changes nothing', async () => {
    const count = edits()
    await openForm(astrid)
    await astrid.submit({ channel: null })
    await untilShown(house, astrid, 'Virksomheten har ingen kanal')
    expect(edits()).toBe(count)
  })

  it('of two at once is the first one’s, and the second sees which', async () => {
    await openForm(astrid)
    await openOrganisation(house, vakt, kystverdi)
    await vakt.click({ action_id: 'admin-organisation.channel' })
    await untilModal(house, vakt, 'organisation-channel')
    await astrid.submit({ channel: incidents.id })
    await untilShown(house, astrid, 'Lagret')
    await vakt.submit({ channel: general.id })
    await untilShown(house, vakt, 'Noen andre endret virksomheten imens')
    expect(words(vakt.modal())).toContain(`<#${incidents.id}>`)
    expect((await details()).channel).toBe(incidents.id)
  })

  it.each<[string, string, object | null, string]>([
    ['is shared with outsiders', general.id, null, 'deles med folk utenfra'],
    ['outsiders are invited to', incidents.id, { is_pending_ext_shared: true }, 'de er invitert'],
    ['is archived', incidents.id, { is_archived: true }, 'Kanalen er arkivert'],
    ['the bot is not in', incidents.id, { is_member: false }, '/invite @Portvakt'],
    ['is the service desk’s', operations.id, null, 'brukerstøttens kanal'],
    ['is somebody’s direct messages', incidents.id, { is_im: true }, 'samtale og ikke en kanal'],
    ['does not exist', 'C0INGENSTEDS', null, 'Portvakt finner ikke kanalen'],
  ])('is none that %s: said at the field, with what to do', async (_what, channel, told, part) => {
    const count = edits()
    await openForm(astrid)
    if (told !== null) slackTells(told)
    const { errors } = await astrid.submit({ channel })
    expect(errors?.channel).toContain(part)
    expect((await details()).channel).toBeNull()
    expect(edits()).toBe(count)
  })

  it('is not saved unseen while Slack does not tell of it', async () => {
    await openForm(astrid)
    house.slack.faults.add({ path: /conversations\.info/, fault: { kind: 'status', status: 503 } })
    expect((await astrid.submit({ channel: incidents.id })).errors?.channel).toContain('Slack svarte ikke')
    house.slack.faults.clear()
    await astrid.submit({ channel: incidents.id })
    await untilShown(house, astrid, 'Lagret')
  })

  it('is not saved by somebody who was admin when the form was opened', async () => {
    await openForm(astrid)
    await assign(house, 'astrid', kystverdi, { admin: false })
    await astrid.submit({ channel: incidents.id })
    expect((await details()).channel).toBeNull()
    await assign(house, 'astrid', kystverdi, { admin: true })
  })
})
