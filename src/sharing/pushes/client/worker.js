// Shows a warning that was pushed to this browser, and opens its page when it is pressed.
self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json()
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang: "vi", data: { url } }))
})

self.addEventListener("notificationclick", (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data.url))
})
