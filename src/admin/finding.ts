import { AppError } from '../errors.ts'

/** One finding; a `lack` is a choice or something optional, a `fault` stops the bot from doing its work. */
export type Finding = { state: 'well' | 'lack' | 'fault'; about: string; what: string }

export const well = (about: string, what: string): Finding => ({ state: 'well', about, what })
export const lack = (about: string, what: string): Finding => ({ state: 'lack', about, what })
export const fault = (about: string, what: string): Finding => ({ state: 'fault', about, what })

/** An error in the doctor's words: codes and ids, nothing that was sent. */
export const saying = (error: unknown): string => {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : 'unknown error'
  const { mpCode, correlationId } = error.details
  return [error.code, mpCode, correlationId && `correlation id ${correlationId}`].filter(Boolean).join(', ')
}
