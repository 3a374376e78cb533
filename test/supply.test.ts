import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const read = (path: string) => JSON.parse(readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8'))

test('S40 every part is pinned to one version and one content, and comes from no place of its own', () => {
  const { dependencies, devDependencies, optionalDependencies } = read('package.json')
  const wanted = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const packages = Object.entries<{ integrity?: string; link?: boolean; resolved?: string }>(
    read('package-lock.json').packages,
  ).filter(([path, { link }]) => path.includes('node_modules/') && !link)

  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([])
  expect(packages.length).toBeGreaterThan(400)
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  expect(
    packages.filter(([, { resolved }]) => /^(git|http:|file:)/.test(resolved ?? '')).map(([path]) => path),
  ).toEqual([])
})
