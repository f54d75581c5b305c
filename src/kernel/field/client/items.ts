/** What one officer has written on this device, and how it is sent when there is network. */
import { devicesHere, eraseParts, type File, newId, type Vault } from "./vault.ts"

/** As the server gave it (routes.tsx), kept with each item: an older one can still be finished. */
export type FormKept = { slug: string; title: string; action: string; html: string }
export type State = "draft" | "waiting" | "sent" | "refused"
export type Item = {
  form: FormKept
  state: State
  /** By the clock of the device. */
  begunAt: string
  savedAt: string
  doneAt: string | null
  /** The same however often it is sent. */
  once: string
  answers: [string, string][]
  files: File[]
  /** Of a sent one: where it is now. Of a refused one: what the server said. */
  link: string | null
  said: string[]
}
export type Named = { name: string; value: Item }

export async function beginItem(vault: Vault, form: FormKept): Promise<Named> {
  const now = new Date().toISOString()
  const value: Item = {
    ...{ form, state: "draft", begunAt: now, savedAt: now, doneAt: null, once: newId() },
    ...{ answers: [], files: [], link: null, said: [] },
  }
  const name = `item ${now} ${newId()}`
  await vault.write(name, value)
  return { name, value }
}

export const itemsOf = (vault: Vault): Promise<Named[]> => vault.all<Item>("item ")

export async function formsOf(vault: Vault): Promise<FormKept[]> {
  return (await vault.all<FormKept>("form ")).map(({ value }) => value)
}

export type Paths = { home: string; me: string; form: string; signIn: string; devices: string }
type Me = {
  officerId: string | null
  /** Parts of this device that were revoked: they are erased by now. */
  revoked: string[]
  csrf?: string
  forms?: { slug: string; title: string }[]
}

export async function whoIsSignedIn(paths: Paths): Promise<Me | null> {
  try {
    const here = (await devicesHere()).join(",")
    const answer = await fetch(`${paths.me}?may=${here}`, { headers: { accept: "application/json" } })
    if (!answer.ok) return null
    const me = (await answer.json()) as Me
    await eraseParts(me.revoked)
    return me
  } catch {
    return null
  }
}

/** The forms as they are now; without network those that were kept stay. The server is told that this device holds a part. */
export async function refreshForms(vault: Vault, paths: Paths): Promise<"revoked" | null> {
  const me = await whoIsSignedIn(paths)
  if (me?.revoked.includes(vault.device)) return "revoked"
  if (me === null || me.officerId !== vault.officerId) return null
  const said = { csrf: me.csrf ?? "", device: vault.device, name: navigator.userAgent.slice(0, 200) }
  await fetch(paths.devices, { method: "POST", body: new URLSearchParams(said) }).catch(() => undefined)
  for (const { slug } of me.forms ?? []) {
    try {
      const answer = await fetch(`${paths.form}${slug}`, { headers: { accept: "application/json" } })
      if (answer.ok) await vault.write(`form ${slug}`, await answer.json())
    } catch {
      return null
    }
  }
  return null
}

export type Outcome = "nothing" | "sent" | "revoked" | "offline" | "needSignIn" | "otherOfficer" | "refused"

/** One after another, and from one page at a time. Ends at the first that the network does not take. */
export function sendAll(vault: Vault, paths: Paths): Promise<Outcome> {
  return navigator.locks.request("lienphong-thuc-dia", () => sendWaiting(vault, paths))
}

async function sendWaiting(vault: Vault, paths: Paths): Promise<Outcome> {
  const waiting = (await itemsOf(vault)).filter(({ value }) => value.state === "waiting")
  if (waiting.length === 0) return "nothing"
  const me = await whoIsSignedIn(paths)
  if (me === null) return "offline"
  if (me.revoked.includes(vault.device)) return "revoked"
  if (me.officerId === null) return "needSignIn"
  if (me.officerId !== vault.officerId) return "otherOfficer"
  let outcome: Outcome = "sent"
  for (const one of waiting) {
    const done = await sendOne(vault, one, me.csrf ?? "")
    if (done === "offline" || done === "needSignIn") return done
    if (done === "refused") outcome = "refused"
  }
  return outcome
}

async function sendOne(vault: Vault, { name, value }: Named, csrf: string): Promise<Outcome> {
  const body = new FormData()
  const own = {
    csrf,
    once: value.once,
    fieldOfficer: vault.officerId,
    deviceAt: value.doneAt ?? value.savedAt,
  }
  for (const [key, text] of Object.entries(own)) body.append(key, text)
  for (const [key, text] of value.answers) body.append(key, text)
  // Words first: the server reads what was declared before it stores a byte of a file.
  for (const { id, name: fileName, type } of value.files) {
    const file = await vault.readFile(id, type)
    if (file !== null) body.append("file", file, fileName)
  }
  let answer: Response
  let text: string
  try {
    const headers = { accept: "text/html", "x-lienphong-may": vault.device }
    answer = await fetch(value.form.action, { method: "POST", body, headers })
    text = await answer.text()
  } catch {
    return "offline"
  }
  if (answer.ok && answer.redirected) {
    const link = new URL(answer.url)
    await vault.dropFiles(name)
    await vault.write(name, {
      ...value,
      state: "sent",
      answers: [],
      files: [],
      said: [],
      link: link.pathname,
    } satisfies Item)
    return "sent"
  }
  // A form that came after its session ended is answered with the page to sign in.
  if (answer.status === 401) return "needSignIn"
  if (answer.status >= 500 || answer.status === 429) return "offline"
  await vault.write(name, { ...value, state: "refused", said: saidIn(text) } satisfies Item)
  return "refused"
}

/** The sentences of the server's own page: what is wrong and how to put it right. */
function saidIn(html: string): string[] {
  const page = new DOMParser().parseFromString(html, "text/html")
  const said = [...page.querySelectorAll("[role=alert] li, .banner b")].map(
    (one) => one.textContent?.trim() ?? "",
  )
  const found = said.filter((one) => one !== "")
  return found.length > 0 ? found : [page.querySelector("h1")?.textContent?.trim() ?? ""]
}
