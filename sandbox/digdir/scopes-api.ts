import { Hono } from 'hono'
import type { Caller } from './bearer.ts'
import { type ApiDeps, type ApiEnv, allow, jsonBody } from './context.ts'
import type { Scope } from './model.ts'
import { fieldError, Refusal, refuseAny } from './problem.ts'
import { plainScope } from './registry.ts'
import { readScopeBody } from './scope-body.ts'
import { stamp } from './stamp.ts'

const PROVIDER = 'idporten:scopes.write'

/** Routes of /scopes and /delegationsources (reference digdir.md 2.2, 2.8, 2.9). */
export const scopeRoutes = (deps: ApiDeps): Hono<ApiEnv> => {
  const { registry, clock, statuses } = deps
  const app = new Hono<ApiEnv>()

  /** Only the caller's own; a foreign one answers as an unknown one. */
  const ownScope = (caller: Caller, name: string | undefined): Scope => {
    const scope = name === undefined ? undefined : registry.scope(name)
    if (scope?.owner_orgno !== caller.orgno) throw new Refusal(404, 'scope not found')
    return scope
  }
  const consumer = (orgno: string): string => {
    if (!validOrgno(orgno)) refuseAny([fieldError('consumer_orgno', 'is not an organisation number', 'access')])
    return orgno
  }
  const sources = () => registry.delegationSources().map((source) => source.issuer)

  // Open to anyone, so it can only show what is public.
  app.get('/scopes/all', (c) => {
    const open = c.req.query('accessible_for_all')
    const visible = registry.scopes().filter((scope) => scope.active && scope.visibility === 'PUBLIC')
    return c.json(open === undefined ? visible : visible.filter((scope) => String(scope.accessible_for_all) === open))
  })
  app.get('/delegationsources', (c) => c.json(registry.delegationSources()))
  app.get('/scopes/access/all', allow(deps, 'idporten:dcr.read'), (c) =>
    c.json(registry.accesses({ orgno: c.get('caller').orgno })),
  )

  app.get('/scopes', allow(deps, PROVIDER), (c) => {
    const caller = c.get('caller')
    const name = c.req.query('scope')
    if (name !== undefined) return c.json(ownScope(caller, name))
    const own = registry.scopes().filter((scope) => scope.owner_orgno === caller.orgno)
    return c.json(c.req.query('inactive') === 'true' ? own : own.filter((scope) => scope.active))
  })
  app.post('/scopes', allow(deps, PROVIDER), async (c) => {
    const { orgno } = c.get('caller')
    const input = readScopeBody(await jsonBody(c), sources())
    if (!registry.ownsPrefix(input.prefix, orgno))
      refuseAny([fieldError('prefix', 'is not assigned to the organisation', 'scope')])
    const name = `${input.prefix}:${input.subscope}`
    if (registry.scope(name)) throw new Refusal(409, 'the scope exists')
    const now = stamp(clock.now())
    const scope = { ...plainScope, ...input, name, owner_orgno: orgno, active: true, created: now, last_updated: now }
    registry.saveScope(scope)
    return c.json(scope, statuses.created)
  })
  app.put('/scopes', allow(deps, PROVIDER), async (c) => {
    const before = ownScope(c.get('caller'), c.req.query('scope'))
    const input = readScopeBody(await jsonBody(c), sources())
    if (`${input.prefix}:${input.subscope}` !== before.name)
      refuseAny([fieldError('subscope', 'cannot be changed', 'scope')])
    const { name, owner_orgno, created } = before
    // A body that says nothing of `active` resets it, as any field that is left out: always send it (7, trap 20).
    const active = input.active ?? false
    const scope = { ...plainScope, ...input, name, owner_orgno, active, created, last_updated: stamp(clock.now()) }
    registry.saveScope(scope)
    return c.json(scope)
  })
  app.delete('/scopes', allow(deps, PROVIDER), (c) => {
    const before = ownScope(c.get('caller'), c.req.query('scope'))
    if (!before.active) throw new Refusal(404, 'scope not found')
    const scope = { ...before, active: false, last_updated: stamp(clock.now()) }
    registry.saveScope(scope)
    return c.json(scope)
  })

  app.get('/scopes/access', allow(deps, PROVIDER), (c) =>
    c.json(registry.accesses({ scope: ownScope(c.get('caller'), c.req.query('scope')).name })),
  )
  app.put('/scopes/access/:orgno', allow(deps, PROVIDER), (c) => {
    const scope = ownScope(c.get('caller'), c.req.query('scope'))
    return c.json(registry.setAccess(scope.name, consumer(c.req.param('orgno')), 'APPROVED'))
  })
  app.delete('/scopes/access/:orgno', allow(deps, PROVIDER), (c) => {
    const scope = ownScope(c.get('caller'), c.req.query('scope'))
    const orgno = consumer(c.req.param('orgno'))
    if (!registry.access(scope.name, orgno)) throw new Refusal(404, 'access not found')
    return c.json(registry.setAccess(scope.name, orgno, 'DENIED'))
  })
  return app
}

/** Nine digits with a valid check digit, mod 11 (reference digdir.md 2.10). */
const validOrgno = (orgno: string): boolean => {
  if (!/^\d{9}$/.test(orgno)) return false
  const weights = [3, 2, 7, 6, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(orgno[index]), 0)
  return (11 - (sum % 11)) % 11 === Number(orgno[8])
}
