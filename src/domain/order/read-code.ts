import { AppError } from '../../errors.ts'

/** A code as somebody typed it, `K7QX-42MN`; null for what can't be one. Letter case, spaces and hyphens don't matter; O is 0, I and L are 1. */
export const readCode = (_typed: string): string | null => {
  throw new AppError('internal', 'not written yet')
}
