/** Under which subject the service desk's cards of a question stand. */
export const deskSubject = (question: string): string => `question-desk:${question}`

/** Under which the asker's own copy stands; whoever has one is the asker. */
export const askerSubject = (question: string): string => `question:${question}`
