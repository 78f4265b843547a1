import { z } from 'zod'
import { countyOf } from '../domain/belonging/counties.ts'
import type { RegisterState, RegisterUnit } from '../domain/belonging/register-unit.ts'

const number = z.string().regex(/^\d{9}$/)
const flag = z.boolean().nullish()
const address = z.object({ kommune: z.string().nullish(), kommunenummer: z.string().nullish() }).nullish()

/** A unit (brreg.md 4.2): what the bot needs of it. Unknown fields are dropped, since new ones come at any time. */
const unit = z.object({
  organisasjonsnummer: number,
  navn: z.string().min(1),
  organisasjonsform: z.object({ kode: z.string().min(1), beskrivelse: z.string().nullish() }),
  slettedato: z.string().nullish(),
  konkurs: flag,
  underAvvikling: flag,
  underTvangsavviklingEllerTvangsopplosning: flag,
  overordnetEnhet: number.nullish(),
  forretningsadresse: address,
  beliggenhetsadresse: address,
})
type Unit = z.output<typeof unit>

/** Null where nobody says: a deleted unit has no flags, and a main unit without them is not healthy but unread. */
const stateOf = (one: Unit, kind: RegisterUnit['kind']): RegisterState | null => {
  if (one.slettedato) return 'deleted'
  if (one.konkurs) return 'bankrupt'
  if (one.underAvvikling || one.underTvangsavviklingEllerTvangsopplosning) return 'winding-up'
  // bankruptcy is the legal entity's: sub-units have no such flags
  return kind === 'sub' || one.konkurs === false ? 'live' : null
}

/** The answer of `/enheter/{number}` (`main`) or `/underenheter/{number}` (`sub`). */
export const unitSchema = (kind: RegisterUnit['kind']) =>
  unit.transform((one, context): RegisterUnit => {
    const state = stateOf(one, kind)
    if (state === null) {
      context.addIssue({ code: 'custom', message: 'neither deleted nor said to be solvent', path: ['konkurs'] })
      return z.NEVER
    }
    return {
      number: one.organisasjonsnummer,
      name: one.navn,
      form: one.organisasjonsform.kode,
      formText: one.organisasjonsform.beskrivelse || one.organisasjonsform.kode,
      municipality: one.forretningsadresse?.kommune || one.beliggenhetsadresse?.kommune || null,
      county: countyOf(one.forretningsadresse?.kommunenummer ?? one.beliggenhetsadresse?.kommunenummer),
      state,
      parent: one.overordnetEnhet ?? null,
      kind,
    }
  })

const page = z.object({ totalElements: z.number().int().min(0) })

/** A page of `/enheter` by itself: enough to see that the register answers. */
export const pageSchema = z.object({ page })

/**
 * A page of `/enheter`; without a hit there is no `_embedded` at all (brreg.md 4.1). A hit that cannot be read is left
 * out, so that one odd unit does not hide those beside it; a page of nothing else is not read.
 */
export const searchSchema = z
  .object({ _embedded: z.object({ enheter: z.array(z.unknown()) }).nullish(), page })
  .transform(({ _embedded, page }, context) => {
    const hits = _embedded?.enheter ?? []
    const units = hits.flatMap((hit) => unitSchema('main').safeParse(hit).data ?? [])
    if (hits.length > 0 && units.length === 0) {
      context.addIssue({ code: 'custom', message: 'no hit can be read', path: ['_embedded'] })
      return z.NEVER
    }
    return { units, total: page.totalElements }
  })
