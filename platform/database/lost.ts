/**
 * Whether a connection that was ours ended under our hands: the server was stopped (57P01), crashed (57P02), or the network broke. Not
 * whether one could be made in the first place: who cannot connect need not try again at once.
 */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  if (code !== undefined && /^(57P0[12]|08\w{3}|ECONNRESET|EPIPE)$/.test(code)) return true
  return /Connection terminated unexpectedly|is not queryable/.test(message ?? '')
}
