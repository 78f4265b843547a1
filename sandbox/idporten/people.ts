import { LEVELS, type Level } from './levels.ts'
import { isSyntheticPid } from './pid.ts'

/** Somebody invented who can log in; without `levels`, on every level. */
export type TestPerson = { name: string; pid: string; levels?: readonly Level[] }

/** @throws RangeError for a number that could be a real person's */
export const checkPeople = (people: readonly TestPerson[]): void => {
  const real = people.find(({ pid }) => !isSyntheticPid(pid))
  if (real) throw new RangeError(`${real.name} has no synthetic national identity number`)
}

/** The levels somebody can log in on; those who are not on the list have all. */
export const levelsOf = (people: readonly TestPerson[], pid: string): readonly Level[] =>
  people.find((one) => one.pid === pid)?.levels ?? LEVELS
