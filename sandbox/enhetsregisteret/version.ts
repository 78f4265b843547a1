const OWN = /^application\/vnd\.brreg\.enhetsregisteret\.[a-z]+\.v(\d+)\+json$/
const PLAIN = ['*/*', 'application/*', 'application/json', 'application/hal+json']

/**
 * Which media type an answer has (brreg.md 4, versioning): version 2 by its own name, the newest under the plain one.
 * Version 1 was removed on 2024-09-01.
 * @returns null when nothing that was asked for is there
 */
export const mediaTypeFor = (accept = '*/*'): string | null => {
  for (const wish of accept.split(',')) {
    const type = (wish.split(';')[0] ?? '').trim().toLowerCase()
    if (PLAIN.includes(type)) return 'application/json;charset=UTF-8'
    if (OWN.exec(type)?.[1] === '2') return `${type};charset=UTF-8`
  }
  return null
}
