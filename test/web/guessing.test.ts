import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../src/web/client-address.ts'
import { MINUTE } from '../helpers/clock.ts'
import { type Browser, pagesWorld } from './pages-world.ts'

const wrong = `id-00000099.${'A'.repeat(43)}`

describe('guessing', () => {
  const doors: [string, (browser: Browser) => Promise<{ status: number }>][] = [
    ['a login link', (browser) => browser.get(`/login/${wrong}`)],
    ['a login link that is pressed', (browser) => browser.post(`/login/${wrong}`)],
    ['what is no token at all', (browser) => browser.get('/login/%00%ff')],
    ['a callback', (browser) => browser.get(`/login/callback?code=x&state=${wrong}`)],
    ['a callback without a state', (browser) => browser.get('/login/callback')],
    ['the page after a login', (browser) => browser.get('/login/done/id-00000099')],
    ['the page of no login', (browser) => browser.get('/login/done/%00')],
    ['a click', (browser) => browser.post('/login/done/id-00000099', { proof: 'x' })],
    ['a logout', (browser) => browser.post('/login/done/id-00000099/out', { proof: 'x' })],
    ['an address link', (browser) => browser.get(`/link/${wrong}`)],
    ['an address link that is pressed', (browser) => browser.post(`/link/${wrong}`)],
  ]

  it.each(doors)('ends after 20 wrong ones, for ten minutes: %s', async (_, door) => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    const guesser = world.browser()
    for (let count = 0; count < 20; count++) expect((await door(guesser)).status).toBe(404)
    expect((await door(guesser)).status).toBe(429)
    const refused = await guesser.get(path)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600'])
    expect(refused.text).toContain('Prøv igjen om 10 minutter.')
    expect((await world.browser({ address: '198.51.100.9' }).get(path)).status).toBe(200)
    world.clock.pass(5 * MINUTE)
    expect((await guesser.get(path)).status).toBe(429)
    world.clock.pass(5 * MINUTE + 1)
    expect((await guesser.get(path)).status).toBe(200)
  })

  it('is counted for whom the proxy names, and not for what the guesser says', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    for (let count = 0; count < 21; count++) {
      const headers = { 'x-forwarded-for': `192.0.2.${count}, 203.0.113.9` }
      await world.browser({ address: '10.0.0.2', headers }).get(`/login/${wrong}`)
      // from afar nobody is believed
      await world
        .browser({ address: '203.0.113.50', headers: { 'x-forwarded-for': `192.0.2.${count}` } })
        .get('/link/x')
    }
    const behind = (ip: string) => world.browser({ address: '10.0.0.2', headers: { 'x-forwarded-for': ip } }).get(path)
    expect([(await behind('203.0.113.9')).status, (await behind('203.0.113.10')).status]).toEqual([429, 200])
    expect((await world.browser({ address: '203.0.113.50' }).get(path)).status).toBe(429)
  })

  it('is counted behind two proxies for the client, whatever it says of itself', async () => {
    const world = await pagesWorld({ trustedProxies: 2 })
    const { path } = await world.proposeSecret()
    const outer = '192.0.2.80'
    const from = (told: string) =>
      world.browser({ address: '10.0.0.2', headers: { 'x-forwarded-for': `${told}, ${outer}` } })
    for (let count = 0; count < 21; count++) await from(`192.0.2.${count}, 203.0.113.9`).get(`/login/${wrong}`)
    const answers = [await from('203.0.113.9').get(path), await from('192.0.2.77, 203.0.113.9').get(path)]
    expect(answers.map(({ status }) => status)).toEqual([429, 429])
    // another client behind the same two proxies, and one that only claims to be the guesser
    expect((await from('203.0.113.10').get(path)).status).toBe(200)
    expect((await from('203.0.113.9, 203.0.113.10').get(path)).status).toBe(200)
  })

  it('says nothing of what there is', async () => {
    const world = await pagesWorld()
    const { path } = await world.proposeSecret()
    const browser = world.browser()
    const answers = [
      await browser.get(`${path.slice(0, -6)}AAAAAA`),
      await browser.get(`/login/${wrong}`),
      await browser.get('/login/hei'),
      await browser.get(`/link/${path.slice('/login/'.length)}`),
    ]
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  })
})

describe('the address that is counted', () => {
  it.each([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::1', ' 1.1.1.1 , 198.51.100.1 ', '198.51.100.1'],
    ['::ffff:10.1.2.3', '198.51.100.1:4711', '198.51.100.1'],
    ['172.31.0.1', '[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:2'],
    ['172.32.0.1', '198.51.100.1', '172.32.0.1'],
    ['192.168.1.1', 'unknown', '192.168.1.1'],
    ['192.168.1.1', undefined, '192.168.1.1'],
    ['fd00::1', '198.51.100.1', '198.51.100.1'],
    ['2001:db8::1', undefined, '2001:db8:0:0'],
    ['2001:0db8:0000:0000:ffff::', undefined, '2001:db8:0:0'],
    ['2001:db8:1:2::', undefined, '2001:db8:1:2'],
    [undefined, '198.51.100.1', 'unknown'],
  ])('of %s for %s is %s', (connection, forwardedFor, address) => {
    expect(clientAddress(connection, forwardedFor, null)).toBe(address)
  })

  const [client, outer, inner] = ['203.0.113.9', '192.0.2.80', '10.0.0.2']
  it.each([
    // none is trusted: the connection alone counts, a neighbour's too
    [0, inner, client, inner],
    [0, client, '1.1.1.1', client],
    [1, inner, `1.1.1.1, ${client}`, client],
    // configured, wherever the proxy stands
    [1, outer, `1.1.1.1, ${client}`, client],
    [1, inner, undefined, inner],
    [2, inner, `${client}, ${outer}`, client],
    [2, inner, `1.1.1.1, ${client}, ${outer}`, client],
    [2, inner, `1.1.1.1,2.2.2.2, ${client}:443 ,${outer}`, client],
    // past the outer proxy: the inner one's word
    [2, inner, client, client],
    // what is no address leaves the next proxy's
    [2, inner, `unknown, ${outer}`, outer],
    [2, inner, 'unknown, hidden', inner],
    [2, inner, '', inner],
    [3, inner, `1.1.1.1, ${client}, ${outer}, 10.0.0.3`, client],
    [2, undefined, `${client}, ${outer}`, 'unknown'],
  ])('behind %i proxies, of %s for %s, is %s', (proxies, connection, forwardedFor, address) => {
    expect(clientAddress(connection, forwardedFor, proxies)).toBe(address)
  })
})
