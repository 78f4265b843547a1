import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { NewContact } from '../../src/domain/contact/store.ts'
import type { WebPages } from '../../src/web/pages.ts'
import { contactWorld } from '../web/contact-world.ts'

/** A contact's pages behind a real server, for a real browser; `url` of both links that its mails hold. */
export const contactStage = async (over: Partial<NewContact> = {}) => {
  let pages: WebPages | undefined
  const server = createServer((request, response) => void pages?.listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const world = await contactWorld(over, { publicUrl })
  pages = world.pages
  return { ...world, url: { link: `${publicUrl}${world.paths.link}`, manage: `${publicUrl}${world.paths.manage}` } }
}
