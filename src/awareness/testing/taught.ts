/** A course of the province of tests: put forward by Minh, published by Lan; agents of the telco are invited by Tâm. */
import type { Hub } from "../../signals/testing/hub.ts"
import { courseBySlug } from "../catalogue.ts"
import { paths } from "../paths.ts"

export async function publish(hub: Hub, slug = "ban-sim", more: Record<string, string> = {}): Promise<void> {
  const put = await hub.post(paths.courseForm(slug, "de-nghi"), {}, hub.minh)
  const done = await hub.post(paths.courseForm(slug, "cong-bo"), more, hub.lan)
  if (put.status !== 303 || done.status !== 303)
    throw new Error(`not published: ${put.status} ${done.status} ${await done.text()}`)
}

export async function openRoundOf(hub: Hub, course = "ban-sim", who = hub.tam): Promise<string> {
  const asked = { course, title: "Đại lý quý III", closesOn: "2023-12-31" }
  const answer = await hub.post(paths.newRound, asked, who)
  const id = answer.headers.get("location")?.split("/").at(-1)
  if (id === undefined) throw new Error(`no round: ${answer.status} ${await answer.text()}`)
  return id
}

export async function inviteTo(hub: Hub, roundId: string, list: string, who = hub.tam): Promise<Response> {
  return hub.post(paths.invite(roundId), { list, confirmed: "yes" }, who)
}

/** The links of the round, by the names on its page. */
export async function linksOf(hub: Hub, roundId: string, who = hub.tam): Promise<string[]> {
  const page = await (await hub.get(paths.links(roundId), who)).text()
  return [
    ...new Set([...page.matchAll(/href="(\/hoc\/loi-moi\/[0-9A-Z-]{23})"/g)].map((found) => found[1] ?? "")),
  ]
}

/** Answers the open question; right or wrong. Gives where it led. */
export async function answer(hub: Hub, link: string, isRight: boolean, slug = "ban-sim"): Promise<string> {
  const page = await (await hub.get(`${link}/cau`)).text()
  const id = /name="question" value="([a-z0-9]+)"/.exec(page)?.[1] ?? ""
  const right = courseBySlug(slug)?.questions.find((one) => one.id === id)?.right ?? 0
  const chosen = isRight ? right : right === 0 ? 1 : 0
  const sent = await hub.post(`${link}/cau`, { question: id, answer: String(chosen) })
  return sent.headers.get("location") ?? `${sent.status}`
}

/** A whole attempt with so many right answers of ten. */
export async function attempt(hub: Hub, link: string, right: number): Promise<string> {
  await hub.post(`${link}/bat-dau`, {})
  let led = ""
  for (let at = 0; at < 10; at += 1) led = await answer(hub, link, at < right)
  return led
}
