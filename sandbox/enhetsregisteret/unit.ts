import type forms from './forms.json'

export type FormCode = keyof typeof forms

/** The fields of the register's own address object (brreg.md 4.2); only what is known. */
export type Address = {
  land: string
  landkode: string
  postnummer?: string
  poststed?: string
  adresse?: string[]
  kommune?: string
  kommunenummer?: string
}

/** What happened to a unit; dates are `YYYY-MM-DD`. */
export type Fate =
  | { kind: 'live' }
  | { kind: 'bankrupt'; since: string }
  | { kind: 'winding-up'; since: string }
  | { kind: 'forced-winding-up' }
  | { kind: 'deleted'; since: string }
  /** taken out of the open data for legal reasons */
  | { kind: 'removed'; since: string }

/** A unit of the register: a main unit, or a sub-unit where `parent` is given and the form is BEDR or AAFY. */
export type Unit = {
  number: string
  /** upper case, as the register writes it */
  name: string
  form: FormCode
  fate: Fate
  /** when it was entered */
  registered: string
  language: 'Bokmål' | 'Nynorsk'
  /** business address, or where a sub-unit lies */
  address?: Address
  postalAddress?: Address
  industry?: { kode: string; beskrivelse: string }
  sector?: { kode: string; beskrivelse: string }
  employees?: number
  email?: string
  website?: string
  /** number of the unit above it */
  parent?: string
}

/** Sub-units are asked for at another address than all the others. */
export const isSubUnit = ({ form }: Pick<Unit, 'form'>): boolean => form === 'BEDR' || form === 'AAFY'
