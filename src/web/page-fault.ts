import type { PageFault } from '../../views/pages/problem.ts'

/** A request that is none for our pages, before anybody knows what it is about. */
export class PageFaultError extends Error {
  readonly fault: PageFault

  constructor(fault: PageFault) {
    super(`a request for a page: ${fault}`)
    this.name = 'PageFaultError'
    this.fault = fault
  }
}
