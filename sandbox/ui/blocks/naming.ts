/** How a field is named and described to people who cannot see it; spread onto the field itself. */
export type Naming = {
  id?: string
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  'aria-required'?: boolean
  'data-autofocus'?: boolean
}
