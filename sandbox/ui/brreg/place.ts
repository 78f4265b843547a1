/** The desk's place in the address, beside the ids of channels. */
export const BRREG = 'brreg'
