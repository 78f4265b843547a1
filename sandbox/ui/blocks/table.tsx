import type { Json } from '../../protocol.ts'
import { asObject, asString, type Obj } from '../slack-json.ts'
import { readRichText } from '../text/rich-text.ts'
import { ShowPieces, ShowRows } from '../text/show-text.tsx'
import type { BlockProps } from './blocks.tsx'

/** table: rows of raw or rich text; `column_settings` say how a column stands and whether it wraps. */
export function TableBlock({ block }: BlockProps) {
  const rows = Array.isArray(block.rows) ? block.rows : []
  const settings = Array.isArray(block.column_settings) ? block.column_settings.map(asObject) : []
  const cellClass = (column: number) => {
    const setting = settings[column]
    return `cell-${asString(setting?.align) || 'left'} ${setting?.is_wrapped === true ? 'cell-wraps' : ''}`
  }
  return <ShowRows rows={rows.map((row) => (Array.isArray(row) ? row : []).map(cellOf))} cellClass={cellClass} />
}

function cellOf(cell: Json) {
  const found: Obj = asObject(cell) ?? {}
  if (found.type === 'rich_text') return <ShowPieces pieces={readRichText(found)} />
  if (found.type === 'raw_number') return <>{String(found.text ?? found.value ?? '')}</>
  return <>{asString(found.text)}</>
}
