import type { LookUp } from '../belonging/register-unit.ts'
import type { Deps } from '../deps.ts'

/** What Enhetsregisteret says of each number, all asked at once. Never throws for a register that is down. */
export const lookUpUnits = async (
  { enhetsregisteret }: Pick<Deps, 'enhetsregisteret'>,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, LookUp>> => {
  const found = await Promise.all(
    [...new Set(numbers)].map(async (number) => [number, await enhetsregisteret.byNumber(number)] as const),
  )
  return new Map(found)
}
