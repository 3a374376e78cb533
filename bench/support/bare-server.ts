import fastify from 'fastify'

/** What the limit answers: the bytes of the product's own answers, one after the other. */
export interface BareAnswers {
  readonly type: string
  /** In base64, because they travel between processes. */
  readonly bodies: readonly string[]
}

process.on('message', async ({ type, bodies }: BareAnswers) => {
  const answers = bodies.map((body) => Buffer.from(body, 'base64'))
  let turn = 0
  const app = fastify()
  app.get('/*', (_request, reply) => {
    turn = (turn + 1) % answers.length
    reply.type(type).send(answers[turn])
  })
  process.send!({ url: await app.listen({ port: 0, host: '127.0.0.1' }) })
})
process.on('disconnect', () => process.exit())
