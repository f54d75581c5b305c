/**
 * What the set-up asked, changed later. An administrator of the body that keeps the chart asks; where links lead and whom people
 * call takes a second administrator, of that body or of the lead department. What was agreed is applied by a job of its own
 * and, where that was cut off, when somebody looks again.
 */
import { asJob, asOfficer } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { readInstallation, sealMailServer } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import type { Keys } from "../../kernel/keys.ts"
import { needsSecond, type SettingPart, type Setup, stepShapes } from "../domain/plan.ts"
import { insertNumbers } from "../store/numbers.ts"
import {
  agreeToChange,
  allNumbers,
  changesToApply,
  forgetNumbers,
  insertChange,
  markApplied,
  putInstallation,
  type SealedChange,
  waitingChanges,
  withdrawChange,
} from "../store/settings.ts"

export type Settings = Pick<Setup, SettingPart>
export type Change<P extends SettingPart = SettingPart> = Omit<SealedChange, "sealed" | "part"> & {
  part: P
  wanted: Setup[P]
}
export type SettingsView = { settings: Settings; waiting: Change[] }

/** Only the keeper of the chart asks; administrators of the lead department look, and agree. */
export async function readSettings(desk: Desk): Promise<SettingsView> {
  await applyAgreed(desk.house)
  const { db, keys } = desk.house
  const waiting = await asOfficer(db, desk.who, waitingChanges)
  return { settings: await settingsNow(desk.house), waiting: waiting.map((one) => opened(one, keys)) }
}

export async function settingsNow({ db, keys }: Pick<House, "db" | "keys">): Promise<Settings> {
  const kept = await readInstallation(db, keys)
  const numbers = await asJob(db, "settings.read", allNumbers)
  const { publicUrl = null, mailServer = null, mailFrom = null } = kept ?? {}
  return {
    numbers,
    reach: {
      address: publicUrl,
      mail: mailServer === null || mailFrom === null ? null : { server: mailServer, from: mailFrom },
    },
    keeping: { keysCopiedTo: kept?.keysCopiedTo ?? null, backupDir: kept?.backupDir ?? null },
  }
}

const opened = ({ sealed, part, ...change }: SealedChange, keys: Keys): Change => ({
  ...change,
  part,
  wanted: stepShapes[part].parse(JSON.parse(keys.open("credential", sealed).toString("utf8"))),
})

export type Asked = "done" | "waits" | "another-waits"

export async function askChange<P extends SettingPart>(
  desk: Desk,
  part: P,
  wanted: Setup[P],
): Promise<Asked> {
  const { house, who } = desk
  const sealed = house.keys.seal("credential", Buffer.from(JSON.stringify(wanted), "utf8"))
  const id = await asOfficer(house.db, who, async (tx) => {
    const made = await insertChange(tx, { part, sealed, askedName: desk.officer.name })
    if (made !== null)
      await journal(tx, {
        what: "settings.change-asked",
        record: { kind: "setting-change", id: made },
        details: { part, needsSecond: needsSecond(part) },
      })
    return made
  })
  if (id === null) return "another-waits"
  if (needsSecond(part)) return "waits"
  await applyAgreed(house)
  return "done"
}

/** False: it is gone, or it is one's own. */
export async function agreeChange(desk: Desk, id: string): Promise<boolean> {
  const agreed = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const done = await agreeToChange(tx, id)
    if (done) await journal(tx, { what: "settings.change-agreed", record: { kind: "setting-change", id } })
    return done
  })
  if (agreed) await applyAgreed(desk.house)
  return agreed
}

export function endChange(desk: Desk, id: string): Promise<boolean> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const done = await withdrawChange(tx, id)
    if (done) await journal(tx, { what: "settings.change-withdrawn", record: { kind: "setting-change", id } })
    return done
  })
}

/** May run twice: a change is applied once, in the transaction that marks it. */
export async function applyAgreed(house: House): Promise<void> {
  const { db, keys } = house
  let copied = false
  const applied = await asJob(db, "settings.apply", async (tx) => {
    const changes = await changesToApply(tx)
    for (const sealed of changes) {
      const { id, part, wanted } = opened(sealed, keys)
      if (part === "numbers") {
        await forgetNumbers(tx)
        await insertNumbers(tx, wanted as Setup["numbers"])
      } else if (part === "reach") {
        const { address, mail } = wanted as Setup["reach"]
        const mailSealed = mail === null ? null : sealMailServer(keys, mail.server)
        await putInstallation(tx, { publicUrl: address, mailFrom: mail?.from ?? null, mailSealed })
      } else {
        const keeping = wanted as Setup["keeping"]
        const before = await tx.selectFrom("installation").select("keysCopiedTo").executeTakeFirst()
        copied = keeping.keysCopiedTo !== null && keeping.keysCopiedTo !== before?.keysCopiedTo
        await putInstallation(tx, keeping)
      }
      await markApplied(tx, id)
      await journal(tx, {
        what: "settings.changed",
        record: { kind: "setting-change", id },
        details: { part },
      })
    }
    return changes
  })
  if (applied.length === 0) return
  // A settings form that only names another backup folder says nothing of the keys.
  if (copied) keys.markBackedUp()
  await house.refresh()
}
