/** The law and the checklists of checks, as the repository keeps them: `data/inspections`, `data/checklists`; read once. */
import { readCsv, readJson } from "../kernel/calendar/data.ts"
import type { Checklist, Question, Tier } from "./domain/checklist.ts"
import {
  type Ground,
  grounds,
  type Holder,
  holders,
  type Power,
  type PowerRow,
  powers,
} from "./domain/powers.ts"

let law: readonly PowerRow[] | null = null

export function allPowers(): readonly PowerRow[] {
  law ??= readCsv("inspections/powers.csv").map((row) => ({
    id: row.id ?? "",
    power: oneOf<Power>(powers, row.power),
    who: listOf<Holder>(holders, row.who),
    isLawful: row.lawful === "yes",
    grounds: listOf<Ground>(grounds, row.grounds),
    lengthRule: row.length_rule || null,
    announceRule: row.announce_rule || null,
    needsBasis: row.needs_basis === "yes",
    prefersRemote: row.remote_first === "yes",
    says: { vi: row.says_vi ?? "", en: row.says_en ?? "" },
    basis: row.basis ?? "",
    isVerified: row.verified === "yes",
    inForceFrom: row.in_force_from ?? "",
    inForceTo: row.in_force_to || null,
  }))
  return law
}

const listOf = <One extends string>(known: readonly One[], text = ""): One[] =>
  text === "" ? [] : text.split(";").map((part) => oneOf(known, part))

function oneOf<One extends string>(known: readonly One[], text = ""): One {
  const found = known.find((one) => one === text)
  if (found === undefined) throw new Error(`data/inspections/powers.csv: unknown "${text}"`)
  return found
}

type Said = Readonly<Record<string, string>>
type FileOfList = {
  id: string
  name_vi: string
  name_en: string
  subjects: string[]
  counts: Record<string, Said>
  versions: {
    version: number
    in_force_from: string
    in_force_to: string | null
    questions: {
      id: string
      vi: string
      en: string
      fault: Question["fault"]
      article: string | null
      verified: string
      counts?: string[]
      violations?: Tier[]
    }[]
  }[]
}

let lists: readonly Checklist[] | null = null

export function allChecklists(): readonly Checklist[] {
  lists ??= ["sim-point", "game-point", "general"].map((name) =>
    checklistIn(readJson(`checklists/${name}.json`) as FileOfList),
  )
  return lists
}

function checklistIn(file: FileOfList): Checklist {
  return {
    id: file.id,
    name: { vi: file.name_vi, en: file.name_en },
    subjects: file.subjects,
    counts: Object.entries(file.counts).map(([name, said]) => ({
      name,
      label: { vi: said.vi ?? "", en: said.en ?? "" },
      unit: { vi: said.unit_vi ?? "", en: said.unit_en ?? "" },
    })),
    versions: file.versions.map((one) => ({
      version: one.version,
      inForceFrom: one.in_force_from,
      inForceTo: one.in_force_to,
      questions: one.questions.map(({ vi, en, verified, counts = [], violations = [], ...rest }) => ({
        ...rest,
        text: { vi, en },
        isVerified: verified === "yes",
        counts,
        violations,
      })),
    })),
  }
}
