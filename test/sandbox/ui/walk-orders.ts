import { describe, expect, test } from 'vitest'
import { people } from '../../../sandbox/world.ts'
import { BANK, office, SUPPLIER, scopesAt } from '../brreg/office.ts'
import { served } from '../served.ts'
import { focused, type PageNode, soon, type Walk } from './walk.ts'

const FULL = 'brreg:reelle/rapporteringspliktig'
const FORM = 'Register over reelle rettighetshavere - Rapporteringspliktig virksomhet - På vegne av'

/** brreg's desk and Altinn, in front of the real ones. */
export function walkOrders(walk: Walk): void {
  const { press } = walk
  const list = () => walk.page.getByRole('list', { name: 'Orders' })
  const line = (name: RegExp) => list().getByRole('button', { name })
  const order = () => walk.page.getByRole('article')
  const state = () => order().getByRole('status').first()
  const toast = (words: RegExp) => walk.page.getByText(words)

  const start = async (place: 'brreg' | 'altinn') => {
    const desk = await office()
    const { mailbox, enhetsregisteret, brreg, altinn } = desk
    const { server } = await served({ pages: walk.dist, mailbox, enhetsregisteret, brreg, altinn })
    await walk.goTo(server.url, `as=${people.sindre.id}&channel=${place}`)
    await walk.page.getByRole('heading', { level: 1 }).waitFor()
    return desk
  }
  const openOrder = async (name: RegExp) => {
    await line(name).click()
    await order().waitFor()
  }
  const choose = (name: RegExp) => order().getByRole('radio', { name })

  describe('brreg’s desk', () => {
    test('waits for orders, counts them, and shows what was read out of each', async () => {
      const desk = await start('brreg')
      await walk.page.getByText('What the bot sends to opendata@brreg.no comes here').waitFor()
      await desk.order('direct', { production_contact_phone: null })
      await soon(() => walk.page.getByRole('button', { name: /^Brønnøysundregistrene/ }).textContent()).toContain(
        '1 waiting',
      )
      expect(await walk.page.title()).toMatch(/^Brønnøysundregistrene/)
      await openOrder(/BR-1 · Direct access/)
      const told = await order().innerText()
      for (const words of [
        `EKSEMPELBANKEN ASA (${BANK})`,
        'hvitvaskingsloven § 4 første ledd bokstav a',
        'Missing: Telefonnummer til produksjonsansvarlig.',
        'Virksomhetens navn: EKSEMPELBANKEN ASA',
      ])
        expect(told).toContain(words)
    })

    test('confirms in one environment, then in the other', async () => {
      const desk = await start('brreg')
      await desk.order('direct')
      await openOrder(/BR-1/)
      expect(await order().getByLabel('Scope', { exact: true }).inputValue()).toBe(FULL)
      await order().getByLabel('Given in').selectOption('test')
      await order()
        .getByLabel(/^Words of your own/)
        .fill('God sommer!')
      await order().getByRole('button', { name: 'Send the confirmation' }).click()
      await soon(() => state().textContent()).toBe('Confirmed')
      expect(await focused(order())).toBe(true)
      expect([scopesAt(desk, 'test', BANK), scopesAt(desk, 'prod', BANK)]).toEqual([[FULL], []])
      expect(desk.answered()?.text).toContain('God sommer!')
      await order().getByText('To Sindre Kvam').waitFor()
      expect(await order().getByLabel('Given in').inputValue()).toBe('prod')
      await order().getByRole('button', { name: 'Send the confirmation' }).click()
      await soon(() => scopesAt(desk, 'prod', BANK)).toEqual([FULL])
    })

    test('says that there is no scope to hang an order on, asks, and delivers when there is one', async () => {
      const desk = await start('brreg')
      await desk.order('existing')
      await openOrder(/BR-1 · Existing customer.*for EKSEMPELBANKEN ASA/)
      await order().getByText('there is none to hang the order on.').waitFor()
      expect(await choose(/^Deliver/).isDisabled()).toBe(true)
      expect(await order().getByLabel('About').inputValue()).toBe('no-scope')
      await order().getByRole('button', { name: 'Send the question' }).click()
      await soon(() => state().textContent()).toBe('Asked for more')
      const own = await desk.order('direct')
      await desk.brreg.confirm(own.id, { scope: FULL })
      await soon(() => choose(/^Deliver/).isDisabled()).toBe(false)
      await choose(/^Deliver/).check()
      await order().getByRole('button', { name: 'Send what was made' }).click()
      await soon(() => state().textContent()).toBe('Delivered')
      await walk.page.getByRole('tab', { name: 'TT02' }).click()
      await walk.page.getByRole('cell', { name: desk.brreg.order('BR-1').made?.person.pid ?? '' }).waitFor()
    })

    test('asks for more, is answered out of the mailbox, and has what was missing', async () => {
      const desk = await start('brreg')
      await desk.order('fictional', { supplier_test_contact_phone: null })
      await openOrder(/BR-1/)
      await choose(/^Ask for more/).check()
      await order().getByRole('button', { name: 'Send the question' }).click()
      await soon(() => state().textContent()).toBe('Asked for more')
      await walk.page.getByRole('button', { name: /^Mailbox/ }).click()
      await walk.page
        .getByRole('list', { name: 'Mails' })
        .getByRole('button', { name: /^Unread. Brønn/ })
        .click()
      await order().getByRole('button', { name: 'Reply' }).click()
      const field = order().getByLabel('Your answer to Brønnøysundregistrene')
      expect(await focused(field)).toBe(true)
      await field.fill('Telefonnummer til testansvarlig: 22 00 00 00')
      await order().getByRole('button', { name: 'Send' }).click()
      await order().getByText('Your answer is sent.').waitFor()
      await walk.page
        .getByRole('navigation')
        .getByRole('button', { name: /^Brønnøysundregistrene/ })
        .click()
      await openOrder(/BR-1.*Not answered/)
      await order().getByText('From Sindre Kvam').waitFor()
      expect(desk.brreg.order('BR-1').missing).toEqual([])
    })

    test('sends an order back, refuses another, and leaves a third lying', async () => {
      const desk = await start('brreg')
      for (const number of ['310000019', '310000027', '310000035'])
        await desk.order('direct', { organisation_number: number })
      await openOrder(/BR-1/)
      await choose(/^Send it back/).check()
      await order().getByLabel('Reason').selectOption('5.2.2')
      await order().getByRole('button', { name: 'Send it back' }).click()
      await soon(() => state().textContent()).toBe('Sent back')
      expect(desk.mailbox.mails().at(-1)?.raw.toString('latin1')).toContain('Status: 5.2.2')
      await order().getByText('There is nothing more to answer').waitFor()
      await openOrder(/BR-2/)
      await choose(/^Refuse/).check()
      await order().getByRole('button', { name: 'Send the refusal' }).click()
      await soon(() => state().textContent()).toBe('Refused')
      await openOrder(/BR-3/)
      await choose(/^Stay silent/).check()
      await order().getByRole('button', { name: 'Leave it lying' }).click()
      await soon(() => state().textContent()).toBe('Left lying')
    })

    test('tells of a copy and of a withdrawal, and has the answer to each first', async () => {
      const desk = await start('brreg')
      await desk.order('fictional')
      await desk.order('fictional')
      await openOrder(/BR-2/)
      await order().getByText('The same as BR-1').waitFor()
      expect(await choose(/^Already received/).isChecked()).toBe(true)
      await order().getByRole('button', { name: 'Send the answer' }).click()
      await soon(() => state().textContent()).toBe('Already received')
      await desk.mail({ references: '<order-1@portvakt.example>', text: 'Vi trekker bestillingen.' })
      await openOrder(/BR-1.*Withdrawal to answer/)
      await order().getByText('They want to withdraw it.').waitFor()
      await choose(/^Take note/).check()
      await order().getByRole('button', { name: 'Send the answer' }).click()
      await soon(() => state().textContent()).toBe('Withdrawn')
    })

    test('keeps what was filled in when the mail is not taken, and says why', async () => {
      const desk = await start('brreg')
      await desk.order('fictional')
      desk.mailbox.faults.add({
        to: people.sindre.email ?? '',
        times: 1,
        fault: { kind: 'refuse', at: 'data', code: 451 },
      })
      await openOrder(/BR-1/)
      await order()
        .getByLabel(/^Words of your own/)
        .fill('Hei igjen')
      await order().getByRole('button', { name: 'Send what was made' }).click()
      await toast(/The mail was not taken .*451/).waitFor()
      expect(
        await order()
          .getByLabel(/^Words of your own/)
          .inputValue(),
      ).toBe('Hei igjen')
      await order().getByRole('button', { name: 'Send what was made' }).click()
      await soon(() => state().textContent()).toBe('Delivered')
      expect(desk.answered()?.text).toContain('Hei igjen')
    })

    test('is walked by the keyboard alone', async () => {
      const desk = await start('brreg')
      await desk.order('direct')
      await desk.order('fictional')
      await line(/BR-2/).focus()
      await press('ArrowDown', 'Enter')
      await soon(() => order().getAttribute('aria-label')).toContain('BR-1')
      await choose(/^Confirm/).focus()
      await press('ArrowDown', 'ArrowDown')
      expect(await choose(/^Refuse/).isChecked()).toBe(true)
      await order().getByRole('button', { name: 'Send the refusal' }).focus()
      await press('Enter')
      await soon(() => state().textContent()).toBe('Refused')
      await press('Control+K')
      await walk.page.keyboard.type('tt02 deleg')
      await press('Enter')
      await walk.page.getByRole('heading', { name: 'Log in to TT02' }).waitFor()
      await press('Alt+ArrowUp')
      await list().waitFor()
    })

    test('lists numbers of Enhetsregisteret to try', async () => {
      await start('brreg')
      await walk.page.getByRole('tab', { name: /^Orders/ }).press('ArrowLeft')
      await walk.page.getByRole('row', { name: /^311000012 KONKURSRAMTE DATA AS Bankrupt/ }).waitFor()
      await walk.page.getByRole('row', { name: /^899999991 – Begins as real ones do: unknown/ }).waitFor()
    })

    test.each([640, 1024, 1280])('at %d pixels nothing runs over the edge', async (width) => {
      const desk = await start('brreg')
      await desk.order('existing')
      await walk.page.setViewportSize({ width, height: 700 })
      await openOrder(/BR-1/)
      const over = (node: PageNode) => node.scrollWidth - node.clientWidth
      expect(await order().evaluate(over)).toBe(0)
      expect(await walk.page.locator('html').evaluate(over)).toBe(0)
      if (width > 820) return
      await order().getByRole('button', { name: 'All orders' }).click()
      await line(/BR-1/).waitFor()
    })
  })

  describe('Altinn', () => {
    const logIn = async (pid: string) => {
      await walk.page.getByLabel(/^National identity number/).fill(pid)
      await press('Enter')
    }
    const delegate = async (scope: string, to: string) => {
      await walk.page.getByLabel(/delegeringsskjema/).selectOption(scope)
      await walk.page.getByLabel('Supplier’s organisation number').fill(to)
      await press('Enter')
    }

    test('lets the fictional person in, who delegates and takes it back', async () => {
      const desk = await start('altinn')
      const { made } = await desk.brreg.deliver((await desk.order('fictional')).id)
      const from = made?.enterprise?.number ?? ''
      await logIn('01819010001')
      await toast(/Nobody in TT02 has that national identity number/).waitFor()
      await logIn(made?.person.pid ?? '')
      await walk.page.getByText(`${made?.enterprise?.name} has delegated nothing.`).waitFor()
      await delegate(FULL, '310000019')
      await toast(/no enterprise 310000019 in TT02: brreg has not read it in/).waitFor()
      await delegate(FULL, '310 000 051')
      const remove = walk.page.getByRole('button', { name: `Remove ${FORM} from FJELLKODE SYSTEMER AS` })
      await remove.waitFor()
      expect(await walk.page.getByLabel('Supplier’s organisation number').inputValue()).toBe('')
      expect(desk.registries.test.hasDelegated({ from, to: SUPPLIER, scope: FULL })).toBe(true)
      await remove.click()
      await walk.page.getByText('has delegated nothing').waitFor()
      expect(desk.registries.test.hasDelegated({ from, to: SUPPLIER, scope: FULL })).toBe(false)
      await walk.page.getByRole('button', { name: 'Log out' }).click()
      await walk.page.getByRole('heading', { name: 'Log in to TT02' }).waitFor()
    })

    test('in production is for the cast, and those who represent nobody can do nothing', async () => {
      const desk = await start('altinn')
      await walk.page.getByRole('tab', { name: /production/ }).click()
      await walk.page.getByRole('button', { name: /^Cecilie Hauge/ }).click()
      await walk.page.getByText('Cecilie Hauge represents no enterprise here').waitFor()
      expect(await walk.page.getByRole('button', { name: 'Delegate' }).count()).toBe(0)
      await walk.page.getByRole('button', { name: 'Log out' }).click()
      await walk.page.getByRole('button', { name: /^Henrik Løvås Represents EKSEMPELBANKEN ASA/ }).click()
      await delegate(FULL, SUPPLIER)
      await walk.page.getByRole('button', { name: /^Remove/ }).waitFor()
      expect(desk.registries.prod.hasDelegated({ from: BANK, to: SUPPLIER, scope: FULL })).toBe(true)
      await walk.page.getByRole('tab', { name: /test/ }).click()
      await walk.page.getByRole('heading', { name: 'Log in to TT02' }).waitFor()
    })
  })
}
