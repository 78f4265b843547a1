import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSyntheticPid } from '../../sandbox/idporten/pid.ts'
import { organisations, people, publicMailDomains, world } from '../../sandbox/world.ts'

/** The check digit of an organisation number: weights 3, 2, 7, 6, 5, 4, 3, 2, modulus 11. */
const hasCheckDigit = (number: string) => {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return /^\d{9}$/.test(number) && (11 - (sum % 11)) % 11 === Number(number[8])
}

const municipalities = async () => {
  const text = await readFile(join(import.meta.dirname, '../../sandbox/data/municipalities.csv'), 'utf8')
  return text.trimEnd().split('\n').slice(1)
}

describe('the cast', () => {
  test.each(Object.values(organisations))('$name has a synthetic number that no municipality has', async (one) => {
    expect(hasCheckDigit(one.organisation_number)).toBe(true)
    expect(one.organisation_number).toMatch(/^3/)
    expect((await municipalities()).some((line) => line.startsWith(one.organisation_number))).toBe(false)
  })

  test('ids, names and addresses are given once', () => {
    const each = (pick: (person: (typeof world.people)[number]) => string | null) =>
      world.people.map(pick).filter((one) => one !== null)
    for (const all of [each((one) => one.id), each((one) => one.handle), each((one) => one.email)]) {
      expect(new Set(all).size).toBe(all.length)
    }
  })

  test.each(world.people)('$name has the address of their organisation, under .example', (person) => {
    const domain = person.email?.split('@')[1]
    expect(person.initials).toMatch(/^\p{Lu}{2}$/u)
    if (person.email !== null) expect(domain).toMatch(/\.example$/)
    const owner = world.organisations.find((one) => one.domains.includes(domain ?? ''))
    const [byName] = person.assigned ?? []
    expect(person.organisation).toBe(byName?.organisation_number ?? owner?.organisation_number ?? null)
  })

  test('holds every kind of person the bot has to tell apart', () => {
    const kystverdi = organisations.kystverdi.organisation_number
    const members = world.people.filter((one) => one.kind === 'member' && one.organisation === kystverdi)
    expect(new Set(members.map((one) => one.locale))).toEqual(new Set(['nb-NO', 'en-GB']))
    expect(members.some((one) => one.operator)).toBe(true)
    expect(members.some((one) => !one.email_confirmed)).toBe(true)
    expect(new Set(world.people.map((one) => one.kind))).toEqual(
      new Set(['member', 'guest', 'stranger', 'deactivated']),
    )
    expect(publicMailDomains).toContain(people.privat.email?.split('@')[1])
    expect(people.fremmed).toMatchObject({ email: null, team_id: expect.not.stringMatching(world.team.id) })
  })

  test('has somebody for each thing one may be trusted with, and numbers of nobody', () => {
    for (const hat of ['operator', 'organisation-admin', 'cleared', 'guest'] as const) {
      expect(world.people.some((one) => one.hats?.includes(hat))).toBe(true)
    }
    for (const one of world.people) {
      expect(one.operator).toBe(one.hats?.includes('operator') ?? false)
      if (one.pid !== undefined) expect(isSyntheticPid(one.pid)).toBe(true)
      // a guest is assigned with an end, and nobody is cleared who cannot log in
      if (one.kind === 'guest') for (const { until } of one.assigned ?? []) expect(until).toBeDefined()
      if (one.cleared) expect(one.pid).toBeDefined()
    }
  })

  test('channels have members that exist, and nobody who is gone', () => {
    const there = new Set([world.bot.user_id, ...world.people.map((one) => one.id)])
    for (const channel of world.channels) {
      expect(channel.members.filter((id) => !there.has(id))).toEqual([])
      expect(channel.members).not.toContain(people.sluttet.id)
    }
  })
})

test('the municipalities are 356, with numbers that hold', async () => {
  const lines = await municipalities()
  expect(lines).toHaveLength(356)
  expect(lines.filter((line) => !hasCheckDigit(line.slice(0, 9)))).toEqual([])
})
