import type { DeskMail, Letter, MailHead, Person } from '../../../sandbox/protocol.ts'

const desk = 'servicedesk@digdir.example'
const from = { name: 'Portvakt', address: 'portvakt@portvakt.example' }
const at = Date.UTC(2026, 10, 22, 14, 4)
const kari = 'ukari@example.no'

const link = 'https://portvakt.example/l/Zk3q'

const letters: Letter[] = [
  {
    id: 'M3',
    at,
    from,
    to: [{ name: 'Kari Ødegård', address: kari }],
    cc: [],
    replyTo: [],
    envelope: { from: 'd-3@bounces.portvakt.example', to: [kari] },
    subject: 'Bekreft e-postadressen din',
    text: `Hei, Kari!\n\nBekreft at adressen er din (${link}).\nLenken virker i 15 minutter.\n`,
    hasHtml: true,
    problems: [],
    source: 'Message-ID: <3@portvakt.example>\r\nSubject: Bekreft e-postadressen din\r\n\r\nHei\r\n',
  },
  {
    id: 'M2',
    at: at - 3_600_000,
    from,
    to: [{ name: '', address: desk }],
    cc: [],
    replyTo: [],
    envelope: { from: from.address, to: [desk, kari] },
    subject: 'Åpne tilgang til produksjonsmiljøet for Guovdageainnu suohkan / Kautokeino kommune',
    text: 'Hei!\n\nVirksomheten kan ikke opprette klienter i produksjon.\n',
    hasHtml: false,
    problems: ['no Date'],
    source: 'Subject: x\r\n\r\nHei!\r\n',
  },
  {
    id: 'M1',
    at: at - 86_400_000,
    from,
    to: [{ name: '', address: desk }],
    cc: [],
    replyTo: [],
    envelope: { from: from.address, to: [desk] },
    subject: '',
    text: '',
    hasHtml: false,
    problems: [],
    source: '\r\n',
  },
]

const headOf = ({ id, at, from, envelope, subject, text }: Letter, me: Person): MailHead => {
  const mine = me.email !== null && envelope.to.includes(me.email)
  const preview = text.replace(/\s+/g, ' ').trim()
  return { id, at, from, recipients: envelope.to, subject, preview, mine, unread: mine }
}

/** Three mails: one for Kari, one for the service desk with her in blind copy, one for them alone. */
export const mailFor = (me: Person): DeskMail => {
  const mails = letters.map((letter) => headOf(letter, me))
  return { mails, unread: mails.filter(({ unread }) => unread).length, troubles: [] }
}

export const letterOf = (id: string): Letter => {
  const found = letters.find((letter) => letter.id === id)
  if (!found) throw new Error(`no mail is called ${id}`)
  return found
}

/** What a mail program shows; its script must never run. */
export const htmlOf = (): string => `<!doctype html><html lang="nb"><head><base target="_blank"></head>
<body style="font:16px/1.5 sans-serif;padding:24px;max-width:560px">
<h1 style="font-size:20px">Bekreft e-postadressen din</h1>
<p>Hei, Kari! Trykk på knappen for å bekrefte at adressen er din.</p>
<p><a href="/index.html?confirmed" style="background:#007a5a;color:#fff;padding:10px 16px;border-radius:6px">Bekreft adressen</a></p>
<script>document.body.textContent = 'the script ran'</script></body></html>`
