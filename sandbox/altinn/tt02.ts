/** A company as TT02 knows it. */
export type Tt02Enterprise = {
  number: string
  name: string
  /** made for tests; the others were read in from production */
  fictional: boolean
}

/** Somebody who exists in TT02 alone. */
export type Tt02Person = {
  name: string
  pid: string
  /** organisation numbers that the person acts for, as managing director */
  represents: string[]
}

/** Who is there in Altinn's test environment: nobody, until brreg puts them there (brreg.md 2). */
export type Tt02 = {
  enterprises(): readonly Tt02Enterprise[]
  persons(): readonly Tt02Person[]
  enterprise(number: string): Tt02Enterprise | undefined
  person(pid: string): Tt02Person | undefined
  addEnterprise(enterprise: Tt02Enterprise): void
  addPerson(person: Tt02Person): void
  /** Takes a fictional enterprise away, and those who act for it alone. */
  removeEnterprise(number: string): void
  /** Takes a person away, as nobody by that number can log in any more. */
  removePerson(pid: string): void
  /** What is to be there at the next start. */
  keep(): KeptTt02
}

export type KeptTt02 = { enterprises: readonly Tt02Enterprise[]; persons: readonly Tt02Person[] }

/** @param kept what an earlier `keep` gave */
export const createTt02 = (kept: KeptTt02 = { enterprises: [], persons: [] }): Tt02 => {
  const enterprises = new Map(kept.enterprises.map((one) => [one.number, one]))
  const persons = new Map(kept.persons.map((one) => [one.pid, one]))
  return {
    enterprises: () => [...enterprises.values()],
    persons: () => [...persons.values()],
    enterprise: (number) => enterprises.get(number),
    person: (pid) => persons.get(pid),
    addEnterprise: (enterprise) => void enterprises.set(enterprise.number, enterprise),
    addPerson: (person) => void persons.set(person.pid, person),
    removeEnterprise(number) {
      enterprises.delete(number)
      for (const { pid, represents } of persons.values())
        if (represents.every((one) => one === number)) persons.delete(pid)
    },
    removePerson: (pid) => void persons.delete(pid),
    keep: () => ({ enterprises: [...enterprises.values()], persons: [...persons.values()] }),
  }
}
