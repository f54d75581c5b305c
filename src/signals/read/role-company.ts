/**
 * Whose a thing is, weighed a second time in the company that it keeps: a tip has one writer or two, whoever is reached at one
 * number seldom gives a second, and of several accounts one paid. What the first weights say of all the others of the tip
 * are the signs here, so that a way of telling that nobody has told before is read by what stands beside it.
 */
import { type Found, type IdentifierRole, keyOf } from "./identifiers.ts"
import { shares } from "./linear.ts"

/** What the first weights, or the words themselves, say of each thing. */
export type Company = {
  settled: ReadonlyMap<string, IdentifierRole>
  listed: ReadonlyMap<string, IdentifierRole>
  scores: ReadonlyMap<string, readonly number[]>
  rules: ReadonlyMap<string, IdentifierRole>
}

const labels = ["suspect", "victim", "reporter", "official-mentioned"] as const
/** From one of these shares to the next there is one sign more: the more, the surer. */
const steps = [0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.75, 0.83, 0.9, 0.95, 0.98, 0.995]
const likely = 0.75

type Member = { key: string; group: string; isSettled: boolean; shares: readonly number[]; at: number }

/** Numbers and addresses at which somebody is reached, accounts, names on platforms, sites. */
const groupOf = ({ kind, value }: Found): string =>
  kind === "bank-account"
    ? "account"
    : kind === "phone"
      ? /^\+84[35789]/.test(value)
        ? "mobile"
        : "line"
      : kind === "social"
        ? /:\+/.test(value)
          ? "talk"
          : "name"
        : kind === "email"
          ? "mail"
          : "site"

function membersOf(found: readonly Found[], { settled, listed, scores }: Company): Member[] {
  const members = new Map<string, Member>()
  for (const [at, one] of found.entries()) {
    const key = keyOf(one)
    if (members.has(key)) continue
    const known = settled.get(key) ?? listed.get(key)
    members.set(key, {
      key,
      group: groupOf(one),
      isSettled: known !== undefined,
      shares:
        known === undefined
          ? shares(scores.get(key) ?? [0, 0, 0, 0])
          : labels.map((label) => Number(label === known)),
      at,
    })
  }
  return [...members.values()]
}

const count = (n: number) => (n > 2 ? "many" : String(n))
const reaches = (group: string) =>
  group === "mobile" || group === "line" || group === "talk" || group === "mail"
const roleLikely = (member: Member | undefined): string => {
  if (member === undefined) return "none"
  const at = member.shares.indexOf(Math.max(...member.shares))
  return (member.shares[at] ?? 0) >= likely ? (labels[at] ?? "unsure") : "unsure"
}

/** Signs of each thing that the words have not settled, by its key. */
export function companySigns(
  found: readonly Found[],
  company: Company,
  { type, chars }: { type: string; chars: number },
): ReadonlyMap<string, string[]> {
  const members = membersOf(found, company)
  const signs = new Map<string, string[]>()
  for (const [place, one] of members.entries()) {
    if (one.isSettled || !company.scores.has(one.key)) continue
    const out: string[] = []
    const { group } = one
    for (const [k, label] of labels.entries())
      for (const step of steps)
        if ((one.shares[k] ?? 0) >= step) {
          out.push(`${label}>=${step}`)
          if (step === 0.35 || step === 0.65 || step === 0.9) out.push(`${group} ${label}>=${step}`)
        }
    const others = members.filter((other) => other !== one)
    const say = (name: string) => out.push(name, `${group} ${name}`)
    const many = (role: number, is: (member: Member) => boolean) =>
      others.filter((other) => is(other) && (other.shares[role] ?? 0) >= likely).length
    const reached = (member: Member) => reaches(member.group)
    const alike = (member: Member) => member.group === group
    say(`reporters reached ${count(many(2, reached))}`)
    say(`suspects reached ${count(many(0, reached))}`)
    say(`victims reached ${count(many(1, reached))}`)
    say(`suspects alike ${count(many(0, alike))}`)
    say(`victims alike ${count(many(1, alike))}`)
    say(`reporters alike ${count(many(2, alike))}`)
    say(`suspects ${count(many(0, () => true))}`)
    say(`own ${count(many(1, () => true) + many(2, () => true))}`)
    say(`unsure ${count(others.filter((other) => roleLikely(other) === "unsure").length)}`)
    say(`alike ${count(others.filter(alike).length)}`)
    say(`others ${count(others.length)}`)
    say(`before ${roleLikely(members[place - 1])}`)
    say(`behind ${roleLikely(members[place + 1])}`)
    say(`between ${roleLikely(members[place - 1])} ${roleLikely(members[place + 1])}`)
    const last = found[one.at]
    const rest = last === undefined ? 0 : chars - last.end
    if (place === members.length - 1) say(`last, reporters ${count(many(2, reached))}`)
    if (place === 0) say(`first, reporters ${count(many(2, reached))}`)
    if (rest < 25) say("ends the tip")
    if (rest > chars / 2) say("in the first half")
    say(`rule ${company.rules.get(one.key) ?? "suspect"}`)
    say(`trick ${type}`)
    signs.set(one.key, out)
  }
  return signs
}
