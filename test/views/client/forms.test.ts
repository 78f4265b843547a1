import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/domain/belonging/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { clientBrowser } from '../../../views/client/browser.ts'
import { clientDeactivate } from '../../../views/client/deactivate.ts'
import { keyAdd } from '../../../views/client/key-add.ts'
import { clientNew } from '../../../views/client/new.ts'
import { clientSecret } from '../../../views/client/secret.ts'
import { changeValue, clientValue, keyValue, listRef, listValue, wholeList } from '../../../views/client/values.ts'
import { list, nasty } from '../samples.ts'
import { stateOf } from '../state-of.ts'

const organisation = '987464291'
const client = { environment: 'prod', client_id: 'abc' } as const
const ref = { ...client, organisation }
const typed = (id: string, name: string, value: string) => ({
  [name]: { [`${id}.${name}`]: { type: 'plain_text_input', value } },
})

describe.each(languages)('the smaller forms in %s', (language) => {
  const t = textFor(language)

  it('the first question suggests test and remembers what was answered', () => {
    expect(clientNew.read(stateOf(clientNew.render(t, { organisation })))).toEqual({
      environment: 'test',
      integration_type: null,
    })
    const values = { environment: 'prod', integration_type: 'maskinporten' } as const
    expect(clientNew.read(stateOf(clientNew.render(t, { organisation, values })))).toEqual(values)
  })

  it('the browser shows and reads where one is and what one searched for', () => {
    const { view } = clientBrowser.render(
      t,
      list({ environment: 'prod', text: 'ÆØÅ sak', inactive: true, page: 2, total: 100 }),
    )
    const before = clientBrowser.metadata.read(view.private_metadata ?? '')
    expect(before).toEqual({ environment: 'prod', text: 'ÆØÅ sak', inactive: true, page: 2 })
    expect(clientBrowser.read(stateOf(view), before ?? expect.fail())).toEqual({
      environment: 'prod',
      text: 'ÆØÅ sak',
      inactive: true,
      page: 0,
    })
  })

  it('the browser reads an emptied search as none', () => {
    const before = { environment: 'test', text: 'x', inactive: false, page: 3 } as const
    expect(clientBrowser.read(typed('client-browser', 'search', ' \u200b '), before)).toEqual({
      ...before,
      text: null,
      page: 0,
    })
  })

  it('key-add and deactivate know their client and read what was typed', () => {
    const add = keyAdd.render(t, { ...ref, client_name: 'a' })
    expect(keyAdd.metadata.read(add.private_metadata ?? '')).toEqual(ref)
    expect(keyAdd.read(typed('key-add', 'public_key', '{"kty":"RSA"}'))).toEqual({ public_key: '{"kty":"RSA"}' })
    expect(Object.keys(keyAdd.errors(t, 'key-private'))).toEqual(['public_key'])

    const off = clientDeactivate.render(t, { ...ref, client_name: 'a' })
    expect(clientDeactivate.metadata.read(off.private_metadata ?? '')).toEqual(ref)
    expect(clientDeactivate.read(typed('client-deactivate', 'confirm_name', ' Bygge\u00a0sak '))).toEqual({
      confirm_name: 'Bygge sak',
    })
    expect(Object.keys(clientDeactivate.wrongName(t))).toEqual(['confirm_name'])

    expect(
      clientSecret.metadata.read(clientSecret.render(t, { ...ref, client_name: 'a' }).private_metadata ?? ''),
    ).toEqual(ref)
  })

  it('deactivation shows the name letter by letter, and says that it is final', () => {
    const name = 'a`b <c> & *d*'
    const json = JSON.stringify(clientDeactivate.render(t, { ...ref, client_name: name }).blocks)
    expect(json).toContain(JSON.stringify({ type: 'text', text: name }))
    expect(json).toContain(t.client.deactivate.final)
  })
})

describe('button values', () => {
  it('come back as they were', () => {
    expect(clientValue.input.parse(clientValue.write(client))).toEqual(client)
    expect(keyValue.input.parse(keyValue.write({ ...ref, kid: nasty.name }))).toEqual({ ...ref, kid: nasty.name })
    expect(changeValue.input.parse(changeValue.write({ change: 'c' }))).toEqual({ change: 'c' })
    expect(listValue.input.parse(wholeList('test'))).toEqual({
      environment: 'test',
      text: null,
      inactive: false,
      page: 0,
    })
  })

  it('of a list hold nothing but where it is, and fit whatever was searched for', () => {
    const data = list({ text: nasty.long })
    expect(listRef(data).length).toBeLessThan(2000)
    expect(Object.keys(listValue.input.parse(listRef(data)))).toEqual(['environment', 'text', 'inactive', 'page'])
  })

  it.each(['{"environment":"moon","client_id":"a"}', '{"environment":"test","client_id":""}', 'abc'])(
    'refuse %s',
    (text) => {
      expect(clientValue.input.safeParse(text).success).toBe(false)
    },
  )
})
