import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { FastifyServerFactory } from 'fastify'

/** Answers a request before anything else is done, and says whether it did. */
export type FirstAnswer = (request: IncomingMessage, response: ServerResponse) => boolean

/** A server that hands on what nobody has answered at the door: before routing, identification and the log, so that a crowd costs next to nothing. */
export const frontDoor =
  (...answers: readonly FirstAnswer[]): FastifyServerFactory =>
  (handle, { http, keepAliveTimeout = 0, requestTimeout = 0 }) => {
    const server = createServer(http ?? {}, (request, response) => {
      if (!answers.some((answer) => answer(request, response))) handle(request, response)
    })
    return Object.assign(server, { keepAliveTimeout, requestTimeout })
  }
