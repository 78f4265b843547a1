/**
 * The organisations of the sandbox, all of them invented: the numbers are synthetic (they begin with 3 and have a valid
 * check digit) and the domains end in `.example`. Only the municipalities of `sandbox/data/municipalities.csv` are real.
 */
import type { Organisation } from '../protocol.ts'

export const organisations = {
  kystverdi: { organisation_number: '310000019', name: 'KYSTVERDI KOMMUNE', domains: ['kystverdi.example'] },
  direktoratet: { organisation_number: '310000027', name: 'DIREKTORATET FOR EKSEMPLER', domains: ['eksempel.example'] },
  fjordlys: { organisation_number: '310000035', name: 'FJORDLYS HELSEFORETAK', domains: ['fjordlys.example'] },
  /** makes systems that look up beneficial owners for others; orders test access as a supplier */
  leverandor: {
    organisation_number: '310000051',
    name: 'FJELLKODE SYSTEMER AS',
    domains: ['fjellkode.example'],
  },
  /** has a right of its own to the register over beneficial owners, and uses the supplier's system */
  banken: { organisation_number: '310000043', name: 'EKSEMPELBANKEN ASA', domains: ['eksempelbanken.example'] },
} satisfies Record<string, Organisation>

/** Municipalities of `data/municipalities.csv` that share a name and, with it, a mail domain. */
export const heroy = { inNordland: '872417982', inMoreOgRomsdal: '964978840' } as const
