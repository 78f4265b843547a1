/** Stands where the sandbox has no drawing for what the bot sent. */
export function Unknown({ what, type }: { what: 'block' | 'element'; type: string }) {
  return (
    <p class="unknown">
      The sandbox does not draw {what}s of type <code>{type}</code>.
    </p>
  )
}
