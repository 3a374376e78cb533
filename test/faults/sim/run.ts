import './seeded.ts' // first: what others import, they keep

const { main } = await import('./main.ts')
process.exit(await main(process.argv.slice(2)))
