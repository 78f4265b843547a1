import { describe, expect, it } from 'vitest'
import { organisations } from '../../sandbox/world.ts'
import { adminProgram, homeTeam } from '../helpers/admin-program.ts'

const number = organisations.direktoratet.organisation_number
const { name } = organisations.direktoratet
const kari = { teamId: homeTeam, userId: 'U0KARI' }
const named = `--organisation ${number} --user U0KARI`
const assigned = { state: 'assigned', admin: false, until: null }

/** The program, and how the person stands to the organisation by name. */
const program = async (...how: Parameters<typeof adminProgram>) => {
  const opened = await adminProgram(...how)
  const standing = async (user = kari) => {
    const membership = await opened.store.membership(user, number)
    return membership && { state: membership.state, admin: membership.admin, until: membership.until }
  }
  return { ...opened, standing }
}

const person = (kind: 'guest' | 'member') => ({
  ...kari,
  name: 'Kari',
  email: 'kari@annet.example',
  emailConfirmed: true,
  kind,
  locale: null,
  seenAt: 1,
})

describe('memberships add', () => {
  it('assigns in the workspace that Slack names, once, with a line in the audit', async () => {
    const { run, standing, audit, store } = await program()
    expect(await run(`memberships add ${named}`)).toMatchObject({ code: 0 })
    expect(await standing()).toEqual(assigned)
    expect((await store.standing(kari)).memberships).toMatchObject([{ organisation: { number } }])
    expect(await audit('membership.change')).toMatchObject([
      {
        outcome: 'done',
        actor: { program: 'admin' },
        organisationNumber: number,
        environment: null,
        subject: `person:${homeTeam}:U0KARI`,
        values: { before: null, after: assigned },
      },
    ])
    const again = await run(`memberships add ${named}`)
    expect(again.lines).toEqual([
      `U0KARI is assigned to ${name}, without end.`,
      expect.stringMatching(/has not met U0KARI yet.*guest.*--until/),
    ])
    expect(await audit('membership.change')).toHaveLength(1)
  })

  it.each([
    // the day that the clocks are put forward, and the one on which they are put back
    ['2040-01-15', '2040-01-15T22:59:59.999Z'],
    ['2040-03-25', '2040-03-25T21:59:59.999Z'],
    ['2040-03-24', '2040-03-24T22:59:59.999Z'],
    ['2040-10-28', '2040-10-28T22:59:59.999Z'],
    ['2040-10-27', '2040-10-27T21:59:59.999Z'],
    ['2040-12-31', '2040-12-31T22:59:59.999Z'],
  ])('--until %s counts to the end of that day in Norway', async (day, instant) => {
    const { run, standing } = await program()
    const { code, lines } = await run(`memberships add ${named} --until ${day}`)
    expect({ code, lines }).toEqual({ code: 0, lines: [`U0KARI is assigned to ${name}, until the end of ${day}.`] })
    expect(await standing()).toEqual({ ...assigned, until: Date.parse(instant) })
  })

  it('asks an end of a guest, and of nobody else', async () => {
    const { run, standing, store } = await program()
    await store.write({}, async (tx) => {
      await tx.savePerson(person('guest'))
      return null
    })
    const refused = await run(`memberships add ${named}`)
    expect(refused).toMatchObject({ code: 2, said: expect.stringMatching(/guest.*--until/) })
    expect(await standing()).toBeNull()
    expect(await run(`memberships add ${named} --until 2040-12-31`)).toMatchObject({ code: 0 })
    // an earlier end is kept, so that the guest stays one with an end
    expect(await run(`memberships add ${named} --admin`)).toMatchObject({ code: 0 })
    expect(await standing()).toEqual({ ...assigned, admin: true, until: Date.parse('2040-12-31T22:59:59.999Z') })
  })

  it('names an admin, and leaves one named whose end is changed', async () => {
    const { run, standing, audit, store } = await program()
    await run(`memberships add ${named} --admin`)
    expect(await store.adminsOf(number)).toEqual([kari])
    expect(await audit('admin.name')).toMatchObject([{ values: { before: null, after: { ...assigned, admin: true } } }])
    await run(`memberships add ${named} --until 2040-01-15`)
    expect(await standing()).toMatchObject({ admin: true, until: expect.any(Number) })
    expect(await audit('membership.change')).toHaveLength(1)
  })

  it('takes a workspace by name, and then asks Slack nothing', async () => {
    const { run, standing, slack } = await program()
    expect(await run(`memberships add ${named} --team T0ANNET`)).toMatchObject({ code: 0 })
    expect(await standing({ ...kari, teamId: 'T0ANNET' })).toEqual(assigned)
    expect(slack.heard).toEqual([])
  })

  it('asks for the workspace when Slack does not tell it', async () => {
    const { run, standing } = await program({}, { json: { ok: false, error: 'invalid_auth' } })
    const { code, said } = await run(`memberships add ${named}`)
    expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(/slack-refused.*--team T…/) })
    expect(said).not.toContain('xoxb-')
    expect(await standing()).toBeNull()
  })
})

