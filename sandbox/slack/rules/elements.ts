import { buttons } from './buttons.ts'
import type { ElementKind, Host } from './element.ts'
import { inputs } from './inputs.ts'
import type { Rule } from './rule.ts'
import { selects } from './selects.ts'
import { chosenByType, withParent } from './shapes.ts'

const kinds: ReadonlyMap<string, ElementKind> = new Map(Object.entries({ ...buttons, ...selects, ...inputs }))

/** Any element that may stand in `host` on the surface at hand; every other type is unsupported there. */
export const elementIn = (host: Host): Rule =>
  chosenByType((type, { surface }) => {
    const kind = kinds.get(type)
    if (kind === undefined || !kind.hosts.includes(host)) return undefined
    return surface === null || kind.surfaces.includes(surface) ? kind.rule : undefined
  })

/** As `elementIn`, for places with one element, where Slack names the place as well as the leaf. */
export const oneElementIn = (host: Host): Rule => withParent(elementIn(host))
