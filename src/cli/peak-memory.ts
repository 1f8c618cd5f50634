import {readFileSync} from 'node:fs'

/**
 * Resident memory of this process at its highest, in bytes. `maxRSS` of a process that a larger one has started is at
 * least that one's, so Linux is asked for what it counts anew for each program.
 */
export const peakMemory = (): number => {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]
    if (kilobytes !== undefined) return Number(kilobytes) * 1024
  } catch {
    // Not on Linux.
  }
  return process.resourceUsage().maxRSS * 1024
}
