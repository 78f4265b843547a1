/** What the simulator uses of oidc-provider. */
export type OidcProvider = Pick<typeof import('oidc-provider'), 'Provider' | 'errors' | 'interactionPolicy'>

// Its front file prints a warning on Node 20 and does nothing else but pass these three on. They have no types of
// their own there, which is why TypeScript must not look.
const PARTS: string = 'oidc-provider/lib'

/** Loads oidc-provider without its front file. */
export const loadOidcProvider = async (): Promise<OidcProvider> => {
  const [{ Provider }, errors, interactionPolicy] = await Promise.all([
    import(/* @vite-ignore */ `${PARTS}/provider.js`),
    import(/* @vite-ignore */ `${PARTS}/helpers/errors.js`),
    import(/* @vite-ignore */ `${PARTS}/helpers/interaction_policy/index.js`),
  ])
  return { Provider, errors, interactionPolicy }
}
