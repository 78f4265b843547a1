import { AppError } from '../../errors.ts'
import type { LookUp } from '../belonging/register-unit.ts'
import type { Deps } from '../deps.ts'

/** What Enhetsregisteret says of each number, all asked at once. Never throws for a register that is down. */
export const lookUpUnits = async (
  _deps: Pick<Deps, 'enhetsregisteret'>,
  _numbers: readonly string[],
): Promise<ReadonlyMap<string, LookUp>> => {
  throw new AppError('internal', 'not written yet')
}
