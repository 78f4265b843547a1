import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { buildProgram } from './build.ts'

const run = promisify(execFile)

/** The most memory that a process ever had which sent so many rows, so many times; MiB. */
const peakOf = async (program: string, rows: number, times: number): Promise<number> => {
  const { stdout } = await run(process.execPath, [program, String(rows), String(times)])
  return Number(stdout) / 1024
}

/** How often few are sent: a process that lives for a second has not yet taken what Node gives one that lives longer. */
const times = 20

/** Peak resident memory with many rows waiting at once, beside few. */
export const fanoutMemory = async (many: number, few: number) => {
  const program = await buildProgram('fanout-memory-child')
  const baselines = [await peakOf(program, few, times)]
  return { values: [await peakOf(program, many, 1)], baselines }
}
