import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Child, startChild } from './child.ts'
import { fanoutMemory } from './fanout-memory.ts'
import { load, signedCommand } from './load.ts'
import { mailFanout } from './mail-fanout.ts'
import { median } from './median.ts'
import { asker, signingSecret, startTown, type Town } from './town.ts'

/** One row of `bench/results.json` (design section 8). `ratio` is value over baseline. */
type Row = { name: string; value: number; baseline: number; ratio: number; target: string; n: number; met: boolean }

const rounds = 5
const seconds = 3
const built = fileURLToPath(new URL('../dist/src/main.js', import.meta.url))
const bare = fileURLToPath(new URL('baseline.mjs', import.meta.url))

const row = (
  name: string,
  values: number[],
  baselines: number[],
  target: string,
  met: (value: number, ratio: number) => boolean,
): Row => {
  const value = median(values)
  const baseline = median(baselines)
  const ratio = median(values.map((one, at) => one / (baselines[at] ?? Number.NaN)))
  const round = (figure: number) => Math.round(figure * 1000) / 1000
  return {
    name,
    value: round(value),
    baseline: round(baseline),
    ratio: round(ratio),
    target,
    n: values.length,
    met: met(value, ratio),
  }
}

const command = () => signedCommand('list', asker, signingSecret)

/** The first command of a person makes the bot ask Slack and Digdir; after it the list is in the store. */
const warm = async (bot: Child, town: Town): Promise<void> => {
  const request = command()
  const before = town.digdir.count()
  const answer = await fetch(`${bot.url}/slack/events`, request)
  await answer.arrayBuffer()
  while (town.digdir.count() === before) await new Promise((resolve) => setTimeout(resolve, 20))
  await new Promise((resolve) => setTimeout(resolve, 500))
}

const wellAnswered = (what: string, result: { bad: number }): void => {
  if (result.bad > 0) throw new Error(`${what}: ${result.bad} requests were not answered with 200`)
}

const throughput = async (bot: Child, baseline: Child): Promise<Row> => {
  const values: number[] = []
  const baselines: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const ours = await load(bot.url, command(), seconds)
    const theirs = await load(baseline.url, command(), seconds)
    wellAnswered('ours', ours)
    wellAnswered('the baseline', theirs)
    values.push(ours.perSecond)
    baselines.push(theirs.perSecond)
  }
  return row('ack_throughput', values, baselines, 'ratio >= 1.2', (_value, ratio) => ratio >= 1.2)
}

/** The acknowledgements while Digdir takes 10 s, beside the same while it is fast: one connection a person typing. */
const slowUpstream = async (bot: Child, town: Town): Promise<Row> => {
  const values: number[] = []
  const baselines: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    town.digdir.faults.clear()
    const fast = await load(bot.url, command(), seconds, 5)
    town.digdir.faults.add({ fault: { kind: 'delay', ms: 10_000 } })
    const slow = await load(bot.url, command(), seconds, 5)
    wellAnswered('fast', fast)
    wellAnswered('slow', slow)
    values.push(slow.p99)
    baselines.push(fast.p99)
  }
  town.digdir.faults.clear()
  return row(
    'ack_p99_slow_upstream',
    values,
    baselines,
    'p99 < 500 ms and ratio <= 1.5',
    (value, ratio) => value < 500 && ratio <= 1.5,
  )
}

const starts = async (town: Town): Promise<Row[]> => {
  const memory = { values: [] as number[], baselines: [] as number[] }
  const cold = { values: [] as number[], baselines: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    for (const [file, side] of [
      [built, 'values'],
      [bare, 'baselines'],
    ] as const) {
      const child = await startChild(file, town.env)
      cold[side].push(child.readyMs)
      // a second for the garbage of the start to be collected, on both sides alike
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      memory[side].push((await child.residentBytes()) / 1024 / 1024)
      await child.stop()
    }
  }
  const met = (_value: number, ratio: number) => ratio <= 1.5
  return [
    row('memory', memory.values, memory.baselines, 'ratio <= 1.5 (MiB)', met),
    row('cold_start', cold.values, cold.baselines, 'ratio <= 1.5 (ms)', met),
  ]
}

/** What is sent: mails a second, and what waiting rows cost in memory. */
const fanouts = async (): Promise<Row[]> => {
  // 10 000 in all, turn by turn: a machine that is busy for a while is so for both
  const mails = await mailFanout(rounds, 2_000)
  const memory = await fanoutMemory(100_000, 1_000)
  return [
    row('mail_fanout', mails.values, mails.baselines, 'ratio >= 0.9 (mails/s)', (_value, ratio) => ratio >= 0.9),
    row('fanout_memory', memory.values, memory.baselines, 'ratio <= 1.3 (MiB)', (_value, ratio) => ratio <= 1.3),
  ]
}

const town = await startTown(250)
try {
  const rows = await starts(town)
  const bot = await startChild(built, town.env)
  const baseline = await startChild(bare, town.env)
  try {
    await warm(bot, town)
    rows.unshift(await throughput(bot, baseline), await slowUpstream(bot, town))
  } finally {
    await Promise.all([bot.stop(), baseline.stop()])
  }
  rows.push(...(await fanouts()))
  console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figures])))
  await writeFile(
    fileURLToPath(new URL('results.json', import.meta.url)),
    `${JSON.stringify(
      rows.map(({ met: _met, ...one }) => one),
      null,
      2,
    )}\n`,
  )
} finally {
  await town.close()
}
