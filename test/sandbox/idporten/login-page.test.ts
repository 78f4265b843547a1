import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Idporten } from '../../../sandbox/idporten/idporten.ts'
import { createCookies, visit } from './login.ts'
import { type RelyingParty, startIdporten, TORE } from './relying-party.ts'

let idporten: Idporten
let rp: RelyingParty

beforeAll(async () => {
  ;({ idporten, rp } = await startIdporten())
})
afterAll(() => idporten.close())

describe('the login page', () => {
  const show = async (params: Record<string, string> = {}) => {
    const cookies = createCookies()
    const { next } = await visit((await rp.begin(params)).url(), cookies)
    const { response } = await visit(next!, cookies)
    const send = (form: Record<string, string>) =>
      visit(next!, cookies, { method: 'POST', body: new URLSearchParams(form) })
    return { response, page: await response.text(), send, address: next! }
  }

  it.each([
    ['nb', 'nb', 'Sandkasse – ikke ID-porten', 'Logg inn'],
    ['nn', 'nb', 'Sandkasse – ikke ID-porten', 'Logg inn'],
    ['en', 'en', 'Sandbox – not ID-porten', 'Log in'],
  ])('for ui_locales %s is in %s and marked', async (ui_locales, lang, mark, heading) => {
    const { page } = await show({ ui_locales })
    expect(page).toContain(`<html lang="${lang}">`)
    expect(page).toContain(`<title>${heading} – ${mark}</title>`)
    expect(page).toContain(`<p class="mark">${mark}</p>`)
    expect(page.match(/<h1>(.*?)<\/h1>/)?.[1]).toBe(heading)
  })

  it('has a label for every field, a legend for every group, and needs no script', async () => {
    const { page, response } = await show()
    const inputs = [...page.matchAll(/<input [^>]*>/g)].map(([input]) => input)
    const wrapped = [...page.matchAll(/<label class="choice">\s*(<input [^>]*>)\s*<span>[^<]+/g)].map(
      ([, input]) => input,
    )
    const named = inputs.filter((input) =>
      page.includes(`<label class="label" for="${input.match(/ id="([^"]*)"/)?.[1]}">`),
    )
    expect(inputs).toHaveLength(6)
    expect([...wrapped, ...named].sort()).toEqual([...inputs].sort())
    expect(page.match(/<fieldset[^>]*>\s*<legend>[^<]+<\/legend>/g)).toHaveLength(2)
    expect(page).toContain('name="viewport" content="width=device-width, initial-scale=1"')
    expect(page).not.toMatch(/<script|javascript:| on[a-z]+=/)
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
  })

  it('tells which level was asked for, and has it chosen', async () => {
    const { page } = await show({ acr_values: 'idporten-loa-substantial' })
    expect(page).toMatch(/value="idporten-loa-substantial" checked>\s*<span>Betydelig \(tjenesten ber om dette\)/)
    expect(page.match(/ checked>/g)).toHaveLength(2)
  })

  it.each([
    [
      'a number that is not synthetic',
      { other_pid: '12038410047' },
      /syntetisk/,
      'aria-describedby="other_pid_hint problem"',
    ],
    ['nobody', { pid: '' }, /syntetisk/, 'aria-invalid=true'],
    [
      'a level the person has not',
      { pid: TORE.pid, level: 'idporten-loa-high' },
      /sikkerhetsnivå/,
      'aria-describedby=problem',
    ],
    ['no level', { pid: TORE.pid, level: '' }, /sikkerhetsnivå/, 'aria-describedby=problem'],
  ])('comes back when %s was sent, and says what is wrong', async (_, form, words, tied) => {
    const { send } = await show()
    const { response } = await send({ pid: TORE.pid, level: 'idporten-loa-high', action: 'login', ...form })
    const page = await response.text()
    expect(response.status).toBe(400)
    expect(page.match(/<p class="problem" role="alert" id="problem">(.*)<\/p>/)?.[1]).toMatch(words)
    expect(page).toContain('<title>Feil: Logg inn')
    expect(page).toContain(tied)
  })

  it('writes what was typed as text', async () => {
    const { send } = await show()
    const { response } = await send({ other_pid: '"><script>alert(1)</script>', action: 'login' })
    expect(await response.text()).not.toContain('<script')
  })

  it('is of no use in another browser', async () => {
    const { address } = await show()
    for (const method of ['GET', 'POST']) {
      const { response } = await visit(address, createCookies(), { method })
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('Innloggingen er for gammel')
    }
  })
})
