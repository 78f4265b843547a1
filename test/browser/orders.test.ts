import { createPrivateKey } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textFor } from '../../src/text/index.ts'
import { runWithKey } from '../commands/order/order-walk.ts'
import { rsaKey } from '../helpers/keys.ts'
import type { Desk } from './desk.ts'
import { type Stage, startStage } from './stage.ts'

// several places, mails and a token, on a machine that may be busy
const long = { timeout: 180_000 }

/** An engineer of the supplier's for each language. */
const cast = { nb: 'U0SINDRE', en: 'U0GRACE' } as const

const scope = 'brreg:reelle/rapporteringspliktig'
const form = 'Register over reelle rettighetshavere - Rapporteringspliktig virksomhet - På vegne av'
const supplierNumber = '310000051'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage?.stop())

describe.each(['nb', 'en'] as const)('a supplier who reads %s', long, (language) => {
  const t = textFor(language)
  const { order } = t
  const picture = (desk: Desk, name: string) => desk.picture(`order-${language}-${name}`)
  const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true })

  /** Goes to a place of the sandbox beside the workspace, and back to the conversation with the bot. */
  const goTo = (desk: Desk, place: string) =>
    desk.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${place}`) })
      .click()

  /** The order's card where it stands in the direct messages, edited in place. */
  const card = async (desk: Desk): Promise<Locator> => {
    await desk.directMessages()
    const there = desk.page.getByTestId('message').filter({ hasText: order.card.buttons.history }).last()
    await there.waitFor()
    return there
  }
  /** Closes the modal in front and those beneath it. */
  const shut = async (desk: Desk): Promise<void> => {
    await desk
      .modal()
      .getByRole('button', { name: /^Close( all)?$/ })
      .first()
      .click()
    await desk.modal().waitFor({ state: 'detached' })
  }
  const press = async (desk: Desk, name: string, title: string) => {
    await button(await card(desk), name).click()
    await desk.modalTitled(title)
  }
  const shows = async (desk: Desk, state: keyof typeof order.words.states, shot: string) => {
    await (await card(desk)).getByText(order.words.states[state]).first().waitFor()
    await picture(desk, shot)
  }

  it('orders through a fictional customer, from the first question to a token that was issued', async () => {
    const desk = await stage.reader(cast[language], language)
    const { page } = desk
    const choose = (label: string) => desk.modal().getByRole('radio', { name: new RegExp(`^${label}`) })

    await desk.say('/test-access new')
    await desk.modalTitled(order.new.title)
    await picture(desk, '01-questions')
    const { fields, why } = order.new
    await choose(fields.purpose.options.read.label).check()
    await choose(fields.own_right.options.no.label).check()
    await choose(fields.wants.options.test.label).check()
    await choose(fields.customer_willing.options.no.label).check()
    await desk.modal().getByText(why['no-customer']).waitFor()
    await picture(desk, '02-recommended')
    await desk.press(order.new.submit)

    await desk.modalTitled(order.form.titles.fictional)
    await desk.modal().getByText('FJELLKODE SYSTEMER AS').first().waitFor()
    await picture(desk, '03-fields')
    await desk.field(order.form.fields.supplier_test_contact_phone.label).fill('+47 400 00 000')
    await desk.press(order.form.submit)
    // that production data are read in has to be accepted
    await desk.modal().getByText(order.form.faults.consent).waitFor()
    await picture(desk, '04-faults')
    await desk.modal().getByRole('checkbox').check()
    await desk.press(order.form.submit)
    await desk.modalTitled(order.preview.title)
    await picture(desk, '05-preview')
    await desk.press(order.preview.submit)
    await desk.modal().getByText(order.words.states.sent).first().waitFor()
    await shut(desk)
    await shows(desk, 'sent', '06-card-sent')

    // brreg's desk, played in the browser
    await goTo(desk, 'Brønnøysundregistrene')
    const orders = page.getByRole('list', { name: 'Orders' })
    await orders.getByRole('button').first().click()
    await page.getByRole('radio', { name: /^Deliver/ }).check()
    await page.getByLabel('Scope', { exact: true }).selectOption(scope)
    await picture(desk, '07-brreg')
    await page.getByRole('button', { name: 'Send what was made', exact: true }).click()
    await page.getByText('Delivered').first().waitFor()
    await page.getByRole('tab', { name: 'TT02' }).click()
    const cell = async (table: string, row: number, at: number) =>
      (await page
        .getByRole('table', { name: table })
        .getByRole('row')
        .nth(row)
        .getByRole('cell')
        .nth(at)
        .textContent()) ?? ''
    const rows = await page.getByRole('table', { name: 'Enterprises in TT02' }).getByRole('row').count()
    const [number, name] = [
      await cell('Enterprises in TT02', rows - 1, 0),
      await cell('Enterprises in TT02', rows - 1, 1),
    ]
    const persons = await page.getByRole('table', { name: 'Fictional persons in TT02' }).getByRole('row').count()
    const pid = await cell('Fictional persons in TT02', persons - 1, 0)

    const { deliver } = order.record
    await press(desk, order.card.buttons.deliver, deliver.title)
    await desk.field(deliver.fields.unit_number.label).fill(number)
    await desk.field(deliver.fields.unit_name.label).fill(name)
    await desk.modal().getByRole('combobox').first().click()
    await page
      .getByRole('option', { name: new RegExp(`^${order.words.scopes.rapporteringspliktig}\\b(?!,)`) })
      .first()
      .click()
    await picture(desk, '08-delivered')
    await desk.press(order.record.save)
    await desk.modal().getByText(order.words.states['ready-to-delegate']).first().waitFor()
    await shut(desk)
    await shows(desk, 'ready-to-delegate', '09-card-ready')

    // the client, with a key whose private half never leaves its owner
    await press(desk, order.card.buttons.nextSteps, order.next.title)
    await picture(desk, '10-next-steps')
    // whoever comes second has a colleague's client already
    const { make, makeAnother } = order.next.client
    await desk
      .modal()
      .getByRole('button', { name: new RegExp(`^(${make}|${makeAnother})$`) })
      .click()
    await desk.modalTitled(t.client.details.title)
    const key = rsaKey()
    await desk.modal().getByLabel(t.forms['client-new-details'].public_key.label).fill(key.publicJwk)
    await picture(desk, '11-client')
    await desk.press(t.client.details.submit)
    await desk.modalTitled(t.client.created.title)
    await shut(desk)
    const jwk = JSON.parse(key.privateJwk)
    const pem = String(createPrivateKey({ key: jwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }))
    /** Runs the command that stands in the next steps, and pastes what it prints. */
    const tryToken = async (shot: string) => {
      await press(desk, order.card.buttons.nextSteps, order.next.title)
      const command = desk.modal().locator('pre').filter({ hasText: 'openssl' }).first()
      const printed = await runWithKey((await command.textContent()) ?? '', pem)
      await picture(desk, shot)
      await button(desk.modal(), order.next.paste.button).click()
      await desk.modalTitled(order.outcome.title)
      await desk.field(order.outcome.fields.pasted.label).fill(printed)
      await desk.press(order.outcome.submit)
      return printed
    }
    expect(await tryToken('12-command')).toContain('MP-251')
    await desk.modal().getByText('MP-251').first().waitFor()
    await picture(desk, '13-refused')
    await shut(desk)

    // TT02, where the fictional person delegates
    await goTo(desk, 'Altinn')
    await page.getByLabel(/fødselsnummer/).fill(pid)
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await page.getByLabel('Represent').selectOption(number)
    await page.getByLabel(/delegeringsskjema/).selectOption({ label: form })
    await page.getByLabel(/organisation number/).fill(supplierNumber)
    await page.getByRole('button', { name: 'Delegate', exact: true }).click()
    await page.getByText('has delegated nothing').waitFor({ state: 'detached' })
    await picture(desk, '14-altinn')
    await page.getByRole('button', { name: 'Log out', exact: true }).click()

    await button(await card(desk), order.card.buttons.delegated).click()
    await page.getByRole('button', { name: order.card.sure.delegated.yes, exact: true }).click()
    await shows(desk, 'delegated', '15-card-delegated')
    await tryToken('16-command')
    await desk.modal().getByText(order.words.states['in-use']).first().waitFor()
    await picture(desk, '17-issued')
    await shut(desk)
    await shows(desk, 'in-use', '18-card-done')

    await desk.say('/test-access list')
    await desk.message(order.browse.title).waitFor()
    await picture(desk, '19-list')
    await desk.say('/test-access')
    await desk.modalTitled(order.browse.title)
    await picture(desk, '20-browser')
    await shut(desk)
    await desk.goHome()
  })
})
