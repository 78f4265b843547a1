import { type Context, Hono } from 'hono'
import type { Clock } from '../clock.ts'
import { createFaults, type Faults } from '../faults.ts'
import { type ServeBindings, type ServedRequest, serve } from '../serve.ts'
import { BadRequest, badRequestBody, frameworkBody } from './errors.ts'
import { readNumber, readQuery } from './query.ts'
import { findUnits, type Kind, searchShape } from './search.ts'
import { removedShape, shapeOf } from './shapes.ts'
import { isSubUnit, type Unit } from './unit.ts'
import { sandboxUnits } from './units.ts'
import { mediaTypeFor } from './version.ts'

export type Enhetsregisteret = {
  /** for `ENHETSREGISTERET_URL`, up to and including `/enhetsregisteret/api` */
  url: string
  port: number
  /** a `status` fault without a body gets the register's own: 400, 410, and what the framework says of all others */
  faults: Faults
  /** Adds one, or takes the place of the one with its number. */
  addUnit(unit: Unit): void
  unit(number: string): Unit | undefined
  requests(): readonly ServedRequest[]
  /** requests since start */
  count(): number
  close(): Promise<void>
}

const PATH = '/enhetsregisteret/api'

/**
 * The open API of Enhetsregisteret on 127.0.0.1 (reference brreg.md 4): look-ups and searches of main units and
 * sub-units, in the register's shapes and status codes.
 *
 * @param options.units the sandbox's cast, the municipalities and the invented ones when left out
 */
export const createEnhetsregisteret = async (options: {
  clock: Clock
  port?: number
  units?: readonly Unit[]
}): Promise<Enhetsregisteret> => {
  const { clock } = options
  const units = new Map((options.units ?? (await sandboxUnits())).map((unit) => [unit.number, unit]))
  const faults = createFaults()
  let base = ''

  type Env = { Bindings: ServeBindings; Variables: { type: string } }
  const json = (c: Context<Env>, status: 200 | 400 | 410, body: unknown) =>
    c.body(JSON.stringify(body), status, { 'content-type': c.get('type') })

  const search = (kind: Kind) => (c: Context<Env>) => {
    const asked = new URL(c.req.url).searchParams
    const query = readQuery(asked)
    return json(c, 200, searchShape(findUnits(units.values(), kind, query), kind, query, asked, base))
  }
  const lookUp = (kind: Kind) => (c: Context<Env>) => {
    const unit = units.get(readNumber(c.req.param('number') ?? ''))
    // A sub-unit is unknown where main units are asked for, and the reverse.
    if (!unit || isSubUnit(unit) !== (kind === 'underenheter')) return c.body(null, 404)
    if (unit.fate.kind === 'removed') return json(c, 410, removedShape(unit, unit.fate.since, base))
    return json(c, 200, shapeOf(unit, base))
  }

  const app = new Hono<Env>().basePath(PATH)
  app.use(async (c, next) => {
    const type = mediaTypeFor(c.req.header('accept'))
    if (type === null) return c.json(frameworkBody(406, c.req.path, clock.now()), 406)
    c.set('type', type)
    return next()
  })
  for (const kind of ['enheter', 'underenheter'] as const) {
    app.get(`/${kind}`, search(kind))
    app.get(`/${kind}/:number`, lookUp(kind))
  }
  app.notFound((c) => c.body(null, 404))
  app.onError((error, c) => {
    if (error instanceof BadRequest) return json(c, 400, badRequestBody(error, c.req.path, clock.now()))
    throw error
  })

  const served = await serve({
    app,
    faults: { ...faults, strike: inOwnWords(faults, clock) },
    clock,
    ...(options.port === undefined ? {} : { port: options.port }),
  })
  base = `${served.url}${PATH}`
  return {
    url: base,
    port: served.port,
    faults,
    addUnit: (unit) => void units.set(unit.number, unit),
    unit: (number) => units.get(number),
    requests: served.requests,
    count: served.count,
    close: served.close,
  }
}

/** Gives a fault that says only its status the body that the register would send. */
const inOwnWords =
  (faults: Faults, clock: Clock): Faults['strike'] =>
  (method, path) => {
    const fault = faults.strike(method, path)
    if (fault?.kind !== 'status' || fault.body !== undefined) return fault
    const body = JSON.stringify(ownBody(fault.status, path.split('?')[0] ?? path, clock.now()))
    return { ...fault, headers: { 'content-type': 'application/json', ...fault.headers }, body }
  }

const ownBody = (status: number, path: string, at: number) => {
  const [, kind = 'enheter', number] = /\/(enheter|underenheter)\/(\d{9})$/.exec(path) ?? []
  if (status === 410 && number !== undefined)
    return {
      organisasjonsnummer: number,
      slettedato: '2025-05-24',
      _links: { self: { href: `${PATH}/${kind}/${number}` } },
    }
  if (status !== 400) return frameworkBody(status, path, at)
  return badRequestBody(new BadRequest([{ parameter: 'navn', value: '', message: 'Ugyldig verdi' }]), path, at)
}
