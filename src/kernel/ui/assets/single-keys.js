// Keys of one letter can be switched off in this browser (WCAG 2.1.4). Where nothing can be remembered they stay on.
const keysChoice = "lienphong-phim"
// biome-ignore lint/correctness/noUnusedVariables: this file is joined before those that ask (`assets.ts`).
function keysAreOff() {
  try {
    return localStorage.getItem(keysChoice) === "off"
  } catch {
    return false
  }
}
