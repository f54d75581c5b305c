/** Addresses of the public keys; the page is printed on the covering letter of a dossier. */
export const signingPaths = {
  page: "/khoa-ky",
  pem: (keyId: string) => `/khoa-ky/${keyId}.pem`,
  keys: "/.well-known/lienphong-keys.json",
} as const
