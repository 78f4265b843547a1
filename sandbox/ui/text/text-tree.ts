/** Text inside a line, as mrkdwn, Markdown and rich_text all end up. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'underline'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'user' | 'channel'; id: string; label: string }
  | { kind: 'group'; id: string; label: string }
  | { kind: 'broadcast'; name: string }
  | { kind: 'date'; seconds: number; format: string; url: string; fallback: string }
  | { kind: 'emoji'; name: string; char: string }
  | { kind: 'break' }

/** A piece of text that stands on lines of its own. */
export type Piece =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'quote'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; indent: number; items: Inline[][] }
  | { kind: 'pre'; text: string }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'table'; rows: Inline[][][] }
  | { kind: 'rule' }

/** Lines joined with line breaks. */
export function joinLines(lines: Inline[][]): Inline[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ kind: 'break' } as const, ...line]))
}

/** `url` when a page may link to it, else `null`: no scripts, no data. */
export function safeUrl(url: string): string | null {
  return /^(https?:|mailto:|tel:)/i.test(url.trim()) ? url.trim() : null
}
