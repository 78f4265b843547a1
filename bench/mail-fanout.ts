import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { buildProgram } from './build.ts'
import { startSink } from './sink.ts'

const run = promisify(execFile)

/** Mails a second to a local mail server: ours, and nodemailer's own pool sending the same. */
export const mailFanout = async (rounds: number, each: number): Promise<{ values: number[]; baselines: number[] }> => {
  const program = await buildProgram('mail-fanout-child')
  const sink = await startSink()
  try {
    const { stdout } = await run(process.execPath, [program, sink.url, String(rounds), String(each)])
    return JSON.parse(stdout)
  } finally {
    sink.stop()
  }
}
