import type { UnitQuery } from './query.ts'
import { scorerOf } from './score.ts'
import { shapeOf } from './shapes.ts'
import { isSubUnit, type Unit } from './unit.ts'

/** Where a search is asked, which is also the name its hits stand under. */
export type Kind = 'enheter' | 'underenheter'

/** Deleted and removed units are not among those that a search finds. */
const isSearched = ({ fate }: Unit) => fate.kind !== 'deleted' && fate.kind !== 'removed'

const filtersOf = (query: UnitQuery): ((unit: Unit) => boolean)[] => {
  const { organisasjonsnummer, organisasjonsform, overordnetEnhet, kommunenummer, konkurs, underAvvikling } = query
  const filters: (((unit: Unit) => boolean) | undefined)[] = [
    organisasjonsnummer && (({ number }) => organisasjonsnummer.includes(number)),
    organisasjonsform && (({ form }) => organisasjonsform.includes(form)),
    overordnetEnhet === undefined ? undefined : ({ parent }) => parent === overordnetEnhet,
    kommunenummer && (({ address }) => kommunenummer.includes(address?.kommunenummer ?? '')),
    konkurs === undefined ? undefined : ({ fate }) => (fate.kind === 'bankrupt') === konkurs,
    underAvvikling === undefined ? undefined : ({ fate }) => (fate.kind === 'winding-up') === underAvvikling,
  ]
  return filters.filter((one) => one !== undefined)
}

/** The hits in order: by name, the best first; else by number. */
export const findUnits = (units: Iterable<Unit>, kind: Kind, query: UnitQuery): Unit[] => {
  const filters = filtersOf(query)
  const among = [...units].filter(
    (unit) =>
      isSearched(unit) && isSubUnit(unit) === (kind === 'underenheter') && filters.every((filter) => filter(unit)),
  )
  const byNumber = among.sort((one, other) => one.number.localeCompare(other.number))
  if (query.navn === undefined) return byNumber
  const score = scorerOf(query.navn)
  return byNumber
    .map((unit) => ({ unit, points: score(unit.name) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points)
    .map(({ unit }) => unit)
}

/**
 * The answer to a search (brreg.md 4.2): a page of the hits, and the way to the others; without a hit there is neither
 * `_embedded` nor any way.
 *
 * @param asked the search's own parameters, kept in the links
 */
export const searchShape = (
  hits: readonly Unit[],
  kind: Kind,
  { size, page }: UnitQuery,
  asked: URLSearchParams,
  base: string,
) => {
  const link = (number: number) => {
    const query = new URLSearchParams(asked)
    query.set('page', String(number))
    query.set('size', String(size))
    return { href: `${base}/${kind}?${query}` }
  }
  const totalPages = Math.ceil(hits.length / size)
  const shown = hits.slice(page * size, (page + 1) * size)
  const numbers = { size, totalElements: hits.length, totalPages, number: page }
  const self = { href: asked.size === 0 ? `${base}/${kind}` : `${base}/${kind}?${asked}` }
  if (hits.length === 0) return { _links: { self }, page: numbers }
  return {
    ...(shown.length > 0 ? { _embedded: { [kind]: shown.map((unit) => shapeOf(unit, base)) } } : {}),
    _links: {
      first: link(0),
      self,
      ...(page + 1 < totalPages ? { next: link(page + 1) } : {}),
      last: link(totalPages - 1),
    },
    page: numbers,
  }
}
