import { type ComponentChildren, createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'
import type { ActAnswer, Block, Container, Json, StateValue, StateValues } from '../../protocol.ts'
import { actionOf, contentOf, stateValue, withValue } from '../form-values.ts'
import { type Forms, formKey } from '../forms.ts'
import { Confirm } from '../modal/confirm.tsx'
import { asObject, asString, type Element, type Obj } from '../slack-json.ts'
import { Workspace } from '../workspace.ts'

/** The view or message that blocks are drawn in: its values, and what happens when something in it is used. */
export type Surface = {
  container: Container
  values: StateValues
  errors: Record<string, string>
  /** what is filled in or chosen in an element this very moment, see `contentOf` */
  now: (blockId: string, element: Element) => Json
  /** the value changes, and nobody is told; for typing, and for lists that are still open */
  set: (blockId: string, element: Element, content: Json | undefined) => void
  /** the value changes, and the bot is told where Slack would tell it */
  choose: (blockId: string, element: Element, content: Json | undefined, before?: Json | undefined) => Promise<void>
  /** a button or menu entry was pressed; asks first where the element has a confirm object */
  press: (blockId: string, element: Element, value?: StateValue) => Promise<void>
  suggest: (blockId: string, element: Element, query: string) => Promise<ActAnswer>
  /** whether the bot is told of changes in this block at all */
  tells: (blockId: string) => boolean
  /** the bot was told of this element and has not answered yet */
  waits: (blockId: string, element: Element) => boolean
}

const SurfaceContext = createContext<Surface>(null as unknown as Surface)

/** The surface that this element is drawn on. */
export function useSurface(): Surface {
  return useContext(SurfaceContext)
}

export const FormsContext = createContext<Forms>(null as unknown as Forms)

/** What people have typed and chosen so far. */
export function useForms(): Forms {
  return useContext(FormsContext)
}

type Props = {
  container: Container
  blocks: Block[]
  errors?: Record<string, string>
  onEdited?: (blockId: string) => void
  children: ComponentChildren
}

type Question = { confirm: Obj; answer: (yes: boolean) => void }

/** Makes a view or message out of what is drawn inside. */
export function SurfaceOf({ container, blocks, errors = {}, onEdited, children }: Props) {
  const { act, me } = useContext(Workspace)
  const forms = useContext(FormsContext)
  const [question, setQuestion] = useState<Question | null>(null)
  const [waiting, setWaiting] = useState<string[]>([])
  const key = formKey(me.id, container)
  const values = forms.read(key, blocks)

  const write = (blockId: string, element: Element, content: Json | undefined): StateValue => {
    const value = stateValue(element, content)
    forms.write(key, withValue(forms.read(key, blocks), blockId, asString(element.action_id), value))
    onEdited?.(blockId)
    return value
  }
  const confirmed = (element: Element) => {
    const confirm = asObject(element.confirm)
    if (!confirm) return Promise.resolve(true)
    return new Promise<boolean>((answer) => setQuestion({ confirm, answer })).finally(() => setQuestion(null))
  }
  const tell = async (blockId: string, element: Element, value?: StateValue) => {
    const name = nameOf(blockId, element)
    setWaiting((before) => [...before, name])
    await act({ type: 'click', container, action: actionOf(blockId, element, value), values: forms.read(key, blocks) })
    setWaiting((before) => before.toSpliced(before.indexOf(name), 1))
  }
  const surface: Surface = {
    container,
    values,
    errors,
    now: (blockId, element) => contentOf(forms.read(key, blocks)[blockId]?.[asString(element.action_id)]),
    set: write,
    choose: async (blockId, element, content, before) => {
      const value = write(blockId, element, content)
      if (!dispatches(blocks, blockId)) return
      if (await confirmed(element)) return tell(blockId, element, value)
      write(blockId, element, before)
    },
    press: async (blockId, element, value) => {
      if (await confirmed(element)) await tell(blockId, element, value)
    },
    suggest: (blockId, element, query) =>
      act({ type: 'suggest', container, block_id: blockId, action_id: asString(element.action_id), value: query }),
    tells: (blockId) => dispatches(blocks, blockId),
    waits: (blockId, element) => waiting.includes(nameOf(blockId, element)),
  }
  return (
    <SurfaceContext.Provider value={surface}>
      {children}
      {question && <Confirm confirm={question.confirm} onAnswer={question.answer} />}
    </SurfaceContext.Provider>
  )
}

function nameOf(blockId: string, element: Element): string {
  return `${blockId} ${asString(element.action_id)}`
}

/** Outside inputs every change is told; an input tells only where `dispatch_action` says so. */
function dispatches(blocks: Block[], blockId: string): boolean {
  const block = blocks.find((candidate, index) => (candidate.block_id ?? `block-${index}`) === blockId)
  return block?.type !== 'input' || block.dispatch_action === true
}
