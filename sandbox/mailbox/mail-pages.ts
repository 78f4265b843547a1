import { Hono } from 'hono'
import type { Post } from './post.ts'

/**
 * A mail's HTML gets nothing from elsewhere, runs nothing and sends nothing; a link opens beside it, when it is pressed.
 * The frame that shows it says the same of itself.
 */
const RULES = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
].join('; ')

/** So that a link never takes the place of the mail; in the head where there is one, as before it comes the doctype. */
const withLinksBeside = (html: string): string => {
  const base = '<base target="_blank">'
  const head = /<head\b[^>]*>/i.exec(html)
  if (head) return html.slice(0, head.index + head[0].length) + base + html.slice(head.index + head[0].length)
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? ''
  return doctype + base + html.slice(doctype.length)
}

/** `GET /<id>`, a `Letter`, and `GET /<id>/html`, its HTML part as a page to be framed. */
export const mailPages = (post: Pick<Post, 'letter' | 'html'>): Hono => {
  const app = new Hono()
  app.get('/:id', (c) => {
    const letter = post.letter(c.req.param('id'))
    return letter ? c.json(letter, 200, { 'cache-control': 'no-store' }) : c.text('no such mail\n', 404)
  })
  app.get('/:id/html', (c) => {
    const html = post.html(c.req.param('id'))
    if (html === undefined) return c.text('no such mail, or none with HTML\n', 404)
    return c.body(withLinksBeside(html), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': RULES,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })
  return app
}
