/** The addresses of TAXII 2.1: discovery at its well-known place (section 1.6.2), our API root behind it. */
export const taxiiPaths = { discovery: "/taxii2/", root: "/taxii2/province/" } as const
