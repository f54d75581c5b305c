/** The page of the field: unlock, what is on the device, one form. It begins when the script is loaded, with or without network. */
import { button, el, notice, timeSaid } from "./dom.ts"
import {
  beginItem,
  formsOf,
  itemsOf,
  type Named,
  type Outcome,
  type Paths,
  refreshForms,
  sendAll,
  whoIsSignedIn,
} from "./items.ts"
import { Vault } from "./vault.ts"
import type { Words } from "./words.ts"
import { showForm } from "./writing.ts"

const root = document.querySelector<HTMLElement>("#thuc-dia")
if (root !== null) begin(root)

function begin(place: HTMLElement): void {
  const t = JSON.parse(place.dataset.words ?? "{}") as Words
  const paths = JSON.parse(place.dataset.paths ?? "{}") as Paths & { worker: string }
  if (!("serviceWorker" in navigator) || globalThis.crypto?.subtle === undefined) {
    place.replaceChildren(notice("soon", t.needsHttps))
    return
  }
  void navigator.serviceWorker.register(paths.worker, { scope: paths.home })
  showUnlock(place, t, paths)
  // Before anybody unlocks anything: a part that was revoked goes at the first contact.
  void whoIsSignedIn(paths).then((me) => {
    if ((me?.revoked.length ?? 0) > 0) showUnlock(place, t, paths, t.revoked)
  })
}

const codeCharsMin = 8

function showUnlock(place: HTMLElement, t: Words, paths: Paths, said: string | null = null): void {
  const field = (kind: string, id: string, label: string, autocomplete: string) => {
    const input = el("input", { type: kind, id, name: id, autocomplete, class: "full", required: "" })
    return {
      input,
      box: el("div", { class: "field" }, el("label", { class: "label", for: id }, label), input),
    }
  }
  const name = field("email", "ten", t.name, "username")
  const code = field("password", "ma", t.code, "current-password")
  const answer = el("p", { class: "error", role: "alert" }, said ?? "")
  const typed = () => {
    if (code.input.value.length >= codeCharsMin && name.input.value.trim() !== "") return true
    answer.textContent = t.tooShort
    return false
  }
  const open = async () => {
    if (!typed()) return
    const vault = await Vault.open(name.input.value, code.input.value)
    if (vault === null) answer.textContent = t.wrong
    else showHome(place, t, paths, vault)
  }
  const create = async () => {
    if (!typed()) return
    const me = await whoIsSignedIn(paths)
    if (me?.officerId == null) {
      answer.replaceChildren(t.createdNo, ". ", el("a", { href: paths.signIn }, t.signIn))
      return
    }
    const vault = await Vault.create(name.input.value, code.input.value, me.officerId)
    if (vault === null) answer.textContent = t.exists
    else showHome(place, t, paths, vault)
  }
  const form = el(
    "form",
    { class: "form stack measure" },
    name.box,
    code.box,
    el("p", { class: "hint" }, t.codeHint),
    answer,
  )
  form.append(el("div", { class: "actions" }, el("button", { class: "button", type: "submit" }, t.open)))
  form.append(el("p", { class: "quiet" }, t.createLead), button(t.createDo, "second", create))
  form.noValidate = true
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    void open()
  })
  place.replaceChildren(el("h2", {}, t.unlock), form)
}

/** Another try when the browser says nothing of a network that is back. */
const retryMs = 15_000

function showHome(place: HTMLElement, t: Words, paths: Paths, vault: Vault): void {
  const network = el("div")
  const outcome = el("div", { "aria-live": "polite" })
  const forms = el("div", { class: "actions" })
  const list = el("ul", { class: "plain stack" })
  const home = el(
    "div",
    { class: "stack" },
    network,
    outcome,
    el("h2", {}, t.begin),
    forms,
    el("h2", {}, t.items),
    list,
  )
  home.append(
    el(
      "div",
      { class: "actions" },
      button(t.lock, "plain", () => lock()),
    ),
  )
  const ended = new AbortController()
  const timer = setInterval(() => void send(), retryMs)
  addEventListener("online", () => void onNetwork(), { signal: ended.signal })
  addEventListener("offline", () => void onNetwork(), { signal: ended.signal })
  place.replaceChildren(home)
  void onNetwork()
    .then(() => refreshForms(vault, paths))
    .then((happened) => (happened === "revoked" ? lock(t.revoked) : show()))

  function lock(said: string | null = null) {
    ended.abort()
    clearInterval(timer)
    showUnlock(place, t, paths, said)
  }

  async function onNetwork() {
    const isOn = navigator.onLine
    network.replaceChildren(notice(isOn ? "good" : "soon", isOn ? t.online : t.offline))
    await show()
    if (isOn) await send()
  }

  async function send() {
    const happened = await sendAll(vault, paths)
    if (happened === "nothing") return
    if (happened === "revoked") return lock(t.revoked)
    outcome.replaceChildren(...told(happened))
    if (home.isConnected) await show()
  }

  function told(happened: Outcome): Node[] {
    if (happened === "needSignIn")
      return [notice("soon", t.needSignIn, " ", el("a", { href: paths.signIn }, t.signIn))]
    if (happened === "otherOfficer") return [notice("late", t.otherOfficer)]
    return happened === "offline" ? [notice("soon", t.failed)] : []
  }

  async function show() {
    const kept = await formsOf(vault)
    forms.replaceChildren(
      ...kept.map((form) => button(form.title, "", async () => edit(await beginItem(vault, form)))),
      ...(kept.length === 0 ? [el("p", {}, t.noForms)] : []),
    )
    const items = (await itemsOf(vault)).reverse()
    list.replaceChildren(...items.map(line), ...(items.length === 0 ? [el("li", {}, t.none)] : []))
  }

  function edit(item: Named) {
    const done = async () => {
      place.replaceChildren(home)
      await show()
      await send()
    }
    showForm(place, { vault, words: t, item, done })
  }

  function line(item: Named): HTMLElement {
    const { name, value } = item
    const said = value.said.map((one) => el("p", { class: "error" }, one))
    const made = el(
      "li",
      { class: "card stack", "data-state": value.state },
      el(
        "p",
        {},
        el("b", {}, value.form.title),
        ` · ${timeSaid(value.begunAt)} · `,
        el("span", { class: "tag" }, t.states[value.state]),
      ),
      ...said,
    )
    const actions = el("div", { class: "actions" })
    if (value.state !== "sent") actions.append(button(t.edit, "second", () => edit(item)))
    if (value.link !== null) actions.append(el("a", { class: "button second", href: value.link }, t.see))
    if (value.state === "waiting" && navigator.onLine) actions.append(button(t.sendNow, "", send))
    actions.append(
      removing(async () => {
        await vault.remove(name)
        await show()
      }),
    )
    made.append(actions)
    return made
  }

  /** Twice, since what was not sent is nowhere else. */
  function removing(remove: () => Promise<void>): HTMLButtonElement {
    const made = button(t.remove, "plain", async () => {
      if (made.textContent === t.removeSure) await remove()
      else made.textContent = t.removeSure
    })
    return made
  }
}
