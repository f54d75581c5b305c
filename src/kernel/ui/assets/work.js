// While the person types: finds the number whose hash begins with enough zero bits (see src/signals/domain/work.ts).
const field = document.querySelector("input[data-work]")
const bits = Number(field?.dataset.work)
const once = field?.form?.elements.namedItem("once")?.value

async function search() {
  const text = new TextEncoder()
  for (let n = 0; n < 4_000_000; n += 1) {
    const hash = await crypto.subtle.digest("SHA-256", text.encode(`${once}:${n}`))
    if (Math.clz32(new DataView(hash).getUint32(0)) >= bits) {
      field.value = String(n)
      return
    }
    // The page stays quick under the finger.
    if (n % 500 === 499) await new Promise((resolve) => setTimeout(resolve))
  }
}
if (field && once && globalThis.crypto?.subtle) void search()
