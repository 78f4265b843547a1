import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Sandbox, startSandbox } from '../../sandbox/start/sandbox.ts'
import { readSettings } from '../../sandbox/start/settings.ts'
import { channels } from '../../sandbox/world.ts'
import { textFor } from '../../src/text/index.ts'
import { openPage, startChromium } from './chromium.ts'
import { type Desk, deskOf } from './desk.ts'

const locales = { nb: 'nb-NO', en: 'en-GB' } as const

/** A sandbox of a test's own, built and running, and a browser in front of it. */
export type Stage = {
  /** Somebody's desk, in a browser context of its own whose locale is that of their pages. */
  desk(userId: string, place?: { channel?: string; locale?: string }): Promise<Desk>
  /** The same in a channel for all, for somebody who has told the bot which language they read. */
  reader(userId: string, language: 'nb' | 'en'): Promise<Desk>
  stop(): Promise<void>
}

/** Eleven ports in a row are counted from it; another one is tried when a neighbour is taken. */
const start = async (folder: string): Promise<Sandbox> => {
  const settings = { ...readSettings([], {}, import.meta.dirname), folder: join(folder, 'data') }
  for (let tries = 0; ; tries += 1) {
    try {
      return await startSandbox(
        { ...settings, port: 33_000 + Math.floor(Math.random() * 20_000) },
        process.env,
        () => {},
      )
    } catch (error) {
      if (tries === 4 || !/is in use/.test(String(error))) throw error
    }
  }
}

/** Starts both; what has started is ended again when the other does not come up. */
export const startStage = async (): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-browser-'))
  const [sandbox, browser] = await Promise.allSettled([start(folder), startChromium()])
  const stop = async () => {
    if (browser.status === 'fulfilled') await browser.value.close()
    if (sandbox.status === 'fulfilled') await sandbox.value.stop()
    await rm(folder, { recursive: true, force: true })
  }
  if (sandbox.status === 'rejected' || browser.status === 'rejected') {
    await stop()
    throw sandbox.status === 'rejected' ? sandbox.reason : (browser as PromiseRejectedResult).reason
  }
  const { url } = sandbox.value
  const desk: Stage['desk'] = async (userId, { channel, locale } = {}) => {
    const query = new URLSearchParams({ as: userId, ...(channel === undefined ? {} : { channel }) })
    return deskOf(await openPage(browser.value, `${url}/?${query}`, locale))
  }
  const reader: Stage['reader'] = async (userId, language) => {
    const at = await desk(userId, { channel: channels.general.id, locale: locales[language] })
    await at.say(`/portvakt language ${language}`)
    await at.message(textFor(language).belonging.language.chosen).waitFor()
    return at
  }
  return { desk, reader, stop }
}
