/** The answers of the set-up side by side: whether they fit each other, which no single one can see. Each complaint names its place as a path. */
import type { Province } from "../../kernel/installation.ts"
import { foldName } from "../../organizations/index.ts"
import type { BodyInput, GroupInput, Setup, Step, UnitInput } from "./plan.ts"

export const misfits = [
  "provinceUnknown",
  "noUnits",
  "unitTwice",
  "noBodies",
  "bodyTwice",
  "unitOfBodyUnknown",
  "groupOfBodyUnknown",
  "groupTwice",
  "noCommittee",
  "leadUnknown",
  "leadKind",
  "keeperUnknown",
  "keeperKind",
  "bodyUnknown",
  "sameBody",
  "sameEmail",
  "nobodyAtKeeper",
  "numberTwice",
] as const
export type Misfit = (typeof misfits)[number]
export type Complaint = { path: [Step, ...(string | number)[]]; why: Misfit }

/** The set-up with its proposals written out: what will be in the database. */
export type Written = { province: Province; units: UnitInput[]; bodies: BodyInput[]; groups: GroupInput[] }

export function misfitsOf(
  setup: Pick<Setup, "posts" | "administrators" | "numbers">,
  written: Written,
): Complaint[] {
  return [
    ...ofUnits(written),
    ...ofChart(written),
    ...ofPosts(setup, written),
    ...ofPeople(setup, written),
    ...ofNumbers(setup),
  ]
}

export function ofUnits({ units }: Pick<Written, "units">): Complaint[] {
  if (units.length === 0) return [{ path: ["units", "list"], why: "noUnits" }]
  return twice(units.map(({ code }) => code)).map((at) => ({
    path: ["units", "list", at, "code"],
    why: "unitTwice",
  }))
}

export function ofChart({
  units,
  bodies,
  groups,
}: Pick<Written, "units" | "bodies" | "groups">): Complaint[] {
  const codes = new Set(units.map(({ code }) => code))
  const known = new Set(groups.map(({ id }) => id))
  const found: Complaint[] = []
  if (bodies.length === 0) found.push({ path: ["chart", "bodies"], why: "noBodies" })
  else if (!bodies.some(({ kind }) => kind === "province-committee"))
    found.push({ path: ["chart", "bodies"], why: "noCommittee" })
  for (const at of twice(bodies.map(({ name }) => sameName(name))))
    found.push({ path: ["chart", "bodies", at, "name"], why: "bodyTwice" })
  for (const at of twice(groups.map(({ id }) => id)))
    found.push({ path: ["chart", "groups", at, "id"], why: "groupTwice" })
  for (const [at, body] of bodies.entries()) {
    if (body.unit !== null && !codes.has(body.unit))
      found.push({ path: ["chart", "bodies", at, "unit"], why: "unitOfBodyUnknown" })
    for (const [which, group] of body.groups.entries())
      if (!known.has(group))
        found.push({ path: ["chart", "bodies", at, "groups", which], why: "groupOfBodyUnknown" })
  }
  return found
}

/** The lead receives signs of violation and sanctions; the keeper of the chart is an authority as well. */
export function ofPosts({ posts }: Pick<Setup, "posts">, { bodies }: Pick<Written, "bodies">): Complaint[] {
  const lead = bodyCalled(bodies, posts.lead)
  const keeper = bodyCalled(bodies, posts.chartKeeper)
  const found: Complaint[] = []
  if (lead === undefined) found.push({ path: ["posts", "lead"], why: "leadUnknown" })
  else if (lead.kind !== "department") found.push({ path: ["posts", "lead"], why: "leadKind" })
  if (keeper === undefined) found.push({ path: ["posts", "chartKeeper"], why: "keeperUnknown" })
  else if (keeper.kind === "enterprise" || keeper.kind === "other")
    found.push({ path: ["posts", "chartKeeper"], why: "keeperKind" })
  return found
}

/** Of two bodies, so that each has a second person; one at the keeper of the chart, who alone invites to other bodies. */
export function ofPeople(
  { administrators, posts }: Pick<Setup, "administrators" | "posts">,
  { bodies }: Pick<Written, "bodies">,
): Complaint[] {
  const found: Complaint[] = administrators.flatMap(({ body }, at) =>
    bodyCalled(bodies, body) === undefined
      ? [{ path: ["administrators", at, "body"] as Complaint["path"], why: "bodyUnknown" as const }]
      : [],
  )
  for (const at of twice(administrators.map(({ email }) => email)))
    found.push({ path: ["administrators", at, "email"], why: "sameEmail" })
  for (const at of twice(administrators.map(({ body }) => sameName(body))))
    found.push({ path: ["administrators", at, "body"], why: "sameBody" })
  if (!administrators.some(({ body }) => sameName(body) === sameName(posts.chartKeeper)))
    found.push({ path: ["administrators", 0, "body"], why: "nobodyAtKeeper" })
  return found
}

export function ofNumbers({ numbers }: Pick<Setup, "numbers">): Complaint[] {
  return twice(numbers.map(({ number, shownFor }) => `${number} ${shownFor}`)).map((at) => ({
    path: ["numbers", at, "number"],
    why: "numberTwice",
  }))
}

/** -1: no body has that name. */
export const placeOf = (bodies: readonly BodyInput[], name: string): number =>
  bodies.findIndex((body) => sameName(body.name) === sameName(name))

export const bodyCalled = (bodies: readonly BodyInput[], name: string): BodyInput | undefined =>
  bodies[placeOf(bodies, name)]

/** A name for comparing, its accents kept: two communes may differ by a tone alone. */
export const sameName = (name: string) => name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim()

/** Places of those that stand there already. */
function twice(values: readonly string[]): number[] {
  const seen = new Set<string>()
  return [...values.entries()].flatMap(([at, value]) => {
    if (seen.has(value)) return [at]
    seen.add(value)
    return []
  })
}

/** Addresses of bodies: the folded name, with the unit's code where two would have the same. */
export function slugsOf(bodies: readonly BodyInput[]): string[] {
  const taken = new Set<string>()
  return bodies.map(({ name, unit }) => {
    const plain = foldName(name).replaceAll(" ", "-")
    const slug = taken.has(plain)
      ? [plain, unit ?? "", taken.size].filter((part) => part !== "").join("-")
      : plain
    taken.add(slug)
    return slug
  })
}
