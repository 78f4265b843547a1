import { useContext } from 'preact/hooks'
import type { View } from '../../protocol.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { SurfaceOf } from '../blocks/surface.tsx'
import { Workspace } from '../workspace.ts'

/** The bot's Home tab, as it published it for this person. */
export function Home({ view }: { view: View | null }) {
  const { world } = useContext(Workspace)
  return (
    <div
      class="home"
      id="panel-home"
      role="tabpanel"
      aria-labelledby="tab-home"
      tabIndex={-1}
      aria-live="polite"
      aria-busy={view?.busy ?? false}
    >
      {view ? (
        <div class="home-page">
          <SurfaceOf container={{ type: 'view', view_id: view.id }} blocks={view.blocks} errors={view.errors ?? {}}>
            <Blocks blocks={view.blocks} />
          </SurfaceOf>
        </div>
      ) : (
        <p class="empty">{world.bot.name} has not published a Home tab for you yet.</p>
      )}
    </div>
  )
}
