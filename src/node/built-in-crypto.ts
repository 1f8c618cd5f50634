/** Most runs hash nothing, and loading what hashes takes a tenth as long as starting Node. */
export const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto')
