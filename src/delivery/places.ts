/** How many rows of a channel are begun. */
export type Places = {
  /** Until a row may be begun. */
  enter(): Promise<void>
  /** It is over for a row that had entered. */
  leave(): void
  /** rows that have entered and not left */
  taken(): number
}

/**
 * @param count connections
 * @param ahead how many rows more may be begun, for the channel to take up as soon as a connection is free. They are
 *   let in several at a time, so that one transaction begins them all.
 */
export const createPlaces = (count: number, ahead: () => number): Places => {
  const entering: (() => void)[] = []
  let begun = 0

  const letIn = (): void => {
    const more = ahead()
    if (begun >= count && begun > count + more / 4) return
    while (begun < count + more) {
      const next = entering.shift()
      if (next === undefined) return
      begun += 1
      next()
    }
  }

  return {
    enter: () =>
      new Promise((resolve) => {
        entering.push(resolve)
        letIn()
      }),
    leave() {
      begun -= 1
      letIn()
    },
    taken: () => begun,
  }
}
