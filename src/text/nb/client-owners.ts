import { formatsFor } from '../format.ts'

const { list } = formatsFor('nb')

/** Words for the owners of a client: seen, chosen, refused, and told of. */
export const owners = {
  heading: 'Eiere',
  none: 'Ingen. Alle i virksomheten kan endre klienten.',
  edit: 'Eiere',
  title: 'Eiere',
  intro: ({ name }: { name: string }) =>
    `Når «${name}» har eiere, er det bare de og virksomhetens administratorer som kan endre den. Uten eiere kan alle i virksomheten gjøre det.`,
  field: {
    label: 'Eiere',
    hint: 'Inntil ti personer fra virksomheten. Tomt felt betyr ingen eiere.',
    placeholder: 'Velg personer',
  },
  submit: 'Lagre',
  problems: 'Eierne ble ikke lagret:',
  tooMany: 'Velg høyst ti personer.',
  outsiders: ({ names }: { names: string[] }) =>
    `${list(names)} hører ikke til virksomheten, og kan ikke eie klienten.`,
  unchanged: 'Det er de samme eierne som før.',
  saved: 'Eierne er lagret',
  now: ({ name }: { name: string }) => `Eierne av «${name}» er nå:`,
  last: {
    title: 'Siste eier',
    body: ({ name }: { name: string }) =>
      `Du er den siste eieren av «${name}». Uten eiere kan alle i virksomheten endre den.`,
    submit: 'Fjern meg',
  },
  notOwner: {
    title: 'Ikke eier',
    body: ({ name }: { name: string }) =>
      `«${name}» har eiere, og bare de og virksomhetens administratorer kan endre den.`,
    next: 'Be en av dem om å gjøre det, eller om å gjøre deg til eier.',
  },
  told: {
    title: 'Eier av klient',
    given: ({ name, where }: { name: string; where: string }) => `Du er nå eier av «${name}» ${where}.`,
    givenMeans: 'Bare eierne og virksomhetens administratorer kan endre den.',
    taken: ({ name, where }: { name: string; where: string }) => `Du er ikke lenger eier av «${name}» ${where}.`,
    by: 'Endret av',
  },
  changed: {
    title: 'Nye eiere',
    body: ({ name, where }: { name: string; where: string }) => `Eierne av «${name}» ${where} er endret.`,
    given: 'Lagt til',
    taken: 'Fjernet',
    now: 'Eiere nå',
    nobody: 'ingen',
    undo: 'Angre',
    sure: {
      title: 'Angre?',
      text: 'Eierne blir som de var før endringen. De det gjelder, får vite det.',
      yes: 'Angre',
      no: 'Nei',
    },
    undone: 'Angret av',
  },
}
