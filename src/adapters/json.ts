/** The value of a JSON text; undefined for an empty text or one that is not JSON, such as a gateway's HTML page. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
