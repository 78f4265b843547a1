import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/domain/belonging/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { personAssign } from '../../../views/belonging/admin/assign.ts'
import { organisationEdit } from '../../../views/belonging/admin/organisation-edit.ts'
import { adminOrganisations } from '../../../views/belonging/admin/organisations.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { organisationsRef, peopleRef, personValue, standingValue } from '../../../views/belonging/admin/values.ts'
import { nasty } from '../nasty.ts'
import { stateOf } from '../state-of.ts'
import { formReasons } from './admin-samples.ts'

const number = '310000019'
const organisation = { number, name: 'KYSTVERDI KOMMUNE' }
const ref = { number, before: 'a'.repeat(64), shown: null, note: null }
const user = { teamId: 'T1', userId: 'U1' }
const inputsOf = ({ blocks }: { blocks: { type: string; block_id?: string }[] }) =>
  blocks.flatMap(({ type, block_id }) => (type === 'input' ? [block_id] : []))

describe.each(languages)('the forms of the administration in %s', (language) => {
  const t = textFor(language)

  it('give back an organisation as it was shown', () => {
    const values = { name: '*A* & <b>', domains: ['etat.no', '*.etat.no'], language: 'en' as const }
    const view = organisationEdit.render(t, { ref, values })
    expect(organisationEdit.read(stateOf(view))).toEqual(values)
    expect(organisationEdit.metadata.read(view.private_metadata ?? '')).toEqual(ref)
  })

  it.each(formReasons)('have words for %s at a field that is there', (reason) => {
    const view = organisationEdit.render(t, { ref, values: { name: '', domains: [], language: null } })
    const errors = organisationEdit.errors(t, [{ line: 1, field: 'domains', reason, value: nasty.long }])
    expect(Object.keys(errors)).toEqual(['domains'])
    expect(inputsOf(view)).toContain('domains')
    expect(errors.domains).not.toBe(reason)
    expect(Array.from(errors.domains ?? '').length).toBeLessThan(300)
  })

  it.each(['choose', 'guest', 'past', 'notThem', 'self', 'admin', 'same'] as const)(
    'put “%s” at a field of the assignment',
    (fault) => {
      const view = personAssign.render(t, { organisation, values: { user: null, until: null }, shown: null })
      const [field = '', ...more] = Object.keys(personAssign.errors(t, fault))
      expect(inputsOf(view)).toContain(field)
      expect(more).toEqual([])
    },
  )

  it('begin a new search at the first page, of the same organisation', () => {
    const { view } = adminPeople.render(t, {
      organisation,
      number,
      text: 'Åse  Ø',
      page: 4,
      rows: [],
      total: 100,
      operator: false,
      ownClient: true,
    })
    const before = adminPeople.metadata.read(view.private_metadata ?? '') ?? expect.fail()
    expect(adminPeople.read(stateOf(view), before)).toEqual({ number, text: 'Åse  Ø', page: 0 })
    expect(adminPeople.read({}, before)).toEqual({ number, text: null, page: 0 })
  })
})

describe('an organisation with more domains than a field holds', () => {
  it('is not edited by a form that would show half of them', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `avdeling-${1000 + index}.etat.no`)
    expect(organisationEdit.holds(many(100))).toBe(true)
    expect(organisationEdit.holds(many(150))).toBe(false)
    const values = { name: 'A', domains: many(100), language: 'nb' as const }
    expect(
      organisationEdit.read(stateOf(organisationEdit.render(textFor('nb'), { ref, values }))).domains,
    ).toHaveLength(100)
  })
})

describe('what buttons carry', () => {
  it('fits whatever was searched for', () => {
    expect(organisationsRef({ text: nasty.long, page: 99_999 }).length).toBeLessThan(2000)
    expect(peopleRef({ number, text: nasty.emoji, page: 0 }).length).toBeLessThan(2000)
    expect(adminOrganisations.metadata.read(organisationsRef({ text: 'a', page: 2 }))).toEqual({ text: 'a', page: 2 })
  })

  it.each([
    ['a number that is none', { number: '12', user }],
    ['a user that is none', { number, user: { teamId: 'T1', userId: 'x' } }],
    ['more than was asked', { number, user, admin: true }],
  ])('is refused with %s', (_, value) => {
    expect(personValue.read(JSON.stringify(value))).toBeNull()
  })

  it.each([{ state: 'king', admin: false, until: null }, { state: 'assigned' }, 'assigned'])(
    'is refused with the standing %j',
    (before) => {
      expect(standingValue.read(JSON.stringify({ number, user, before }))).toBeNull()
    },
  )
})
