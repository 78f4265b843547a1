import { Fragment, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { Workspace } from '../workspace.ts'
import { showDate } from './slack-date.ts'
import type { Inline } from './text-tree.ts'

/** Text within a line. Everything becomes elements; nothing is ever read as HTML. */
export function ShowInline({ nodes }: { nodes: Inline[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Fragment key={index}>
          <One node={node} />
        </Fragment>
      ))}
    </>
  )
}

function One({ node }: { node: Inline }): VNode {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>
    case 'bold':
      return (
        <strong>
          <ShowInline nodes={node.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <ShowInline nodes={node.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <ShowInline nodes={node.children} />
        </s>
      )
    case 'underline':
      return (
        <u>
          <ShowInline nodes={node.children} />
        </u>
      )
    case 'code':
      return <code>{node.text}</code>
    case 'link':
      return (
        <Away url={node.url}>
          <ShowInline nodes={node.children} />
        </Away>
      )
    case 'break':
      return <br />
    case 'emoji':
      return (
        <span class="emoji" role="img" aria-label={node.name.replaceAll('_', ' ')}>
          {node.char}
        </span>
      )
    case 'broadcast':
      return <span class="mention mention-all">@{node.name}</span>
    case 'group':
      return <span class="mention">{node.label || `@${node.id}`}</span>
    case 'date':
      return <DateText node={node} />
    case 'user':
    case 'channel':
      return <Mention node={node} />
  }
}

function Away({ url, children }: { url: string; children: preact.ComponentChildren }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

function DateText({ node }: { node: Extract<Inline, { kind: 'date' }> }) {
  const { timeZone, locale } = useContext(Workspace)
  const words = showDate(node.seconds, node.format, { now: Date.now(), timeZone, locale }) || node.fallback
  return <>{node.url ? <Away url={node.url}>{words}</Away> : words}</>
}

function Mention({ node }: { node: Extract<Inline, { kind: 'user' | 'channel'; id: string }> }) {
  const { nameOf, channelName, me, goTo } = useContext(Workspace)
  if (node.kind === 'user') {
    return <span class={node.id === me.id ? 'mention mention-me' : 'mention'}>@{node.label || nameOf(node.id)}</span>
  }
  const name = channelName(node.id) ?? node.label
  if (channelName(node.id) === null) return <span class="mention">#{name || 'private-channel'}</span>
  return (
    <button type="button" class="mention mention-channel" onClick={() => goTo(node.id)}>
      #{name}
    </button>
  )
}
