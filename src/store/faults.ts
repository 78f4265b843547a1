import { DrizzleQueryError } from 'drizzle-orm'
import { AppError } from '../errors.ts'

type DriverFault = { code?: unknown; name?: unknown; message?: unknown; constraint?: unknown; severity?: unknown }

// lock not available, deadlock, serialisation, too many connections, shutting down, connection lost
const passing =
  /^(SQLITE_BUSY|SQLITE_LOCKED|55P03$|40P01$|40001$|53300$|57P0|08|ECONN|EPIPE$|ETIMEDOUT$|ENOTFOUND$|EAI_)/
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

const driverFault = (error: unknown): DriverFault | null => {
  const inner = error instanceof DrizzleQueryError ? error.cause : error
  return typeof inner === 'object' && inner !== null ? inner : null
}

/** Whether it is the database that is locked or out of reach, and the same may work in a while. */
export const isPassing = (error: unknown): boolean => {
  const fault = driverFault(error)
  if (!fault) return false
  return (typeof fault.code === 'string' && passing.test(fault.code)) || lost.test(String(fault.message))
}

/** Whether a row was refused because another has its key. */
export const isDuplicate = (error: unknown): boolean =>
  /^(23505|SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE))$/.test(String(driverFault(error)?.code))

/**
 * What a driver threw, as an `AppError` without the values that the drivers put into theirs; `store-busy` when it
 * passes, else `internal`. All that is not a driver's is given back as it came.
 */
export const storeFault = (error: unknown): unknown => {
  if (error instanceof AppError) return error
  const fault = driverFault(error)
  const code = typeof fault?.code === 'string' ? fault.code : 'no code'
  if (isPassing(error)) return new AppError('store-busy', `the database is locked or out of reach: ${code}`)
  const isDrivers = error instanceof DrizzleQueryError || fault?.name === 'SqliteError' || fault?.severity !== undefined
  if (!isDrivers) return error
  const constraint = typeof fault?.constraint === 'string' ? ` ${fault.constraint}` : ''
  return new AppError('internal', `the database refused: ${code}${constraint}`)
}

/** The same functions, whose faults went through `storeFault`. */
export const withStoreFaults = <T extends Record<string, (...args: never[]) => Promise<unknown>>>(functions: T): T => {
  const wrapped = Object.entries(functions).map(([name, run]) => [
    name,
    async (...args: never[]) => {
      try {
        return await run(...args)
      } catch (error) {
        throw storeFault(error)
      }
    },
  ])
  return Object.fromEntries(wrapped) as T
}
