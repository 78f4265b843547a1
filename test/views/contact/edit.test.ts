import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/domain/belonging/types.ts'
import { emailFaults } from '../../../src/domain/contact/read-email.ts'
import { nameFaults } from '../../../src/domain/contact/read-person-name.ts'
import { phoneFaults } from '../../../src/domain/contact/read-phone.ts'
import { scopeFaults } from '../../../src/domain/contact/read-scope.ts'
import { textFor } from '../../../src/text/index.ts'
import { appliesToGroups, mostListed } from '../../../views/contact/applies-to.ts'
import { contactEdit, faultWords } from '../../../views/contact/edit.ts'
import { stateOf } from '../state-of.ts'
import { contact, editData } from './samples.ts'

const clients = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    environment: at % 2 === 0 ? ('test' as const) : ('prod' as const),
    client_id: `client-${at}`,
    client_name: `Byggesak ${at}`,
  }))
const ofClients = contact({
  scope: 'clients',
  clients: [
    { environment: 'test', clientId: 'client-0' },
    { environment: 'prod', clientId: 'client-1' },
  ],
})

describe('the form of a contact', () => {
  it.each([
    ['a menu', mostListed, contact()],
    ['a menu', mostListed, ofClients],
    ['a search', mostListed + 1, contact()],
    ['a search', mostListed + 1, ofClients],
  ])('gives back what it was filled with, by %s (%i clients)', (how, clientCount, one) => {
    const values = contactEdit.valuesOf(one)
    const t = textFor('nb')
    const view = contactEdit.render(t, editData({ values, clientCount, clients: clients(how === 'a menu' ? 90 : 2) }))
    expect(contactEdit.read(stateOf(view))).toEqual(values)
    expect(JSON.stringify(view)).toContain(how === 'a menu' ? 'multi_static_select' : 'multi_external_select')
  })

  it('does not say in its metadata which address it was agreed to add again', () => {
    const { email } = contact()
    const place = { ...editData().place, sure: contactEdit.addressDigest(email) }
    const { private_metadata } = contactEdit.render(textFor('nb'), editData({ place }))
    expect(contactEdit.metadata.read(private_metadata ?? '')).toEqual(place)
    expect(place.sure).toBe(contactEdit.addressDigest(email.toUpperCase()))
    expect(contactEdit.metadata.read(JSON.stringify({ ...place, sure: email }))).toBeNull()
  })

  it('leaves out a client that is none any more', () => {
    const values = contactEdit.valuesOf(ofClients)
    const view = contactEdit.render(textFor('nb'), editData({ values, clients: clients(1), clientCount: 91 }))
    expect(contactEdit.read(stateOf(view)).applies_to).toEqual(['client-0'])
  })

  it.each(languages)('has words of its own for every fault, in %s', (language) => {
    const t = textFor(language)
    const faults = [
      ...nameFaults.map((code) => ({ field: 'name' as const, code })),
      ...emailFaults.map((code) => ({ field: 'email' as const, code })),
      ...phoneFaults.map((code) => ({ field: 'phone' as const, code })),
      ...scopeFaults.map((code) => ({ field: 'applies_to' as const, code })),
      { field: 'kind' as const, code: 'kind' as const },
      { field: 'language' as const, code: 'language' as const },
    ]
    for (const fault of faults) {
      const said = faultWords(t, fault)
      expect(said, `${fault.field} ${fault.code}`).not.toBe(t.contact.form.faults.other)
      expect(Array.from(said).length).toBeLessThanOrEqual(150)
    }
  })

  it.each([
    ['', ['organisation', 'test', 'prod']],
    ['prod', ['prod']],
    ['hele', ['organisation']],
    ['finnes ikke', []],
  ])('offers beside clients what %j begins a word of', (typed, values) => {
    const [group] = appliesToGroups(textFor('nb'), [], typed)
    expect((group?.options ?? []).map(({ value }) => value)).toEqual(values)
  })
})
