import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { wordsOf } from '../slack-json.ts'
import { Workspace, type WorkspaceContext } from '../workspace.ts'
import { type Choice, type ChoiceGroup, choicesOf, chosenOf, filterChoices, suggestedChoices } from './choices.ts'
import type { ElementProps } from './element.tsx'
import { Picker } from './picker.tsx'
import { useSurface } from './surface.tsx'

/** static_select, and selects of people, conversations and channels; one or many. */
export function LocalSelect(props: ElementProps) {
  const workspace = useContext(Workspace)
  const [query, setQuery] = useState<string | null>(null)
  const groups = filterChoices(localChoices(props.element.type, props, workspace), query ?? '')
  const note = query !== null && groups.length === 0 ? 'No results' : ''
  return <Select {...props} groups={groups} note={note} onQuery={setQuery} />
}

function localChoices(type: string, { element }: ElementProps, { world, channels }: WorkspaceContext): ChoiceGroup[] {
  if (type.endsWith('static_select')) return choicesOf(element)
  if (type.endsWith('users_select')) {
    const people = world.people.filter(({ kind }) => kind !== 'deactivated')
    return [
      {
        label: '',
        choices: people.map(({ id, name, title }) => ({ key: id, text: name, description: title, content: id })),
      },
    ]
  }
  const offered = channels.filter(
    ({ kind }) => kind === 'channel' || (kind !== 'app' && type.endsWith('conversations_select')),
  )
  return [
    {
      label: '',
      choices: offered.map(({ id, kind, name, topic }) => ({
        key: id,
        text: kind === 'im' ? name : `#${name}`,
        description: topic,
        content: id,
      })),
    },
  ]
}

const pause = 200

/** external_select: what the bot suggests for the words typed; asked when opened where `min_query_length` is 0. */
export function ExternalSelect(props: ElementProps) {
  const { suggest } = useSurface()
  const [query, setQuery] = useState<string | null>(null)
  const [found, setFound] = useState<{ query: string; groups: ChoiceGroup[] } | null>(null)
  const least = typeof props.element.min_query_length === 'number' ? props.element.min_query_length : 3
  const asked = useRef(suggest)
  asked.current = suggest
  const { blockId, element } = props
  const elementNow = useRef(element)
  elementNow.current = element
  useEffect(() => {
    if (query === null || [...query].length < least) return setFound(null)
    let late = false
    const timer = setTimeout(
      async () => {
        const answer = await asked.current(blockId, elementNow.current, query)
        if (!late) setFound({ query, groups: suggestedChoices(answer).filter(({ choices }) => choices.length > 0) })
      },
      query === '' ? 0 : pause,
    )
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [query, least, blockId])
  return <Select {...props} groups={found?.groups ?? []} note={externalNote(query, least, found)} onQuery={setQuery} />
}

function externalNote(
  query: string | null,
  least: number,
  found: { query: string; groups: ChoiceGroup[] } | null,
): string {
  if (query === null) return ''
  const missing = least - [...query].length
  if (missing > 0) return `Type ${missing} more ${missing === 1 ? 'character' : 'characters'} to search`
  if (found === null || found.query !== query) return 'Loading…'
  return found.groups.length === 0 ? 'No results' : ''
}

type SelectProps = ElementProps & { groups: ChoiceGroup[]; note: string; onQuery: (query: string | null) => void }

function Select({ element, blockId, naming, optional, inInput, groups, note, onQuery }: SelectProps) {
  const { now, set, choose } = useSurface()
  const { nameOf, channelName } = useContext(Workspace)
  const multi = element.type.startsWith('multi_')
  const content = now(blockId, element)
  const opened = useRef<Json>(content)
  const named = (id: string) => (channelName(id) === null ? nameOf(id) : `#${channelName(id)}`)
  const onChoose = (chosen: Choice[]) => {
    const next: Json = multi ? chosen.map((choice) => choice.content) : (chosen[0]?.content ?? null)
    if (multi) set(blockId, element, next)
    else void choose(blockId, element, next, content)
  }
  /** Slack tells the bot of a list of many when the list is closed. */
  const onClosed = () => {
    const chosen = now(blockId, element)
    if (multi && JSON.stringify(chosen) !== JSON.stringify(opened.current))
      void choose(blockId, element, chosen, opened.current)
    opened.current = chosen
  }
  return (
    <Picker
      naming={naming}
      placeholder={wordsOf(element.placeholder) || (multi ? 'Select options' : 'Select an option')}
      multi={multi}
      max={typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY}
      clearable={inInput && optional}
      chosen={chosenOf(content, named)}
      groups={groups}
      note={note}
      onQuery={onQuery}
      onChoose={onChoose}
      onClosed={onClosed}
    />
  )
}
