import type { Config } from 'drizzle-kit'

// read by drizzle-kit, which wants a default export: `npm run migrations -- --name what-it-is-for`
export default {
  dialect: 'postgresql',
  schema: 'src/store/schema.postgres.ts',
  out: 'src/store/migrations/postgres',
} satisfies Config
