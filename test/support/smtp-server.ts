import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export interface SmtpServer {
  readonly port: number
  /** Messages that were taken, as they came over the wire. */
  readonly taken: string[]
  /** Answers to the next recipients instead of yes: `550 no such mailbox`. */
  readonly noes: string[]
  stop(): Promise<void>
}

/** A mail server of a few words (RFC 5321), with AUTH PLAIN for the one account it knows. */
export async function startSmtpServer(account: { user: string; password: string }): Promise<SmtpServer> {
  const [taken, noes] = [[] as string[], [] as string[]]
  const server = createServer((socket) => converse(socket, account, taken, noes))
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  return {
    port: (server.address() as AddressInfo).port,
    taken,
    noes,
    stop: () => new Promise((closed) => server.close(() => closed())),
  }
}

function converse(
  socket: Socket,
  { user, password }: { user: string; password: string },
  taken: string[],
  noes: string[],
): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let [rest, letter] = ['', undefined as string[] | undefined]
  const hear = (line: string): unknown => {
    if (letter && line !== '.') return void letter.push(line)
    if (letter) {
      taken.push(letter.join('\n'))
      letter = undefined
      return say('250 taken')
    }
    const word = line.slice(0, 4).toUpperCase()
    if (word === 'EHLO') return socket.write('250-test\r\n250 AUTH PLAIN\r\n')
    if (word === 'AUTH') {
      const given = Buffer.from(line.split(' ')[2]!, 'base64').toString()
      return say(given === `\0${user}\0${password}` ? '235 welcome' : '535 who are you')
    }
    if (word === 'RCPT') return say(noes.shift() ?? '250 yes')
    if (word === 'DATA') {
      letter = []
      return say('354 go on')
    }
    if (word === 'QUIT') return socket.end('221 bye\r\n')
    return say('250 yes')
  }
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\r\n')
    rest = lines.pop()!
    for (const line of lines) hear(line)
  })
  socket.on('error', () => {})
  say('220 test')
}
