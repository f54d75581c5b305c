/** All at once or nothing: the chart, what the installation is, the first two administrators, in one transaction. */
import { type FirstInvited, inviteFirst } from "../../accounts/index.ts"
import { asJob } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { beginInstallation, isSetUp, sealMailServer, type Way } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import { isChartLaid, layChart, type SeedChart } from "../../organizations/index.ts"
import { noPictures, type Pictures, type Setup } from "../domain/plan.ts"
import { unitName } from "../domain/proposal.ts"
import { bodyCalled, type Complaint, misfitsOf, placeOf, slugsOf, type Written } from "../domain/whole.ts"
import { forgetAnswers } from "../store/answers.ts"
import { forgetLinks } from "../store/links.ts"
import { insertNumbers } from "../store/numbers.ts"
import { written } from "./data.ts"

export type Invited = FirstInvited & { body: string }
export type Completed =
  | { at: "done"; invited: Invited[] }
  | { at: "refused"; complaints: Complaint[] }
  | { at: "over" }

export async function completeSetup(
  house: House,
  setup: Setup,
  by: Exclude<Way, "data">,
  pictures: Pictures = noPictures,
): Promise<Completed> {
  const whole = written(setup)
  if (whole === null)
    return { at: "refused", complaints: [{ path: ["province", "code"], why: "provinceUnknown" }] }
  const complaints = misfitsOf(setup, whole)
  if (complaints.length > 0) return { at: "refused", complaints }
  const { db, keys } = house
  const { address, mail } = setup.reach
  const slugs = slugsOf(whole.bodies)
  const completed = await asJob(db, "setup.complete", async (tx): Promise<Completed> => {
    // The chart's lock makes a second one wait, and then find it done.
    if ((await isChartLaid(tx)) || (await isSetUp(tx))) return { at: "over" }
    await layChart(tx, chartOf(setup, whole, slugs))
    await insertNumbers(tx, setup.numbers)
    const invited: Invited[] = []
    for (const { body, ...person } of setup.administrators) {
      const bodySlug = slugs[placeOf(whole.bodies, body)] ?? ""
      invited.push({ ...(await inviteFirst(tx, keys, { ...person, bodySlug })), body })
    }
    await forgetAnswers(tx)
    await forgetLinks(tx)
    await beginInstallation(tx, {
      ...{ province: whole.province, publicUrl: address, mailFrom: mail?.from ?? null, by },
      mailSealed: mail === null ? null : sealMailServer(keys, mail.server),
      ...{ crest: pictures.crest === null ? null : Buffer.from(pictures.crest), outlines: pictures.outlines },
      ...setup.keeping,
    })
    const details = {
      province: whole.province.code,
      bodies: whole.bodies.length,
      units: whole.units.length,
      by,
    }
    await journal(tx, { what: "setup.completed", details })
    return { at: "done", invited }
  })
  if (completed.at === "done" && setup.keeping.keysCopiedTo !== null) keys.markBackedUp()
  await house.refresh()
  return completed
}

/** Communes and their bodies begin with the two-level structure (Luật 72/2025/QH15). */
const communesBeganOn = "2025-07-01"

function chartOf(
  setup: Setup,
  { province, units, bodies, groups }: Written,
  slugs: readonly string[],
): SeedChart {
  const keeper = bodyCalled(bodies, setup.posts.chartKeeper)
  const lead = bodyCalled(bodies, setup.posts.lead)
  const isProposed = setup.chart.from === "start"
  return {
    areas: [
      {
        code: province.code,
        name: province.name,
        kind: "province",
        parentCode: null,
        validFrom: null,
        validTo: null,
      },
      ...units.map((unit) => ({
        ...{ code: unit.code, name: unitName(unit), kind: "commune" as const, parentCode: province.code },
        ...{ validFrom: communesBeganOn, validTo: null },
      })),
    ],
    areaSuccessions: [],
    successions: [],
    bodies: bodies.map((body, at) => ({
      ...{
        slug: slugs[at] ?? "",
        name: body.name,
        kind: body.kind,
        areaCode: body.unit,
        otherNames: [...body.otherNames],
      },
      ...{ keepsChart: body === keeper, isLead: body === lead },
      ...{ validFrom: body.unit === null ? null : communesBeganOn, validTo: null },
      source: isProposed ? "data/administrative-units/chart-start.csv" : "setup",
      verified: false,
    })),
    groups: groups.map(({ id, name, otherNames, rule }) => ({
      ...{ slug: id, name, otherNames: [...otherNames], rule },
      members: bodies.flatMap((body, at) => (body.groups.includes(id) ? [slugs[at] ?? ""] : [])),
    })),
  }
}
