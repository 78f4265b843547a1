import type { Config } from 'drizzle-kit'

// read by drizzle-kit, which wants a default export: `npm run migrations -- --name what-it-is-for`
export default {
  dialect: 'sqlite',
  schema: 'src/store/schema.sqlite.ts',
  out: 'src/store/migrations/sqlite',
} satisfies Config
