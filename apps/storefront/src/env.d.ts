declare namespace App {
  interface Locals {
    readonly view: import('../view.ts').View
    readonly page: unknown
    readonly status: number
  }
}
