import { AppError } from '../../errors.ts'

export type CompanyNameRead =
  | { ok: true; name: string }
  | { ok: false; code: 'required' | 'company-length' | 'company-characters' }

/** A company's name as typed (brreg.md 5.2): 1 to 180 characters on one line. @param registered the register's own name, which is right whatever is in it */
export const readCompanyName = (_typed: string, _registered: string | null = null): CompanyNameRead => {
  throw new AppError('internal', 'not written yet')
}

/** Whether two spellings name the same company: in any letter case, NFC (brreg.md 5.2). */
export const isSameCompanyName = (_one: string, _other: string): boolean => {
  throw new AppError('internal', 'not written yet')
}
