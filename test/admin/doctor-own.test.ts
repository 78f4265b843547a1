import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { syntheticPid } from '../../sandbox/idporten/pid.ts'
import { runProgram } from '../helpers/admin-program.ts'
import { type House, organisations, startHouse } from '../helpers/house.ts'
import { rsaKey } from '../helpers/keys.ts'
import { give, ownAdmin, rekey } from '../helpers/own-admin.ts'

const direktoratet = organisations.direktoratet.organisation_number
const anotherKey = { SECRET_KEY: Buffer.alloc(32, 9).toString('base64') }
const synthetic = syntheticPid('1987-04-15', 101)

let house: House

beforeAll(async () => {
  house = await startHouse({ outside: true })
})
afterAll(async () => {
  await house.stop()
})

/** The doctor's lines, with what the house's variables are set to instead. */
const doctor = async (over: Record<string, string> = {}) => {
  const { code, lines } = await runProgram(['doctor'], { ...house.env, ...over })
  return { code, lines, faults: lines.filter((line) => line.startsWith('✗')) }
}

const giveOwn = async (of = house) => {
  const own = await ownAdmin(of)
  await give(of, own)
  onTestFinished(async () => {
    await runProgram(`credentials remove --organisation ${direktoratet} --environment test`.split(' '), of.env)
  })
  return own
}

const clear = async (userId: string) => {
  const line = `--organisation ${direktoratet} --user ${userId}`
  await runProgram(`clearances add ${line}`.split(' '), house.env, synthetic)
  onTestFinished(async () => {
    await runProgram(`clearances remove ${line}`.split(' '), house.env)
  })
}

describe('the doctor, of what stands around the bot', () => {
  it('finds ID-porten, mail and Enhetsregisteret well', async () => {
    const { lines } = await doctor()
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^✓ ID-porten: .*metadata was read/),
        '✓ Mail: the server takes mail from portvakt@portvakt.example',
        '✓ Enhetsregisteret: answers',
      ]),
    )
  })

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'ID-porten',
      { IDPORTEN_ISSUER: 'http://127.0.0.1:1' },
      /^✗ ID-porten: idporten-unavailable: check IDPORTEN_ISSUER/,
    ],
    ['mail', { SMTP_URL: 'smtp://127.0.0.1:1' }, /^✗ Mail: .*: check SMTP_URL/],
    [
      'Enhetsregisteret',
      { ENHETSREGISTERET_URL: 'http://127.0.0.1:1/api' },
      /^✗ Enhetsregisteret: register-unavailable: check ENHETSREGISTERET_URL/,
    ],
  ])('finds a fault where %s is not there', async (_what, over, words) => {
    const { code, faults } = await doctor(over)
    expect({ code, faults }).toEqual({ code: 1, faults: [expect.stringMatching(words)] })
  })

  it('takes ID-porten and mail that are not set up for a choice, and says what does not work', async () => {
    const off = { IDPORTEN_CLIENT_ID: '', IDPORTEN_KEY_FILE: '', SMTP_URL: '', MAIL_FROM: '' }
    const { code, lines } = await doctor(off)
    expect(code).toBe(0)
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^– ID-porten: off, so nothing can be changed in production: set IDPORTEN_CLIENT_ID/),
        expect.stringMatching(/^– Mail: off: set SMTP_URL/),
      ]),
    )
  })
})

describe('the doctor, of what organisations gave', () => {
  it('says nothing of what there is none of', async () => {
    const { lines } = await doctor()
    expect(lines.filter((line) => /Own admin client|Clearances/.test(line))).toEqual([])
  })

  it('asks a token for each admin client of an organisation’s own', async () => {
    await giveOwn()
    const { code, lines } = await doctor()
    expect(code).toBe(0)
    // the admin client itself is one of the organisation's
    expect(lines).toContain(
      `✓ Own admin client of ${direktoratet}, test: Maskinporten issues it a token; ${active()} active clients`,
    )
  })

  it('finds one whose key is refused, where the bot’s own is off', async () => {
    const own = await giveOwn()
    rekey(house, own, rsaKey())
    const { code, faults } = await doctor({ DIGDIR_TEST_CLIENT_ID: '', DIGDIR_TEST_KEY_FILE: '' })
    expect(code).toBe(1)
    expect(faults).toEqual([
      expect.stringMatching(
        `^✗ Own admin client of ${direktoratet}, test: token-refused.*registered on ${own.clientId}`,
      ),
    ])
  })

  it('finds that SECRET_KEY was changed: keys that do not open, and how many numbers must be given anew', async () => {
    await giveOwn()
    await clear('U0KARI')
    await clear('U0INGRID')
    const before = await doctor()
    expect(before.lines).toContain('✓ Clearances: 2, all of the present SECRET_KEY')
    const { code, faults, lines } = await doctor(anotherKey)
    expect(code).toBe(1)
    expect(faults).toEqual([
      expect.stringMatching(/its key does not open, since SECRET_KEY was changed/),
      expect.stringMatching(/^✗ Clearances: SECRET_KEY was changed: 2 of 2 .*clearances add/),
    ])
    expect(lines.join('\n')).not.toContain(synthetic)
  })
})

const active = () => house.digdir.test.registry.clients(direktoratet).filter((one) => one.active).length