it('of 20 changes at once, each goes out from the one before it, or says that it does not', async () => {
  const { run, audit, standing } = await program()
  const days = Array.from({ length: 20 }, (_, i) => `2040-01-${10 + i}`)
  const outcomes = await Promise.all(days.map((day) => run(`memberships add ${named} --until ${day}`)))
  const refused = outcomes.filter(({ code }) => code !== 0)
  for (const { code, said } of refused)
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^changed-meanwhile: /) })
  const lines = (await audit('membership.change')).map(({ values }) => values)
  const states = new Map(lines.map((values) => [JSON.stringify(values?.before), values?.after]))
  // a chain: nothing that was saved was overwritten by who had not seen it
  expect(states.size).toBe(lines.length)
  let last: unknown = null
  for (let n = 0; n < lines.length; n += 1) last = states.get(JSON.stringify(last))
  expect(await standing()).toEqual(last)
})

describe('memberships remove', () => {
  it('takes the assignment away, and says so when there is none', async () => {
    const { run, standing, audit } = await program()
    await run(`memberships add ${named}`)
    expect(await run(`memberships remove ${named}`)).toMatchObject({ code: 0 })
    expect(await standing()).toBeNull()
    expect((await audit('membership.change'))[0]).toMatchObject({ values: { before: assigned, after: null } })
    const again = await run(`memberships remove ${named}`)
    expect(again).toMatchObject({ code: 1, said: `U0KARI is not assigned by name to ${name}; nothing was changed.` })
    expect(await audit('membership.change')).toHaveLength(2)
  })

  it('takes the admin’s right alone with --admin', async () => {
    const { run, standing, audit } = await program()
    await run(`memberships add ${named}`)
    expect(await run(`memberships remove ${named} --admin`)).toMatchObject({ code: 1 })
    await run(`memberships add ${named} --admin`)
    expect(await run(`memberships remove ${named} --admin`)).toMatchObject({ code: 0 })
    expect(await standing()).toEqual(assigned)
    expect(await audit('admin.name')).toHaveLength(2)
  })

  it('keeps somebody out with --keep-out, without clearance, until they are assigned again', async () => {
    const { run, standing, store } = await program()
    await store.write({}, async (tx) => {
      const proof = { numberHash: 'h', keyVersion: 'v', givenBy: 'g', confirmedBy: null, expiresAt: Date.now() * 2 }
      await tx.saveClearance({ organisationNumber: number, user: kari, ...proof })
      return null
    })
    expect(await run(`memberships remove ${named} --keep-out`)).toMatchObject({ code: 0 })
    expect(await standing()).toEqual({ state: 'removed', admin: false, until: null })
    expect(await store.clearance(number, kari)).toBeNull()
    for (const more of ['', ' --keep-out'])
      expect(await run(`memberships remove ${named}${more}`)).toMatchObject({
        code: 1,
        said: expect.stringContaining('kept out already'),
      })
    await run(`memberships add ${named}`)
    expect(await standing()).toEqual(assigned)
  })
})

describe('a membership that can’t be changed as typed', () => {
  it.each([
    ['add', /--organisation takes/],
    ['add --organisation 123 --user U0KARI', /--organisation takes/],
    [`add --organisation ${number}`, /--user takes a Slack user id/],
    [`add --organisation ${number} --user kari`, /--user takes a Slack user id/],
    [`add --organisation ${number} --user U0KARI --team hjemme`, /--team takes/],
    [`add --organisation 974760673 --user U0KARI`, /974760673 is not among the imported/],
    [`add ${named} --until 31.12.2040`, /--until takes a day/],
    [`add ${named} --until 2040-02-30`, /--until takes a day/],
    [`add ${named} --until 2020-01-01`, /2020-01-01 is over/],
    [`add ${named} extra`, /Unexpected argument/],
    [`remove ${named} --until 2040-01-01`, /Unknown option '--until'/],
    [`remove ${named} --admin --keep-out`, /one of --admin and --keep-out/],
    [`remove --organisation 974760673 --user U0KARI`, /974760673 is not among the imported/],
  ])('memberships %s', async (line, words) => {
    const { run, standing } = await program()
    const { code, lines } = await run(`memberships ${line}`)
    expect({ code, first: lines.join('\n').split('\n')[0] }).toEqual({ code: 2, first: expect.stringMatching(words) })
    expect(lines).toHaveLength(1)
    expect(await standing()).toBeNull()
  })
})
