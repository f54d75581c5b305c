// Notifications of warnings: asks the browser for them, and puts what it answers into the form that is sent.
const place = document.getElementById("push")
const part = (name) => place.querySelector(`[data-push="${name}"]`)
const show = (name, is) => {
  part(name).hidden = !is
}

if (place !== null && "serviceWorker" in navigator && "PushManager" in window) {
  const registered = navigator.serviceWorker.register(place.dataset.worker, { scope: "/canh-bao/" })
  const known = await (await registered).pushManager.getSubscription()
  show("none", false)
  show("ask", true)
  show("leave", known !== null)
  if (known !== null) part("leave").querySelector("[name=browser]").value = JSON.stringify(known)

  const form = part("ask").querySelector("form")
  form.addEventListener("submit", async (event) => {
    const field = form.querySelector("[name=browser]")
    if (field.value !== "") return
    event.preventDefault()
    try {
      const worker = await registered
      const given = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: place.dataset.key,
      })
      field.value = JSON.stringify(given)
      form.requestSubmit()
    } catch {
      show("refused", true)
    }
  })
  part("leave")
    .querySelector("form")
    .addEventListener("submit", () => known?.unsubscribe())
}
